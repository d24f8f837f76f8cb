import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Cleaner } from '../support/cleaner.js';
import { decideCoding, finishCoding, saveCoding } from '../support/coding-desk.js';
import { CodedRound, ROUND, TEXTS } from '../support/coded-round.js';
import { withoutInReach } from '../support/given.js';
import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';

const PARTS = `coding { codebook version coded notCoded }
  themes { code name count of few repeats`;

describe('the themes of a released round', () => {
  let server: TestServer;
  let coded: CodedRound;
  let keys = 0;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    coded = await CodedRound.on(server);
    await coded.begins();
  });
  afterAll(() => server.stop());

  const release = async (): Promise<any> => {
    const { data } = await coded.lead.ask(
      `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) { ... on Release { number sha256
        ${PARTS} source agreement { statistic value observed comments } } } } }`,
      { input: { roundId: ROUND, kind: 'interim', note: '', idempotencyKey: `themes-key-${(keys += 1)}` } },
    );
    return data?.['releaseRound'];
  };
  const preview = async (kind: 'interim' | 'final' = 'interim'): Promise<any> => {
    const { data } = await coded.lead.ask(
      `query ($r: ID!, $kind: ReleaseKind!) { releasePreview(roundId: $r, kind: $kind) { number ${PARTS} } } }`,
      { r: ROUND, kind },
    );
    return data?.['releasePreview'];
  };
  const page = async (): Promise<string> => {
    const { body } = await rawGet(`${server.url}/open/v1/rounds/${ROUND}/report.html`, {
      'accept-encoding': 'identity',
    });
    return body.toString('utf8');
  };
  /** The codes that a coder gives to each comment, by its place among the texts; others get none. */
  const codes = async (who: 'anna' | 'ben', given: Readonly<Record<number, string>>): Promise<void> => {
    for (const comment of await coded.deskOf(who)) {
      const key = given[(TEXTS as readonly string[]).indexOf(comment.text)];
      await saveCoding(coded[who], coded.task[who], comment, key === undefined ? [] : [coded.codeId(key)], {
        final: false,
      });
    }
  };
  const corrects = async (at: number, text: string): Promise<void> => {
    const answers = withoutInReach(coded.hospitals[at]!, { comments: [text], consent_quote: ['no'] });
    await coded.teams[at]!.submit(answers, { reason: 'Asked again.' });
  };

  it('are none, in words, before the comments are coded', async () => {
    expect(await release()).toMatchObject({ number: 1, themes: [], coding: null });
    expect(await page()).not.toContain('Themes of the comments');
    // One coder has finished, the other is at work.
    await codes('anna', { 0: 'T1', 1: 'T1', 4: 'T1', 5: 'T1', 2: 'T2', 3: 'T2', 6: 'T3' });
    await codes('ben', { 0: 'T1', 1: 'T1', 4: 'T1', 5: 'T1', 2: 'T2', 3: 'T2' });
    await finishCoding(coded.anna, coded.task.anna);
    expect(await preview()).toMatchObject({ number: 2, themes: [], coding: null });
  });

  it('count what is settled, and say how many comments are not', async () => {
    await finishCoding(coded.ben, coded.task.ben);
    // The coders differ on one comment, and one is held back because it names somebody.
    expect((await preview()).coding).toMatchObject({ codebook: 'Themes', version: 1, coded: 8, notCoded: 2 });
    const { unitId } = await coded.commentWith('anna', TEXTS[6]);
    await decideCoding(coded.lead, { ...coded.place, unitId });
    expect((await preview()).coding).toMatchObject({ coded: 9, notCoded: 1 });
  });

  it('leave with a release, small counts as such, in the order of the codebook', async () => {
    const out = await release();
    expect(out).toMatchObject({ number: 2, coding: { coded: 9, notCoded: 1 } });
    expect(out.themes.map(({ code }: { code: string }) => code)).toEqual(
      coded.book.codes.filter(({ applicable }) => applicable).map(({ key }) => key),
    );
    const [first, second, third] = out.themes;
    expect(first).toMatchObject({ code: 'T1', count: 4, of: 9, few: false, repeats: null });
    expect(first.agreement).toEqual({ statistic: 'kappa', value: 1, observed: 1, comments: 9 });
    for (const few of [second, third])
      expect(few).toMatchObject({ count: null, of: 9, few: true, agreement: null });
    const sent = JSON.stringify(out);
    for (const text of TEXTS) expect(sent).not.toContain(text);
  });

  it('stand in the report, every number a figure of the release', async () => {
    const html = await page();
    expect(html).toContain('<data value="theme.T1">4</data> of 9');
    expect(html).toContain('<data value="theme.T2">fewer than 3</data>');
    expect(html).toContain('<data value="theme.T1.agreement">1</data>');
    expect(html).toContain('<data value="coding.coded">9</data>');
  });

  it('are open data, with the same figures', async () => {
    const { body } = await rawGet(`${server.url}/open/v1/rounds/${ROUND}/summary.json`);
    const summary = JSON.parse(body.toString('utf8'));
    expect(summary.coding).toEqual({ codebook: 'Themes', version: 1, coded: 9, notCoded: 1 });
    expect(summary.themes[0]).toMatchObject({ code: 'T1', comments: 4, of: 9, release: 2 });
    expect(summary.themes[1]).toMatchObject({ code: 'T2', comments: null, agreement: null });
    const uncoded = await rawGet(`${server.url}/open/v1/rounds/${ROUND}/releases/1/summary.json`);
    expect(JSON.parse(uncoded.body.toString('utf8'))).not.toHaveProperty('themes');
  });

  it('do not tell in the next release what one comment less has changed', async () => {
    await corrects(0, 'Something else is said now.');
    const out = await release();
    expect(out).toMatchObject({ number: 3, coding: { coded: 8, notCoded: 2 } });
    expect(out.themes[0]).toMatchObject({ count: 4, of: 9, repeats: 2 });
    const { data } = await coded.lead.ask(
      '{ before: release(roundId: "coded-2027", number: 1) { sha256 coding { coded } themes { code } } }',
    );
    expect(data?.['before']).toMatchObject({ coding: null, themes: [] });
  });

  it('are of the comments in the freeze, whatever was sent since', async () => {
    expect(await new Cleaner(coded.lead, ROUND).freeze('')).toMatchObject({ number: 1 });
    await corrects(1, 'Said after the freeze.');
    expect((await preview('interim')).coding).toMatchObject({ coded: 7, notCoded: 3 });
    expect((await preview('final')).coding).toMatchObject({ coded: 8, notCoded: 2 });
  });
});
