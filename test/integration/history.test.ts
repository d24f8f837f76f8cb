import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PersonContact } from '../../server/src/access/people/person-contact.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { colleague, type Colleague, grant } from '../support/colleagues.js';
import { FrameLead } from '../support/frame-lead.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const HISTORY = `query ($kind: HistoryKind!, $id: ID!, $roundId: ID! = "", $group: String! = "", $from: String! = "",
    $to: String! = "", $before: Int) {
  history(kind: $kind, id: $id, roundId: $roundId, group: $group, from: $from, to: $to, before: $before) {
    title roundTitle synthetic older
    events {
      seq at action actorKind actorName entity entityId reason subjects
      facts { name value } changes { name before after }
    }
  }
}`;

describe('the history', () => {
  let server: TestServer;
  let lead: Person;
  let administrator: Colleague;
  /** The form of a team that sent it twice, and one of another team that only saved. */
  let team: LiaisonTeam;
  let form: string;
  let other: string;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await theSurveyLead(server);
    administrator = await colleague(server, 'history-admin', grant('administrator'));
    team = new LiaisonTeam(server, await givenLink(server));
    await team.submit(withoutInReach('RW603'));
    form = String((await team.stored())?.id);
    const second = new LiaisonTeam(server, await givenLink(server));
    await second.submit(withoutInReach('RW603'));
    other = String((await second.stored())?.id);
    await server.unitOfWork.run(SYSTEM, ({ audit }) =>
      audit(
        'test.bulk',
        'round',
        'demo-2026',
        { forms: 2 },
        {
          subjects: [form, other].map((id) => ({ entity: 'response', id })),
          reason: 'out of scope',
          before: { state: 'submitted' },
          after: { state: 'excluded' },
        },
      ),
    );
  });
  afterAll(() => server.stop());

  const of = async (person: Person, values: Record<string, unknown>) => {
    const { data, errors } = await person.ask(HISTORY, values);
    return {
      history: data?.['history'],
      actions: (data?.['history']?.events ?? []).map(({ action }: { action: string }) => action),
      code: errors?.[0]?.extensions['code'],
    };
  };
  const ofForm = (person: Person, values = {}) => of(person, { kind: 'form', id: form, ...values });

  it('of a form shows who did what, what was before and after, and an act on many of which it was one', async () => {
    const { history, actions } = await ofForm(lead);
    expect(actions).toEqual(['test.bulk', 'response.submitted']);
    expect(history).toMatchObject({
      synthetic: true,
      older: null,
      title: expect.stringMatching(/^Form LA-/),
    });
    const [bulk, submitted] = history.events;
    expect(bulk).toMatchObject({
      actorKind: 'product',
      reason: 'out of scope',
      subjects: 2,
      facts: [{ name: 'forms', value: '2' }],
      changes: [{ name: 'state', before: 'submitted', after: 'excluded' }],
    });
    expect(submitted).toMatchObject({ actorKind: 'team', actorName: '', entity: 'response', entityId: form });
    expect(submitted.changes).toContainEqual({ name: 'revision', before: '0', after: '1' });
    expect((await of(lead, { kind: 'form', id: other })).actions[0]).toBe('test.bulk');
  });

  it('of a round and of a hospital within it shows the same, and the round also what was done to itself', async () => {
    const round = await of(lead, { kind: 'round', id: 'demo-2026' });
    expect(round.actions).toEqual(
      expect.arrayContaining(['test.bulk', 'response.submitted', 'round.seeded']),
    );
    const hospital = await of(lead, { kind: 'hospital', id: 'RW603', roundId: 'demo-2026' });
    expect(hospital.actions).toEqual(expect.arrayContaining(['test.bulk', 'response.submitted']));
    expect(hospital.actions).not.toContain('round.seeded');
    expect((await of(lead, { kind: 'hospital', id: 'RH801', roundId: 'demo-2026' })).actions).not.toContain(
      'test.bulk',
    );
  });

  it('of a frame shows decisions with what was before', async () => {
    const frames = await FrameLead.of(server);
    const id = String((await frames.create('Unreal history')).frame?.['id']);
    await frames.add(id, 'RW603');
    const site = String([...(await frames.units(id)).values()][0]?.['siteId']);
    await frames.decide(id, site, 'ineligible', 'because of history');
    const { history, actions } = await of(lead, { kind: 'frame', id });
    expect(actions).toEqual(['frame.eligibility-decided', 'frame.hospital-added', 'frame.created']);
    expect(history.events[0].changes).toEqual([
      { name: 'eligibility', before: 'eligible', after: 'ineligible' },
    ]);
    const hospital = await of(lead, { kind: 'hospital', id: 'RW603', roundId: 'demo-2026' });
    expect(hospital.actions).toContain('frame.eligibility-decided');
  });

  it('of a person shows an administrator what they did and what was done to them, under their name', async () => {
    await administrator.ask(
      'mutation ($id: ID!) { giveGrant(personId: $id, grant: { role: analyst, scopeKind: survey, scopeId: "all" }) { id } }',
      { id: administrator.personId },
    );
    const { history } = await of(administrator, { kind: 'person', id: administrator.personId });
    const [given] = history.events;
    expect(given).toMatchObject({ action: 'grant.given', actorKind: 'person' });
    expect(given.actorName).toBe(history.title);
    expect(given.changes).toContainEqual({ name: 'role', before: null, after: 'analyst' });
    await server.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(PersonContact, { personId: administrator.personId }, { name: 'Renamed Person' }),
    );
    const renamed = await of(administrator, { kind: 'person', id: administrator.personId });
    expect(renamed.history.title).toBe('Renamed Person');
  });

  it('of a person says nothing of the schemes they are in, so that nobody learns who works on one with whom', async () => {
    const planner = await colleague(server, 'history-planner', grant('commissioner'));
    const made = await planner.ask(
      `mutation { createScheme(input: { areaCode: "QOP", fields: [] }) { ... on Scheme { id } } }`,
    );
    expect(made.data?.['createScheme'].id).toBeTruthy();
    const { history } = await of(administrator, { kind: 'person', id: planner.personId });
    expect(history.title).toBeTruthy();
    expect(history.events.filter(({ entity }: { entity: string }) => entity === 'scheme')).toEqual([]);
  });

  it('can be narrowed by kind of act and by day, and refuses what is neither', async () => {
    expect((await ofForm(lead, { group: 'response' })).actions).toEqual(['response.submitted']);
    expect((await ofForm(lead, { group: 'resp' })).actions).toEqual([]);
    const [{ at }] = (await ofForm(lead)).history.events;
    const day = String(at).slice(0, 10);
    expect((await ofForm(lead, { from: day, to: day })).actions).toHaveLength(2);
    expect((await ofForm(lead, { to: '2020-01-01' })).actions).toEqual([]);
    expect((await ofForm(lead, { from: '2999-01-01' })).actions).toEqual([]);
    expect((await ofForm(lead, { from: 'yesterday' })).code).toBe('BAD_INPUT');
    expect((await ofForm(lead, { group: "x' OR 1=1" })).code).toBe('BAD_INPUT');
  });

  it('comes in pages that leave nothing out and show nothing twice', async () => {
    await server.unitOfWork.run(SYSTEM, async ({ audit }) => {
      for (let index = 0; index < 120; index += 1)
        await audit(
          'test.paged',
          'round',
          'demo-2026',
          { index },
          { subjects: [{ entity: 'response', id: other }] },
        );
    });
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const { history } = await of(lead, { kind: 'form', id: other, before });
      expect(history.events.length).toBeLessThanOrEqual(50);
      seen.push(...history.events.map(({ seq }: { seq: number }) => seq));
      before = history.older;
    } while (before !== null);
    expect(seen).toHaveLength(122);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it('is read by those alone who lead the round, and of people by administrators', async () => {
    const elsewhere = await colleague(
      server,
      'history-lead',
      grant('survey_lead', { kind: 'round', id: '2017-18' }),
    );
    const cleaner = await colleague(server, 'history-cleaner', grant('cleaner'));
    const person = { kind: 'person', id: administrator.personId };
    const round = { kind: 'round', id: 'demo-2026' };
    const cases: readonly [string, Person, Record<string, unknown>, string][] = [
      ['the lead of another round, a form', elsewhere, { kind: 'form', id: form }, 'FORBIDDEN'],
      ['the same lead, a form that is not there', elsewhere, { kind: 'form', id: 'nowhere' }, 'FORBIDDEN'],
      ['the lead of another round, the round', elsewhere, round, 'FORBIDDEN'],
      ['a cleaner', cleaner, round, 'FORBIDDEN'],
      ['an administrator, a form', administrator, { kind: 'form', id: form }, 'FORBIDDEN'],
      ['a survey lead, a person', lead, person, 'FORBIDDEN'],
      ['a survey lead, a form that is not there', lead, { kind: 'form', id: 'nowhere' }, 'NOT_FOUND'],
      ['a survey lead, a hospital without a round', lead, { kind: 'hospital', id: 'RW603' }, 'NOT_FOUND'],
      ['an administrator, nobody', administrator, { kind: 'person', id: 'nobody' }, 'NOT_FOUND'],
      ['a survey lead, a name that is none', lead, { kind: 'round', id: 'a\u0000b' }, 'NOT_FOUND'],
    ];
    for (const [who, asker, values, code] of cases) expect((await of(asker, values)).code, who).toBe(code);
    expect((await of(thePublic(server), round)).code).not.toBeUndefined();
  });
});
