import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { UnitCodingRow } from '../../server/src/coding/unit-coding.entity.js';
import {
  agreementOf,
  askFor,
  assignCoder,
  changeCodebook,
  comparisonOf,
  createCodebook,
  decideCoding,
  finishCoding,
  myTasks,
  openDesk,
  quotationsOf,
  saveCoding,
  type ShownCodebook,
  type ShownComment,
  tasksOf,
} from '../support/coding-desk.js';
import { CodedRound, ROUND, TEXTS } from '../support/coded-round.js';
import type { Colleague } from '../support/colleagues.js';
import { withoutInReach } from '../support/given.js';
import type { LiaisonTeam, Person } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('coding the comments of a round', () => {
  let server: TestServer;
  let coded: CodedRound;
  let lead: Person;
  let anna: Colleague;
  let ben: Colleague;
  let carl: Colleague;
  let outsider: Colleague;
  let hospitals: readonly string[];
  let teams: readonly LiaisonTeam[];
  let book: ShownCodebook;
  let task: Record<'anna' | 'ben', string>;
  const codeId = (key: string): string => coded.codeId(key);
  const deskOf = (who: 'anna' | 'ben') => coded.deskOf(who);
  const commentWith = (who: 'anna' | 'ben', text: string) => coded.commentWith(who, text);
  const place = () => coded.place;
  const agreed = async (key: string) =>
    (await agreementOf(lead, ROUND, book.id)).value.pairs[0].codes.find((code: any) => code.key === key);

  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    coded = await CodedRound.on(server);
    ({ lead, anna, ben, carl, outsider, hospitals, teams, task } = coded);
  });
  afterAll(() => server.stop());

  it('begins with the themes of 2018 under two headings', async () => {
    expect((await createCodebook(anna)).code).toBe('FORBIDDEN');
    expect((await createCodebook(lead, { title: ' ' })).code).toBe('BAD_INPUT');
    await coded.begins();
    book = coded.book;
    expect(book.codes.filter(({ applicable }) => applicable)).toHaveLength(15);
    expect(book.codes.filter(({ applicable }) => !applicable).map(({ key }) => key)).toEqual(['T', 'S']);
  });

  it('is given to coders of this round, each once', async () => {
    for (const who of ['anna', 'ben'] as const) {
      const { personId } = who === 'anna' ? anna : ben;
      expect((await assignCoder(lead, { ...place(), personId })).code).toBe('CONFLICT');
    }
    expect((await assignCoder(lead, { ...place(), personId: outsider.personId })).code).toBe('BAD_INPUT');
    expect((await assignCoder(anna, { ...place(), personId: carl.personId })).code).toBe('FORBIDDEN');
    expect((await myTasks(anna)).value).toMatchObject([{ id: task.anna, total: 9, final: 0 }]);
    expect((await myTasks(carl)).value).toEqual([]);
  });

  it('shows a coder texts without hospitals, and none that looks identifying', async () => {
    const { value } = await openDesk(anna, task.anna);
    expect(value.comments.map(({ text }: ShownComment) => text).sort()).toEqual(TEXTS.slice(0, 9).sort());
    const sent = JSON.stringify(value);
    for (const odsCode of hospitals) expect(sent).not.toContain(odsCode);
    expect((await agreementOf(lead, ROUND, book.id)).value.heldBack).toBe(1);
  });

  it('keeps each coder’s desk from everybody else', async () => {
    for (const person of [ben, carl, outsider, lead])
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain((await openDesk(person, task.anna)).code);
    const comment = await commentWith('anna', TEXTS[0]!);
    expect((await saveCoding(ben, task.anna, comment, [])).code).toBe('NOT_FOUND');
    for (const refused of [
      await tasksOf(ben, ROUND),
      await agreementOf(ben, ROUND, book.id),
      await quotationsOf(ben, ROUND),
    ])
      expect(refused.code).toBe('FORBIDDEN');
    expect((await comparisonOf(ben, ROUND, book.id)).code).toBe('NOT_FOUND');
    for (const path of ['codings.csv', 'quotations.csv'])
      expect((await ben.get(`/manage/v1/rounds/${ROUND}/codebooks/${book.id}/${path}`)).status).toBe(403);
  });

  it('stores each comment at once, and refuses what does not fit', async () => {
    const comment = await commentWith('anna', TEXTS[0]!);
    const part = [{ codeId: codeId('T1'), start: 10, end: 18 }];
    const first = await saveCoding(anna, task.anna, comment, [], { final: false, codes: part });
    expect(first.value).toMatchObject({ revision: 1, state: 'open' });
    // The answer was lost: the same again is no second save.
    expect(
      (await saveCoding(anna, task.anna, comment, [], { final: false, codes: part })).value.revision,
    ).toBe(1);
    expect((await saveCoding(anna, task.anna, comment, [codeId('T2')])).code).toBe('CONFLICT');
    const now = await commentWith('anna', TEXTS[0]!);
    expect(now).toMatchObject({ state: 'open', revision: 1, codes: part });
    for (const codes of [
      [{ codeId: codeId('T1'), start: 10, end: 999 }],
      [{ codeId: codeId('T'), start: 0, end: 0 }],
      [{ codeId: 'nobody', start: 0, end: 0 }],
    ])
      expect((await saveCoding(anna, task.anna, now, [], { codes })).code).toBe('BAD_INPUT');
    expect((await saveCoding(anna, task.anna, { ...now, textHash: 'other' }, [])).code).toBe('CONFLICT');
    // Nothing of it has reached the other coder.
    const other = await openDesk(ben, task.ben);
    expect(other.value).toMatchObject({ fresh: 9, final: 0 });
    expect(JSON.stringify(other.value.comments)).not.toContain(codeId('T1'));
  });

  it('is finished only when each comment was looked at', async () => {
    expect((await finishCoding(anna, task.anna)).code).toBe('CONFLICT');
    // T1 and T2 as in the hand calculation below: Anna's first, Ben's second.
    const said: Record<string, [readonly string[], readonly string[]]> = {
      [TEXTS[0]!]: [['T1'], ['T1']],
      [TEXTS[1]!]: [['T1'], ['T2']],
      [TEXTS[2]!]: [['T1'], ['T1']],
      [TEXTS[3]!]: [['T4'], ['T4']],
      [TEXTS[4]!]: [['T7'], ['T1']],
      [TEXTS[5]!]: [['T6'], ['T6']],
    };
    for (const [at, who] of (['anna', 'ben'] as const).entries())
      for (const comment of await deskOf(who)) {
        const codes = (said[comment.text]?.[at] ?? []).map(codeId);
        const memo = who === 'anna' ? 'memo of anna' : '';
        const saved = await saveCoding(who === 'anna' ? anna : ben, task[who], comment, codes, {
          final: false,
          memo,
        });
        expect(saved.code).toBe('');
      }
    // Nothing is compared before both are done, not even for the lead.
    expect((await comparisonOf(lead, ROUND, book.id)).value).toMatchObject({ total: 0, comments: [] });
    expect((await agreementOf(lead, ROUND, book.id)).value).toMatchObject({ pairs: [], waiting: 9 });
  });

  it('keeps both when two coders finish at once, and a save that comes with it is kept or refused', async () => {
    const late = await commentWith('ben', TEXTS[7]!);
    const [annas, bens, saved] = await Promise.all([
      finishCoding(anna, task.anna),
      finishCoding(ben, task.ben),
      saveCoding(ben, task.ben, late, [], { final: false, memo: 'late' }),
    ]);
    expect([annas.code, bens.code]).toEqual(['', '']);
    expect(['', 'CONFLICT']).toContain(saved.code);
    if (saved.code === '') {
      const again = await commentWith('ben', TEXTS[7]!);
      expect(again.memo).toBe('late');
      if (again.state === 'open') await saveCoding(ben, task.ben, again, [], { memo: 'late' });
    }
    expect((await tasksOf(lead, ROUND)).value).toMatchObject([{ final: 9 }, { final: 9 }]);
    expect((await saveCoding(anna, task.anna, await commentWith('anna', TEXTS[0]!), [])).code).toBe(
      'CONFLICT',
    );
  });

  it('has the agreement that one reckons by hand', async () => {
    // T1: both on 2 of 9, Anna alone on 1, Ben alone on 1, neither on 5.
    const found = await agreed('T1');
    expect(found).toMatchObject({ n: 9, both: 2, onlyFirst: 1, onlySecond: 1, neither: 5 });
    const observed = 7 / 9;
    const chance = (3 / 9) * (3 / 9) + (6 / 9) * (6 / 9);
    expect(found.observed).toBeCloseTo(observed, 12);
    expect(found.kappa).toBeCloseTo((observed - chance) / (1 - chance), 12);
    expect(found.pabak).toBeCloseTo(2 * observed - 1, 12);
    expect(await agreed('S1')).toMatchObject({ n: 9, neither: 9, kappa: null, observed: 1, ac1: 1 });
  });

  it('is decided side by side by a third person who was asked to, and by nobody else', async () => {
    expect((await comparisonOf(carl, ROUND, book.id)).code).toBe('NOT_FOUND');
    await assignCoder(lead, { ...place(), personId: carl.personId, kind: 'adjudicate' });
    const { value } = await comparisonOf(carl, ROUND, book.id);
    expect(value).toMatchObject({ total: 9, undecided: 2 });
    const open = value.comments.find((each: ShownComment) => each.text === TEXTS[1]);
    expect(open.codings.map((each: any) => each.codes[0].codeId)).toEqual([codeId('T1'), codeId('T2')]);
    const decision = {
      ...place(),
      unitId: open.unitId,
      codes: [{ codeId: codeId('T2'), start: 0, end: 0 }],
      memo: 'No word on staff.',
    };
    expect((await decideCoding(ben, decision)).code).toBe('NOT_FOUND');
    expect((await comparisonOf(outsider, ROUND, book.id)).code).toBe('FORBIDDEN');
    expect((await decideCoding(carl, decision)).code).toBe('');
    expect((await decideCoding(lead, decision)).code).toBe('CONFLICT');
    expect((await agreementOf(lead, ROUND, book.id)).value).toMatchObject({
      adjudicated: 1,
      agreed: 7,
      disagreed: 1,
    });
  });

  it('carries applications through a merge and a split, and back by another version', async () => {
    const before = await agreed('T1');
    const merged = await changeCodebook(lead, 'mergeCodes', {
      id: book.id,
      expectedVersion: 1,
      fromId: codeId('T2'),
      intoId: codeId('T1'),
    });
    expect(merged.value.version).toBe(2);
    expect(await agreed('T1')).toMatchObject({ both: 3, onlyFirst: 0, onlySecond: 1 });
    const lateMerge = { id: book.id, expectedVersion: 1, fromId: codeId('T3'), intoId: codeId('T1') };
    expect((await changeCodebook(lead, 'mergeCodes', lateMerge)).code).toBe('CONFLICT');
    await changeCodebook(lead, 'restoreCodebook', { id: book.id, expectedVersion: 2, version: 1 });
    expect(await agreed('T1')).toEqual(before);
    const moved = await commentWith('anna', TEXTS[0]!);
    const split = await changeCodebook(lead, 'splitCode', {
      id: book.id,
      expectedVersion: 3,
      codeId: codeId('T1'),
      key: 'T1b',
      name: 'Training alone',
      definition: '',
      units: [moved.unitId],
    });
    expect(split.value.codes.map(({ key }) => key)).toContain('T1b');
    expect(await agreed('T1')).toMatchObject({ both: 1 });
    expect(await agreed('T1b')).toMatchObject({ both: 1, n: 9 });
    coded.book = (
      await changeCodebook(lead, 'restoreCodebook', { id: book.id, expectedVersion: 4, version: 1 })
    ).value;
    book = coded.book;
    expect(await agreed('T1')).toEqual(before);
  });

  it('is exported without texts and without names, safe for spreadsheets', async () => {
    const csv = await (await lead.get(`/manage/v1/rounds/${ROUND}/codebooks/${book.id}/codings.csv`)).text();
    expect(csv).toContain('coder 1');
    expect(csv).toContain('decision');
    for (const secret of [...TEXTS, ...hospitals, 'memo of anna', anna.personId, 'Example'])
      expect(csv).not.toContain(secret);
  });

  it('counts codes by region and by category of the ladder, settled comments only', async () => {
    for (const by of ['region', 'ladder']) {
      const { value } = await askFor(
        lead,
        'codeTally',
        `query ($r: ID!, $c: ID!) { codeTally(roundId: $r, codebookId: $c, by: ${by}) {
          settled unsettled groups { name hospitals } rows { key total comments } } }`,
        { r: ROUND, c: book.id },
      );
      expect(value).toMatchObject({ settled: 8, unsettled: 1 });
      expect(value.rows.find(({ key }: any) => key === 'T2').total).toBe(1);
    }
  });

  it('asks for a corrected comment anew, and what was said of the old text does not count', async () => {
    const form = withoutInReach(hospitals[3]!, { comments: ['Other words.'] });
    await teams[3]!.submit(form, { reason: 'A slip.' });
    expect((await openDesk(anna, task.anna)).value).toMatchObject({ total: 9, final: 8, fresh: 1 });
    expect((await agreed('T4')).n).toBe(8);
  });

  it('opens a task again for the coder, and takes a coder off whose finished comments stay', async () => {
    expect((await askFor(ben, 'reopenCoding', REOPEN, { t: task.anna, u: '' })).code).toBe('FORBIDDEN');
    const one = await commentWith('ben', TEXTS[0]!);
    await askFor(lead, 'reopenCoding', REOPEN, { t: task.ben, u: one.unitId });
    expect(await commentWith('ben', TEXTS[0]!)).toMatchObject({ state: 'open' });
    const off = await askFor(
      lead,
      'removeCoder',
      'mutation ($t: ID!) { removeCoder(taskId: $t) { removedAt final } }',
      { t: task.ben },
    );
    expect(off.value).toMatchObject({ final: 7 });
    expect((await openDesk(ben, task.ben)).code).toBe('NOT_FOUND');
    expect((await agreed('T1')).n).toBe(7);
  });

  it('forgets a withdrawn form: its comment, what was said of it, and what was quoted', async () => {
    const stored = await teams[5]!.stored();
    const rows = () => server.reader.getRepository(UnitCodingRow).countBy({ responseId: stored!.id });
    expect(await rows()).toBe(2);
    expect(await teams[5]!.withdraw()).toBe('ResponseWithdrawn');
    expect(await rows()).toBe(0);
    expect((await deskOf('anna')).map(({ text }) => text)).not.toContain(TEXTS[5]);
    expect((await agreed('T6')).n).toBe(6);
  });

  it('shares a round between coders without a comment twice or left out', async () => {
    const parts = await Promise.all(
      [anna, ben].map(async ({ personId }, at) => {
        const second = (await createCodebook(lead, { title: `Shared ${at}` })).value.codebook;
        const given = { roundId: ROUND, codebookId: second.id, personId, part: at + 1, parts: 2 };
        return (await assignCoder(lead, given)).value.total;
      }),
    );
    expect(parts[0] + parts[1]).toBe((await openDesk(anna, task.anna)).value.total);
  });
});

const REOPEN = 'mutation ($t: ID!, $u: ID!) { reopenCoding(taskId: $t, unitId: $u) { final open } }';
