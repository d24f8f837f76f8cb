import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fhirFaults } from '../support/fhir-schema.js';
import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ORIGIN = 'https://atlas.example';
const FHIR_JSON = 'application/fhir+json; charset=utf-8';
const TYPES = ['HealthcareService', 'Location', 'Organization', 'Questionnaire', 'QuestionnaireResponse'];

describe('FHIR R4', () => {
  let server: TestServer;
  const faults = fhirFaults();
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: ORIGIN });
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => {
    const answer = await server.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-type')).toBe(FHIR_JSON);
    return answer.json();
  };

  /** All resources of a type, by the links of the server. */
  const all = async (type: string, query = ''): Promise<any[]> => {
    const resources: any[] = [];
    for (let next: string | undefined = `/fhir/${type}${query}`; next !== undefined;) {
      const bundle: any = await json(next);
      expect(faults('Bundle', bundle)).toEqual([]);
      resources.push(...(bundle.entry ?? []).map(({ resource }: any) => resource));
      next = bundle.link.find(({ relation }: any) => relation === 'next')?.url.replace(ORIGIN, '');
      if (next === undefined) expect(resources).toHaveLength(bundle.total);
    }
    return resources;
  };

  it('says what it can do, and does all of it', async () => {
    const statement = await json('/fhir/metadata');
    expect(statement.fhirVersion).toBe('4.0.1');
    // The package carries the schema as it was before the technical correction that made 4.0.1 of 4.0.0.
    expect(faults('CapabilityStatement', { ...statement, fhirVersion: '4.0.0' })).toEqual([]);
    const [{ resource }] = statement.rest;
    expect(resource.map(({ type }: any) => type).sort()).toEqual(TYPES);
    for (const { type, interaction, searchParam } of resource) {
      expect(interaction.map(({ code }: any) => code)).toEqual(['read', 'search-type']);
      for (const { name } of searchParam) {
        const value = name === 'round' ? '2017-18' : 'x';
        expect((await server.get(`/fhir/${type}?${name}=${value}`)).status, `${type} by ${name}`).toBe(200);
      }
    }
  });

  it.each(TYPES)(
    'gives %s that keep to the official schema, each of which can be read by itself',
    async (type) => {
      for (const round of ['', '?round=demo-2026']) {
        const resources = await all(type, round);
        expect(resources.length, type + round).toBeGreaterThan(0);
        expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
        for (const resource of resources) {
          expect(resource.resourceType).toBe(type);
          expect(faults(type, resource), resource.id).toEqual([]);
        }
        const [first] = resources;
        expect(await json(`/fhir/${type}/${first.id}`)).toEqual(first);
      }
    },
  );

  it('every reference leads to a resource', async () => {
    for (const query of ['', '?round=demo-2026']) {
      const ids = new Set<string>();
      for (const type of TYPES) for (const { id } of await all(type, query)) ids.add(`${type}/${id}`);
      for (const type of TYPES)
        for (const resource of await all(type, query))
          for (const [, target] of JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g))
            expect(ids, `${resource.id} refers to ${target}`).toContain(target);
    }
  });

  it('pages by links, and finds by id, by the code of the register and by the beginning of a name', async () => {
    const page = await json('/fhir/Location?_count=10&_offset=10');
    expect([page.total, page.entry.length]).toEqual([175, 10]);
    expect(page.link.map(({ relation, url }: any) => [relation, url])).toEqual([
      ['self', `${ORIGIN}/fhir/Location?_count=10&_offset=10`],
      ['next', `${ORIGIN}/fhir/Location?_count=10&_offset=20`],
      ['previous', `${ORIGIN}/fhir/Location?_count=10`],
    ]);
    expect((await all('Location', '?_count=60')).length).toBe(175);
    const oldham = await json('/fhir/Location/RW603');
    for (const query of [
      '_id=RW603',
      'identifier=RW603',
      'identifier=https://fhir.nhs.uk/Id/ods-site-code|RW603',
      'name=royal%20oldham',
    ])
      expect(
        (await all('Location', `?${query}`)).map(({ id }) => id),
        query,
      ).toEqual(['RW603']);
    expect(await all('Location', '?identifier=urn:other|RW603')).toEqual([]);
    expect((await all('Location', '?_id=RW603,RH801')).length).toBe(2);
    expect(oldham).toMatchObject({
      identifier: [{ value: 'RW603' }],
      managingOrganization: { reference: 'Organization/RW6' },
      position: { longitude: expect.any(Number), latitude: expect.any(Number) },
    });
    const counted = await json('/fhir/Location?_count=0');
    expect([counted.total, counted.entry]).toEqual([175, undefined]);
  });

  it('says of 2018 what the report says: in-reach at three hospitals, two answers of each, no more', async () => {
    const services = await all('HealthcareService');
    expect(services.map(({ location }) => location[0].reference).sort()).toEqual([
      'Location/RA301',
      'Location/RH801',
      'Location/RW603',
    ]);
    const responses = await all('QuestionnaireResponse');
    expect(responses).toHaveLength(3);
    const [questionnaire] = await all('Questionnaire');
    for (const response of responses) {
      expect(response.questionnaire).toBe(`${questionnaire.url}|${questionnaire.version}`);
      expect(response.meta.tag).toContainEqual(expect.objectContaining({ code: 'SUBSETTED' }));
      const answers = response.item.flatMap(({ item }: any) => item);
      expect(answers.map(({ linkId }: any) => linkId)).toEqual(['iapt_inreach', 'integration']);
      for (const part of ['author', 'source', 'encounter']) expect(response).not.toHaveProperty(part);
    }
    const oldham = await json('/fhir/QuestionnaireResponse/2017-18.RW603');
    expect(JSON.stringify(oldham.item)).toContain('"valueInteger":59');
  });

  it('marks everything invented: tag, name and an id of its own', async () => {
    for (const type of ['Location', 'HealthcareService', 'QuestionnaireResponse'])
      for (const resource of await all(type, '?round=demo-2026')) {
        expect(resource.meta.tag).toContainEqual(expect.objectContaining({ code: 'HTEST' }));
        expect(resource.id).toMatch(/^demo-2026\./);
        if (resource.name !== undefined) expect(resource.name).toMatch(/DEMO /);
      }
    for (const type of TYPES)
      for (const resource of await all(type)) expect(JSON.stringify(resource)).not.toMatch(/HTEST|DEMO /);
  });

  it('tells of no hospital more than its public row does', async () => {
    const { features } = (await (
      await server.get('/open/v1/rounds/demo-2026/hospitals.geojson')
    ).json()) as any;
    const rows = new Map<string, any>(features.map(({ id, properties }: any) => [id, properties]));
    const responses = await all('QuestionnaireResponse', '?round=demo-2026');
    expect(responses.length).toBeGreaterThan(5);
    for (const { id, item } of responses) {
      const row = rows.get(id.replace('demo-2026.', ''));
      expect(['NP', 'NR', 'CF', 'DK']).not.toContain(row.category);
      const answers = new Map<string, any>(
        item.flatMap((page: any) => page.item).map(({ linkId, answer }: any) => [linkId, answer[0]]),
      );
      expect(answers.get('integration')?.valueInteger ?? null).toBe(row.score);
      const said = [...answers]
        .filter(([, { valueCoding }]) => valueCoding !== undefined)
        .map(([linkId, { valueCoding }]) => `${linkId.replace(/_(mus|ltc)$/, '')} ${valueCoding.code}`);
      const allowed: Record<string, string[]> = {
        G0: ['iapt_treats no'],
        G1: ['iapt_inreach no'],
        G01: ['iapt_inreach no'],
      };
      expect([...new Set(said)], `${id} ${row.category}`).toEqual(allowed[row.category] ?? []);
    }
  });

  it('gives a whole release as one bundle that keeps to the schema', async () => {
    for (const round of ['2017-18', 'demo-2026']) {
      const bundle = await json(`/open/v1/rounds/${round}/fhir-bundle.json`);
      expect(bundle.type).toBe('collection');
      expect(faults('Bundle', { ...bundle, entry: bundle.entry.slice(0, 3) })).toEqual([]);
      const { release } = (await (await server.get(`/open/v1/rounds/${round}/summary.json`)).json()) as any;
      expect(bundle.identifier.value).toBe(`${round}/1/${release.sha256}`);
      const held = bundle.entry.map(({ resource }: any) => resource);
      for (const type of TYPES)
        expect(held.filter(({ resourceType }: any) => resourceType === type)).toEqual(
          await all(type, `?round=${round}`),
        );
    }
  });

  it.each([
    ['/fhir/Patient', 404, 'not-found'],
    ['/fhir/Patient/1', 404, 'not-found'],
    ['/fhir/Location/XXXXX', 404, 'not-found'],
    ['/fhir/Location/RW603/_history', 404, 'not-found'],
    ['/fhir', 404, 'not-found'],
    ['/fhir/Location?round=nowhere', 404, 'not-found'],
    ['/fhir/Location?address=Oldham', 400, 'invalid'],
    ['/fhir/Location?_count=many', 400, 'invalid'],
    ['/fhir/Location?name=a&name=b', 400, 'invalid'],
    ['/fhir/Location?_format=xml', 400, 'invalid'],
    ['/open/v1/rounds/nowhere/fhir-bundle.json', 404, ''],
  ])('%s is refused with %i in the shape that its clients read', async (path, status, code) => {
    const answer = await server.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const body = (await answer.json()) as any;
    if (code === '') {
      expect(body.code).toBe('NOT_RELEASED');
      return;
    }
    expect(answer.headers.get('content-type')).toBe(FHIR_JSON);
    expect(faults('OperationOutcome', body)).toEqual([]);
    expect(body.issue[0]).toMatchObject({ severity: 'error', code, details: { text: expect.any(String) } });
  });

  it('cannot be written to', async () => {
    const answer = await fetch(`${server.url}/fhir/Location`, { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(faults('OperationOutcome', await answer.json())).toEqual([]);
  });

  it('is not sent twice', async () => {
    for (const path of ['/fhir/metadata', '/fhir/Location?_count=5', '/fhir/Organization/RW6']) {
      const { headers } = await rawGet(server.url + path);
      const again = await rawGet(server.url + path, { 'if-none-match': headers.etag ?? '' });
      expect([path, again.status, again.body.length]).toEqual([path, 304, 0]);
    }
  });
});
