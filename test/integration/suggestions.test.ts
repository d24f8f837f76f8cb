import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { agreementOf, saveCoding, setSuggestions, suggestionsFor } from '../support/coding-desk.js';
import { CodedRound, ROUND } from '../support/coded-round.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** The first three are about training, the next three are not; the last is held back, for it names somebody. */
const COMMENTS = [
  'They lack training for this work.',
  'Training is missing here.',
  'No training has been given.',
  'Money is short everywhere.',
  'A pilot begins soon.',
  'Nothing is planned.',
  'We ask for training again.',
  'Training comes first.',
  'There is one service.',
  'Ring Dr Example on 0161 496 0000 about training.',
] as const;

describe('codes suggested from what was coded before', () => {
  let server: TestServer;
  let coded: CodedRound;
  let t1: string;
  const suggested = async (who: 'anna' | 'ben', text: string) => {
    const { unitId } = await coded.commentWith(who, text);
    return (await suggestionsFor(coded[who], coded.task[who], unitId)).value;
  };
  const codes = async (who: 'anna' | 'ben', at: number, codeIds: string[], shown: string[] = []) => {
    const comment = await coded.commentWith(who, COMMENTS[at]!);
    return saveCoding(coded[who], coded.task[who], comment, codeIds, { suggested: shown });
  };

  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    coded = await CodedRound.on(server, COMMENTS);
    await coded.begins();
    t1 = coded.codeId('T1');
  });
  afterAll(() => server.stop());

  it('are off until the lead turns them on, for one coder and not for the other', async () => {
    expect(await suggested('anna', COMMENTS[6])).toMatchObject({ state: 'off', suggestions: [] });
    expect((await setSuggestions(coded.anna, coded.task.anna, true)).code).toBe('FORBIDDEN');
    expect((await setSuggestions(coded.lead, coded.task.anna, true)).value.suggestions).toBe(true);
    expect(await suggested('anna', COMMENTS[6])).toMatchObject({ state: 'too_few', learnedFrom: 0 });
    expect(await suggested('ben', COMMENTS[6])).toMatchObject({ state: 'off' });
  });

  it('learn nothing from what the other coder said', async () => {
    for (const at of [0, 1, 2]) await codes('ben', at, [t1]);
    for (const at of [3, 4, 5]) await codes('ben', at, []);
    expect(await suggested('anna', COMMENTS[6])).toEqual({
      state: 'too_few',
      learnedFrom: 0,
      suggestions: [],
    });
    const { unitId } = await coded.commentWith('anna', COMMENTS[6]);
    expect((await suggestionsFor(coded.ben, coded.task.anna, unitId)).code).toBe('NOT_FOUND');
  });

  it('come from the coder’s own finished comments, with the words that led to them', async () => {
    for (const at of [0, 1]) await codes('anna', at, [t1]);
    for (const at of [3, 4, 5]) await codes('anna', at, []);
    expect(await suggested('anna', COMMENTS[6])).toMatchObject({ state: 'too_few', learnedFrom: 5 });
    await codes('anna', 2, [t1]);
    const { state, learnedFrom, suggestions } = await suggested('anna', COMMENTS[6]);
    expect([state, learnedFrom, suggestions.length]).toEqual(['some', 6, 1]);
    // training: in 3 of 3 with T1 and 0 of 3 without: (3.5/4) / (0.5/4) = 7, so 7/8.
    expect(suggestions[0]).toMatchObject({ codeId: t1, withCode: 3, withoutCode: 3 });
    expect(suggestions[0].likelihood).toBeCloseTo(7 / 8, 12);
    expect(suggestions[0].words).toMatchObject([
      { word: 'training', withCode: 3, withoutCode: 0, places: [{ start: 11, end: 19 }] },
    ]);
    expect(await suggested('anna', COMMENTS[8])).toMatchObject({ state: 'none', suggestions: [] });
  });

  it('are never given for a comment that waits for clearing', async () => {
    const held = await coded.teams[9]!.stored();
    const refused = await suggestionsFor(coded.anna, coded.task.anna, `${held!.id}:comments`);
    expect(refused.code).toBe('CONFLICT');
  });

  it('are applied by nobody but the coder, and what became of them is kept', async () => {
    expect((await coded.commentWith('anna', COMMENTS[6])).codes).toEqual([]);
    expect((await codes('anna', 6, [t1], ['nothing'])).code).toBe('BAD_INPUT');
    expect((await codes('anna', 6, [t1], [t1])).code).toBe('');
    expect((await codes('anna', 7, [], [t1])).code).toBe('');
    expect(await coded.commentWith('anna', COMMENTS[6])).toMatchObject({ suggested: [t1] });
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'coding.saved' }, order: { seq: 'ASC' } });
    expect(events.slice(-2).map(({ detail }) => detail)).toMatchObject([{ accepted: 1 }, { accepted: 0 }]);
  });

  it('stand apart in the agreement, which is shown with and without', async () => {
    for (const at of [6, 7]) await codes('ben', at, [t1]);
    for (const who of ['anna', 'ben'] as const) await codes(who, 8, []);
    const { pairs } = (await agreementOf(coded.lead, ROUND, coded.book.id)).value;
    const of = (key: string) => pairs[0].codes.find((code: { key: string }) => code.key === key);
    expect(of('T1')).toMatchObject({ n: 9, both: 4, onlyFirst: 0, onlySecond: 1, neither: 4 });
    expect(of('T1').unaided).toMatchObject({
      suggested: 2,
      accepted: 1,
      n: 7,
      both: 3,
      onlyFirst: 0,
      onlySecond: 0,
      neither: 4,
      kappa: 1,
    });
    expect(of('T2').unaided).toBeNull();
  });

  it('are told apart in the file of codings', async () => {
    const [head, ...rows] = (await coded.file('codings.csv')).trim().split(/\r?\n/);
    expect(head?.split(',').at(-1)).toBe('origin');
    const origins = rows.filter((row) => row.includes(',T1,')).map((row) => row.split(',').at(-1));
    expect(origins.filter((origin) => origin === 'suggested')).toHaveLength(1);
    expect(origins.filter((origin) => origin === 'coder')).toHaveLength(8);
  });

  it('forget a withdrawn form', async () => {
    await setSuggestions(coded.lead, coded.task.ben, true);
    expect(await suggested('ben', COMMENTS[6])).toMatchObject({ state: 'some', learnedFrom: 9 });
    for (const at of [0, 1, 2]) await coded.teams[at]!.withdraw();
    expect(await suggested('ben', COMMENTS[6])).toMatchObject({ state: 'too_few', learnedFrom: 6 });
  });
});
