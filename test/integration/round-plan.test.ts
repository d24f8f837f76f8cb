import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { colleague, grant } from '../support/colleagues.js';
import { FrameLead } from '../support/frame-lead.js';
import { givenRound, rowCounts } from '../support/given.js';
import { thePublic } from '../support/people.js';
import { READY, RoundPlanner } from '../support/round-planner.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const COPY = { instrumentKey: '', instrumentVersion: '', frameId: '' };

describe('the plan of a round', () => {
  let server: TestServer;
  let lead: RoundPlanner;
  const clock = new TestClock();
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined }, { clock });
    lead = await RoundPlanner.of(server);
  });
  afterAll(() => server.stop());

  const publicRounds = async (): Promise<string[]> => {
    const { data } = await thePublic(server).ask('{ rounds { id } }');
    return ((data?.['rounds'] ?? []) as { id: string }[]).map(({ id }) => id);
  };

  it('begins from nothing as a draft that the public does not see', async () => {
    const { round } = await lead.create('unreal-2090');
    expect(round).toMatchObject({
      id: 'unreal-2090',
      revision: 1,
      kind: 'synthetic',
      state: 'draft',
      basedOn: '',
      opensAt: '',
      perspectives: ['liaison'],
      purpose: '',
      nameFacts: true,
      nameDontKnow: false,
      nameSilence: false,
      takesAnswers: false,
      locked: [],
    });
    expect(await publicRounds()).not.toContain('unreal-2090');
    const { data } = await thePublic(server).ask('{ round(id: "unreal-2090") { id } }');
    expect(data?.['round']).toBeNull();
    expect(await (await server.get('/open/v1/rounds')).text()).not.toContain('unreal-2090');
  });

  it('begins from an earlier round in one step: everything copied, the dates a year on, facts asked anew', async () => {
    await lead.create('unreal-2091');
    await lead.save('unreal-2091', {
      ...READY,
      opensAt: '2096-02-29',
      closesAt: '2096-05-31',
      correctionsUntil: '2096-06-30',
      perspectives: ['psychology', 'liaison'],
      unitOfAnalysis: 'service',
      nameSilence: true,
    });
    const { round } = await lead.create('unreal-2092', { from: 'unreal-2091', ...COPY });
    expect(round).toMatchObject({
      basedOn: 'unreal-2091',
      instrumentKey: 'iapt-liaison',
      instrumentVersion: '1.1',
      frameId: 'acute-ed-2018',
      opensAt: '2097-02-28T00:00:00.000Z',
      closesAt: '2097-05-31T23:59:59.000Z',
      correctionsUntil: '2097-06-30T23:59:59.000Z',
      perspectives: ['liaison', 'psychology'],
      purpose: 'service_evaluation',
      legalBasis: 'legitimate_interests',
      unitOfAnalysis: 'service',
      nameSilence: true,
      state: 'draft',
    });
    // The report of 2018 asked version 1.0; a new round asks what is published now.
    const live = await lead.create('unreal-2093', { from: '2017-18', kind: 'live', ...COPY });
    expect(live.round).toMatchObject({ kind: 'live', instrumentVersion: '1.1', basedOn: '2017-18' });
  });

  it('reads rounds from before there were plans', async () => {
    expect(await lead.get('demo-2026')).toMatchObject({
      revision: 0,
      perspectives: ['liaison'],
      purpose: '',
      noteWords: [],
      state: 'open',
    });
    expect((await lead.get('2017-18'))['steps']).toEqual([]);
    expect((await lead.save('2017-18', { title: 'Something else' })).refused).toEqual(['title FIELD_LOCKED']);
  });

  it.each<[string, string, Record<string, string>, string[]]>([
    ['an id with capitals', 'Unreal-X', {}, ['id BAD_ROUND_ID']],
    ['an id that is an address of its own', 'new', {}, ['id BAD_ROUND_ID']],
    ['an id that is taken', 'demo-2026', {}, ['id ID_TAKEN']],
    ['no title', 'unreal-bad', { title: ' ' }, ['title EMPTY_TITLE']],
    ['a title that cannot be stored', 'unreal-bad', { title: 'a\u0000b' }, ['title UNREADABLE_TEXT']],
    ['facts of a report', 'unreal-bad', { kind: 'published_facts' }, ['kind WRONG_KIND']],
    [
      'a live copy of a synthetic round',
      'unreal-bad',
      { kind: 'live', from: 'demo-2026' },
      ['kind SYNTHETIC_STAYS'],
    ],
    ['an earlier round that is none', 'unreal-bad', { from: 'nowhere' }, ['from NO_SUCH_ROUND']],
    [
      'a questionnaire that is not published',
      'unreal-bad',
      { instrumentVersion: '7.0' },
      ['instrumentVersion INSTRUMENT_NOT_PUBLISHED'],
    ],
    ['a frame that is none', 'unreal-bad', { frameId: 'nowhere' }, ['frameId NO_SUCH_FRAME']],
    [
      'several at once',
      'X',
      { kind: 'x', frameId: '' },
      ['id BAD_ROUND_ID', 'kind WRONG_KIND', 'frameId NO_SUCH_FRAME'],
    ],
  ])(
    'is refused for %s, with the field and the mend, and nothing is stored',
    async (_what, id, values, refused) => {
      const before = await rowCounts(server);
      const outcome = await lead.create(id, values);
      expect(new Set(outcome.refused)).toEqual(new Set(refused));
      for (const { message, mend } of outcome.problems) expect([message, mend]).not.toContain('');
      expect(await rowCounts(server)).toEqual(before);
    },
  );

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'closing before opening',
      { opensAt: '2098-06-01', closesAt: '2098-05-31' },
      ['closesAt CLOSES_BEFORE_IT_OPENS'],
    ],
    [
      'corrections that end before the close',
      { closesAt: '2098-05-31', correctionsUntil: '2098-05-30' },
      ['correctionsUntil CORRECTIONS_BEFORE_CLOSE'],
    ],
    [
      'corrections without a close',
      { closesAt: '', correctionsUntil: '2098-05-30' },
      ['correctionsUntil CORRECTIONS_WITHOUT_CLOSE'],
    ],
    ['a day that no calendar has', { closesAt: '2098-02-30' }, ['closesAt NOT_A_DATE']],
    ['a word for a day', { opensAt: 'tomorrow' }, ['opensAt NOT_A_DATE']],
    ['a year out of time', { opensAt: '0227-05-01' }, ['opensAt DATE_OUT_OF_RANGE']],
    ['nobody invited', { perspectives: [] }, ['perspectives NOBODY_INVITED']],
    ['somebody unheard of', { perspectives: ['patients'] }, ['perspectives NOT_OFFERED']],
    ['a purpose that is none', { purpose: 'fun' }, ['purpose NOT_OFFERED']],
    ['a unit that is none', { unitOfAnalysis: 'bed' }, ['unitOfAnalysis NOT_OFFERED']],
    [
      'a retired or unknown questionnaire',
      { instrumentVersion: '9.9' },
      ['instrumentVersion INSTRUMENT_NOT_PUBLISHED'],
    ],
    ['two at once', { title: '', purpose: 'fun' }, ['purpose NOT_OFFERED', 'title EMPTY_TITLE']],
  ])('refuses to be saved with %s', async (_what, changes, refused) => {
    expect((await lead.save('unreal-2090', changes)).refused).toEqual(refused);
    expect((await lead.get('unreal-2090'))['revision']).toBe(1);
  });

  it('refuses a frame that is not frozen, and a version that is a pilot once it shall open', async () => {
    const frames = await FrameLead.of(server);
    await frames.create('Unreal unfrozen');
    expect((await lead.create('unreal-bad', { frameId: 'unreal-unfrozen' })).refused).toEqual([
      'frameId FRAME_NOT_FROZEN',
    ]);
    expect((await lead.save('unreal-2090', { frameId: 'unreal-unfrozen' })).refused).toEqual([
      'frameId FRAME_NOT_FROZEN',
    ]);
  });

  it('opens only when everything is said that respondents are told', async () => {
    expect((await lead.step('unreal-2090', 'open')).refused).toEqual([
      'purpose NO_PURPOSE',
      'legalBasis NO_LEGAL_BASIS',
      'closesAt NO_CLOSING_DAY',
    ]);
    await lead.save('unreal-2090', {
      ...READY,
      purpose: 'research',
      closesAt: '2020-01-01',
      correctionsUntil: '',
    });
    expect((await lead.step('unreal-2090', 'open')).refused).toEqual([
      'approval NO_APPROVAL',
      'closesAt DATE_IN_THE_PAST',
    ]);
    expect((await lead.step('unreal-2090', 'published')).refused).toEqual(['to NO_SUCH_STEP']);
    expect((await lead.get('unreal-2090'))['state']).toBe('draft');
  });

  it('keeps the save of one lead from overwriting that of another, and shows both', async () => {
    await lead.create('unreal-two-leads');
    const other = await RoundPlanner.of(server);
    expect((await lead.save('unreal-two-leads', { title: 'Mine' }, 1)).round?.['revision']).toBe(2);
    const late = await other.save('unreal-two-leads', { title: 'Theirs', nameSilence: true }, 1);
    expect(late.stale).toMatchObject({ title: 'Mine', nameSilence: false, revision: 2 });
    expect(late.differences).toEqual([
      { field: 'title', stored: 'Mine', sent: 'Theirs' },
      { field: 'nameSilence', stored: 'false', sent: 'true' },
    ]);
    expect(await lead.get('unreal-two-leads')).toMatchObject({ title: 'Mine', revision: 2 });
    // The first try was stored and its answer lost: the same once more is no conflict.
    expect((await lead.save('unreal-two-leads', { title: 'Mine' }, 1)).round?.['revision']).toBe(2);
    const raced = await Promise.all(['A', 'B'].map((title) => lead.save('unreal-two-leads', { title }, 2)));
    expect(raced.filter(({ round }) => round !== undefined)).toHaveLength(1);
    expect(raced.filter(({ stale }) => stale !== undefined)).toHaveLength(1);
  });

  it('belongs to those who may plan it: the lead of one round reads and changes that one', async () => {
    await givenRound(server, 'unreal-of-one', { kind: 'synthetic' });
    const scope = { kind: 'round', id: 'unreal-of-one' } as const;
    const person = await colleague(server, 'planner-of-one', grant('survey_lead', scope));
    const own = new RoundPlanner(server, person.cookie);
    expect((await own.list()).map(({ id }) => id)).toEqual(['unreal-of-one']);
    expect((await own.save('unreal-of-one', { title: 'Ours' })).round?.['title']).toBe('Ours');
    expect((await own.create('unreal-other')).error).toBe('FORBIDDEN');
    for (const query of [
      '{ roundPlan(id: "demo-2026") { id } }',
      'mutation { takeRoundStep(input: { roundId: "demo-2026", to: "cleaning", expectedRevision: 0 }) { __typename } }',
    ])
      expect((await own.ask(query)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
