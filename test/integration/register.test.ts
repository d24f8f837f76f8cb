import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { colleague, grant } from '../support/colleagues.js';
import { fhirFaults } from '../support/fhir-schema.js';
import { type Person, thePublic, theSurveyLead } from '../support/people.js';
import { rawGet } from '../support/raw-get.js';
import { RegisterKeeper } from '../support/register-keeper.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
for (const name of ['service', 'services'])
  ajv.addSchema(
    JSON.parse(
      readFileSync(new URL(`../../shared/contracts/open-v1/${name}.schema.json`, import.meta.url), 'utf8'),
    ) as object,
  );
const faults = (schema: string, value: unknown): string => {
  const validate = ajv.getSchema(`urn:liaison-atlas:open-v1:${schema}`)!;
  return validate(value) === true ? '' : ajv.errorsText(validate.errors);
};

describe('the service register', () => {
  let server: TestServer;
  let keeper: RegisterKeeper;
  let everybody: Person;
  const clock = new TestClock();
  beforeAll(async () => {
    clock.set('2026-02-01T09:00:00.000Z');
    server = await startServer({}, { clock });
    keeper = new RegisterKeeper(await theSurveyLead(server));
    everybody = thePublic(server);
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => (await server.get(path)).json();
  const listed = async (args: string): Promise<any> => {
    const { data } = await everybody.ask(
      `{ registerServices(${args}) { total note services { id name } duplications { because text hospital } } }`,
    );
    return data?.['registerServices'];
  };

  it('is empty as the product comes, and says that this is no finding', async () => {
    expect(await listed('area: "QOP"')).toMatchObject({
      total: 0,
      services: [],
      note: expect.stringContaining('not the same as none'),
    });
    const open = await json('/open/v1/services.json');
    expect([open.services, faults('services', open)]).toEqual([[], '']);
    expect(open.note).toContain('not the same as none');
  });

  it('takes a service with source and day, and shows what is not known as not known', async () => {
    const saved = await keeper.save({ name: 'Unreal Wards Psychology' });
    expect(saved).toMatchObject({
      __typename: 'RegisterService',
      revision: 1,
      lastConfirmedOn: '2026-01-02',
    });
    expect(saved.lastConfirmedBy).toBe('the provider, Unreal Trust');
    const line = (key: string) => saved.lines.find((each: any) => each.key === key);
    expect(line('outcomes')).toMatchObject({
      value: 'not known',
      age: 'not_known',
      confirmedOn: '',
      monthsOld: null,
    });
    expect(line('hours')).toMatchObject({ value: 'office hours', age: 'fresh', monthsOld: 0 });
    expect(saved.hospitals).toEqual([
      { odsCode: 'RW603', hospital: expect.stringContaining('Oldham'), how: 'on_site', age: 'fresh' },
    ]);
    const open = await json(`/open/v1/services/${saved.id}`);
    expect(faults('service', open)).toBe('');
    expect(open).toMatchObject({ outcomes: null, conditions: null, wte: null, hours: 'office_hours' });
  });

  it('is found by hospital, by area of each level, by kind and status; elsewhere nothing is known', async () => {
    const { id } = await keeper.save({ name: 'Unreal Findable', kind: 'pain', status: 'pilot' });
    for (const args of [
      'hospital: "rw603", kind: pain',
      'area: "QOP", status: pilot',
      'area: "Y62", kind: pain',
      'area: "RW6", kind: pain',
      'area: "e92000001", kind: pain',
    ]) {
      const { services } = await listed(args);
      expect(
        services.map((each: any) => each.id),
        args,
      ).toContain(id);
    }
    expect((await listed('hospital: "RH801"')).total).toBe(0);
    expect((await listed('area: "RH8"')).total).toBe(0);
    const open = await json('/open/v1/services.json?hospital=RW603&kind=pain');
    expect(open.services.map((each: any) => each.id)).toEqual([id]);
    expect(faults('services', open)).toBe('');
  });

  it.each([
    ['/open/v1/services.json?area=ZZZ', 404],
    ['/open/v1/services.json?hospital=ZZZ', 404],
    ['/open/v1/services.json?kind=magic', 400],
    ['/open/v1/services.json?status=active&status=closed', 400],
    ['/open/v1/services/nobody', 404],
  ])('%s answers %s', async (path, status) => expect((await server.get(path)).status).toBe(status));

  it('is not sent twice, and anew once something changed', async () => {
    const first = await rawGet(`${server.url}/open/v1/services.json`);
    const etag = String(first.headers['etag']);
    expect((await rawGet(`${server.url}/open/v1/services.json`, { 'if-none-match': etag })).status).toBe(304);
    await keeper.save({ name: 'Unreal Newcomer' });
    expect((await rawGet(`${server.url}/open/v1/services.json`, { 'if-none-match': etag })).status).toBe(200);
  });

  it.each([
    ['no name', { name: ' ' }, {}, 'MISSING', 'name'],
    [
      'an unknown hospital',
      { deliveries: [{ odsCode: 'ZZ9', how: 'on_site' as const }] },
      {},
      'UNKNOWN_HOSPITAL',
      'deliveries',
    ],
    [
      'an address in a public text',
      { referral: 'Write to ann@example.org' },
      {},
      'NAMES_A_PERSON',
      'referral',
    ],
    ['a tier of what is no liaison team', { tier: 'core24' as const }, {}, 'NOT_A_LIAISON_TEAM', 'tier'],
    ['no source', {}, { reference: '' }, 'MISSING', 'reference'],
    ['a day to come', {}, { confirmedOn: '2026-02-02' }, 'IN_THE_FUTURE', 'confirmedOn'],
  ])('refuses %s', async (_what, facts, stamp, code, field) => {
    const { problems } = await keeper.save(facts, { stamp });
    expect(problems).toMatchObject([{ code, field, mend: expect.stringMatching(/\w/) }]);
  });

  it('gives what changed a new age and leaves the rest its own; who saves on an old revision is refused', async () => {
    const { id } = await keeper.save({ name: 'Unreal Aging' }, { stamp: { confirmedOn: '2024-01-15' } });
    const changed = await keeper.save(
      { name: 'Unreal Aging', hours: 'extended' },
      { id, expectedRevision: 1 },
    );
    const ages = Object.fromEntries(
      changed.lines.map((line: any) => [line.key, [line.age, line.confirmedOn]]),
    );
    expect(ages).toMatchObject({ hours: ['fresh', '2026-01-02'], provider: ['faded', '2024-01-15'] });
    expect(changed).toMatchObject({ revision: 2, knownFacts: 6, fadedFacts: 5 });
    expect(await keeper.save({ name: 'Late' }, { id, expectedRevision: 1 })).toEqual({ error: 'CONFLICT' });
    const confirmed = await keeper.confirm(id, 2, { confirmedOn: '2026-02-01' });
    expect(confirmed).toMatchObject({ revision: 3, fadedFacts: 0, lastConfirmedOn: '2026-02-01' });
  });

  it('fades by the clock alone, and keeps every revision, each of which can be brought back', async () => {
    const { id } = await keeper.save({ name: 'Unreal Steady' });
    await keeper.close(id, 1);
    expect((await json(`/open/v1/services/${id}`)).status).toBe('closed');
    const restored = await keeper.restore(id, 1, 2);
    expect(restored).toMatchObject({ revision: 3, status: 'active' });
    expect(await keeper.history(id)).toMatchObject([
      { revision: 3, change: 'restored', changed: ['Status'] },
      { revision: 2, change: 'closed', changed: ['Status'] },
      { revision: 1, change: 'added', changed: [] },
    ]);
    await expect(
      server.unitOfWork.run({ id: 'x' }, ({ manager }) =>
        manager.query(`UPDATE register_revision SET change = 'x'`),
      ),
    ).rejects.toThrow();
    clock.set('2028-02-01T09:00:00.000Z');
    try {
      expect((await json(`/open/v1/services/${id}`)).hospitals[0].age).toBe('faded');
      const all = await json('/open/v1/services.json');
      expect(all.asAt).toBe('2028-02-01');
    } finally {
      clock.set('2026-02-01T09:00:00.000Z');
    }
  });

  it('warns before saving and on the hospital when a planned in-reach meets a service on site', async () => {
    const planned = {
      name: 'Unreal Planned In-reach',
      kind: 'iapt_ltc' as const,
      status: 'planned' as const,
      deliveries: [{ odsCode: 'RA301', how: 'in_reach' as const }],
    };
    expect((await keeper.check(planned)).duplications).toEqual([]);
    await keeper.save({ name: 'Unreal On Site', deliveries: [{ odsCode: 'RA301', how: 'on_site' }] });
    const check = await keeper.check(planned);
    expect(check.duplications).toMatchObject([
      { odsCode: 'RA301', otherName: 'Unreal On Site', because: 'on_site' },
    ]);
    expect(check.note).toContain('unlikely to be effective');
    await keeper.save(planned);
    const { duplications } = await listed('hospital: "RA301"');
    expect(duplications).toHaveLength(1);
    expect(duplications[0].text).toContain('already a service on site');
    expect((await json('/open/v1/services.json?hospital=RA301')).duplications).toHaveLength(1);
  });

  it('leaves in the words of HSDS and as FHIR that the official schema takes, unknown left out', async () => {
    await keeper.save({ name: 'Unreal Planned', status: 'planned', hours: 'all_hours', conditions: ['mus'] });
    const hsds = await json('/open/v1/services/hsds.json');
    expect(hsds.total_items).toBe(hsds.contents.length);
    const planned = hsds.contents.find(({ name }: any) => name === 'Unreal Planned');
    expect(planned).toMatchObject({ status: 'inactive', alert: 'Status in the register: planned.' });
    expect(planned.service_at_locations[0].location).toMatchObject({
      id: 'RW603',
      latitude: expect.any(Number),
    });
    const bundle = await json('/open/v1/services/fhir-bundle.json');
    expect(fhirFaults()('Bundle', bundle)).toEqual([]);
    expect(bundle.entry).toHaveLength(hsds.total_items);
    const unknown = await keeper.save({ name: 'Unreal Unknown', status: 'not_known', hours: 'not_known' });
    const later = await json('/open/v1/services/fhir-bundle.json');
    const entry = later.entry.find(({ resource }: any) => resource.id === unknown.id);
    expect(entry.resource).not.toHaveProperty('active');
  });

  it('may be kept by who leads a hospital, there and nowhere else', async () => {
    const here = await colleague(server, 'sitelead', grant('site_lead', { kind: 'hospital', id: 'RW603' }));
    const own = new RegisterKeeper(here);
    expect((await own.save({ name: 'Unreal Own' })).__typename).toBe('RegisterService');
    const elsewhere = [{ odsCode: 'RH801', how: 'on_site' as const }];
    expect(await own.save({ name: 'Unreal Other', deliveries: elsewhere })).toEqual({ error: 'FORBIDDEN' });
    expect(await own.save({ name: 'Unreal Nowhere', deliveries: [] })).toEqual({ error: 'FORBIDDEN' });
    const { id } = await keeper.save({ name: 'Unreal Elsewhere', deliveries: elsewhere });
    expect(await own.close(id, 1)).toEqual({ error: 'FORBIDDEN' });
  });

  it('names nobody: the public sees function and organisation', async () => {
    const text = JSON.stringify(await json('/open/v1/services.json'));
    expect(text).not.toMatch(/demo-survey_lead|example\.org/);
  });
});
