import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReportEdition, ReportVersion } from '../../server/src/publication/report/report.entity.js';
import { confirmQuotation, removeQuotation, saveQuotation } from '../support/coding-desk.js';
import { CodedRound, ROUND, TEXTS } from '../support/coded-round.js';
import { colleague, grant } from '../support/colleagues.js';
import { withoutInReach } from '../support/given.js';
import { rawGet } from '../support/raw-get.js';
import { textOfPdf } from '../support/read-pdf.js';
import { ReportWriter, type ShownReport } from '../support/report-writer.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Comments of three hospitals that consented to be quoted; masked as they are printed. */
const PILOT = 'A pilot begins in [town] next year.';
const PIECES = 'Commissioners buy it in pieces.';
const HERE = 'Health psychology does this here.';

describe('quotations in the report of a round', () => {
  let server: TestServer;
  let coded: CodedRound;
  let writer: ReportWriter;
  const ids: Record<string, string> = {};
  let keys = 0;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    coded = await CodedRound.on(server);
    await coded.begins();
    writer = new ReportWriter(coded.lead, ROUND);
    // The fifth consents to facts and words under its name, the sixth to words only.
    for (const [at, facts] of [
      [4, 'yes'],
      [5, 'no'],
    ] as const)
      await coded.teams[at]!.submit(
        withoutInReach(coded.hospitals[at]!, {
          comments: [TEXTS[at]!],
          consent_quote: ['yes'],
          consent_facts: [facts],
        }),
        { reason: 'Asked again.' },
      );
    for (const text of [TEXTS[3], TEXTS[4], TEXTS[5]]) {
      const { unitId } = await coded.commentWith('anna', text);
      const masks = text === TEXTS[3] ? [{ start: 18, end: 25, label: 'town' }] : [];
      const quoted = { roundId: ROUND, unitId, start: 0, end: text.length, masks };
      const { value } = await saveQuotation(coded.lead, quoted);
      await confirmQuotation(coded.lead, value.id, value.revision);
      ids[value.words] = value.id;
    }
  });
  afterAll(() => server.stop());

  const release = async (): Promise<{ readonly number: number; readonly sha256: string }> => {
    const { data } = await coded.lead.ask(
      `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) { ... on Release { number sha256 } } }`,
      { input: { roundId: ROUND, kind: 'interim', note: '', idempotencyKey: `quoted-key-${(keys += 1)}` } },
    );
    return data?.['releaseRound'];
  };
  /** The report in all its formats as text, with the tag of each. */
  const published = async (): Promise<{ readonly texts: readonly string[]; readonly tags: string[] }> => {
    const files = await Promise.all(
      ['html', 'docx', 'pdf'].map((format) =>
        rawGet(`${server.url}/open/v1/rounds/${ROUND}/report.${format}`, { 'accept-encoding': 'identity' }),
      ),
    );
    const [html, docx, pdf] = files.map(({ body }) => body);
    const word = strFromU8(unzipSync(new Uint8Array(docx!))['word/document.xml']!).replace(/<[^>]+>/g, ' ');
    const texts = [html!.toString('utf8'), word, textOfPdf(pdf!).replace(/\s+/g, ' ')];
    return { texts, tags: files.map(({ headers }) => headers.etag ?? '') };
  };
  const withBlock = (report: ShownReport, quotations: readonly string[], inProfiles: readonly string[]) => ({
    blocks: [
      ...report.blocks
        .filter(({ id }) => id !== 'said')
        .map((block) => (block.id === 'profiles-list' ? { ...block, quotations: inProfiles } : block)),
      {
        id: 'said',
        kind: 'quotations',
        level: 0,
        text: 'On what is planned:',
        subject: '',
        notFigures: [],
        quotations,
      },
    ],
  });

  it('are offered to the author with hospital, theme and clearance, without a name where none may stand', async () => {
    const { report } = await writer.read();
    expect(report.quotations.map(({ words, odsCode }) => [words, odsCode]).toSorted()).toEqual(
      [
        [PILOT, coded.hospitals[3]],
        [PIECES, coded.hospitals[4]],
        [HERE, ''],
      ].toSorted(),
    );
    const named = report.quotations.find(({ words }) => words === PILOT)!;
    expect(named.hospital).not.toBe('');
    expect(named.clearedBy).not.toBe('');
    expect(report.quotations.find(({ words }) => words === HERE)!.hospital).toBe('');
    expect(report.blocks.every(({ quotations }) => quotations.length === 0)).toBe(true);
    const outsider = await colleague(
      server,
      'lead-elsewhere',
      grant('survey_lead', { kind: 'round', id: 'demo-2026' }),
    );
    expect((await new ReportWriter(outsider, ROUND).read()).error).toBe('FORBIDDEN');
  });

  it('stand in no report of themselves', async () => {
    expect(await release()).toMatchObject({ number: 1 });
    const { texts } = await published();
    for (const text of texts) for (const words of [PILOT, PIECES, HERE]) expect(text).not.toContain(words);
  });

  it('stand in the preview and in the release where they were chosen, in every format', async () => {
    const { report } = await writer.read();
    const refused = await writer.save(report, {
      'summary-meaning': { text: 'Words.', quotations: [ids[PILOT]!] },
    });
    expect(refused.problems).toMatchObject([{ code: 'BAD_QUOTATIONS', field: 'summary-meaning' }]);
    const chosen = withBlock(report, [ids[PILOT]!, ids[HERE]!], [ids[PIECES]!]);
    expect(await writer.save(report, {}, chosen)).toMatchObject({ __typename: 'Report' });
    const preview = await (await coded.lead.get(`/manage/v1/rounds/${ROUND}/report/preview.html`)).text();
    for (const words of [PILOT, HERE, PIECES]) expect(preview).toContain(words);
    await release();
    const { texts } = await published();
    for (const text of texts) {
      for (const words of [PILOT, HERE, PIECES]) expect(text).toContain(words);
      expect(text).not.toContain('withdrawn.');
    }
    expect(texts[0]).toMatch(
      /A pilot begins[^<]*<\/p><\/blockquote>\n<figcaption>One of the hospitals that answered/,
    );
    const { hospital } = (await writer.read()).report.quotations.find(({ words }) => words === PIECES)!;
    expect(texts[0]).toContain(`${PIECES}</p></blockquote>\n<figcaption>${hospital}</figcaption>`);
  });

  it('have their words nowhere in what is kept of the report, and in no other open file', async () => {
    const kept = JSON.stringify([
      await server.reader.getRepository(ReportEdition).find(),
      await server.reader.getRepository(ReportVersion).find(),
    ]);
    for (const words of ['pilot begins', PIECES, HERE]) expect(kept).not.toContain(words);
    const zip = await rawGet(`${server.url}/open/v1/rounds/${ROUND}/export.zip`, {
      'accept-encoding': 'identity',
    });
    const files = Object.values(unzipSync(new Uint8Array(zip.body))).map((file) => strFromU8(file));
    const round = await (await server.get(`/open/v1/rounds/${ROUND}`)).text();
    for (const text of [...files, round]) expect(text).not.toContain(PIECES);
  });

  it('disappear with the form that is withdrawn, and the release stays what it was', async () => {
    const before = await published();
    const { data: was } = await server.send(`{ release(roundId: "${ROUND}") { sha256 } }`);
    const editions = await server.reader.getRepository(ReportEdition).find({ order: { id: 'ASC' } });
    await coded.teams[3]!.withdraw();
    const after = await published();
    for (const [at, text] of after.texts.entries()) {
      expect(text).not.toContain('pilot begins');
      expect(text).toContain('A quotation was withdrawn after this report was released.');
      expect(text).toContain(HERE);
      expect(after.tags[at]).not.toBe(before.tags[at]);
    }
    for (const [at, format] of ['html', 'docx', 'pdf'].entries()) {
      // No cache on the way may answer with what it had before, not even for half a minute.
      const { headers } = await rawGet(`${server.url}/open/v1/rounds/${ROUND}/report.${format}`);
      expect(headers['cache-control'], format).toBe('public, no-cache');
      const again = await rawGet(`${server.url}/open/v1/rounds/${ROUND}/report.${format}`, {
        'if-none-match': before.tags[at]!,
      });
      expect(again.status, format).toBe(200);
    }
    const { data: is } = await server.send(`{ release(roundId: "${ROUND}") { sha256 } }`);
    expect(is).toEqual(was);
    expect(await server.reader.getRepository(ReportEdition).find({ order: { id: 'ASC' } })).toEqual(editions);
  });

  it('disappear when consent is taken back, when masks change, and when their lead takes them away', async () => {
    const form = withoutInReach(coded.hospitals[4]!, { comments: [TEXTS[4]], consent_quote: ['no'] });
    await coded.teams[4]!.submit(form, { reason: 'We would rather not.' });
    const [html = ''] = (await published()).texts;
    expect(html).not.toContain(PIECES);
    expect(html).toContain('2 quotations were withdrawn after this report was released.');
    const { report } = await writer.read();
    expect(report.quotations.map(({ words }) => words)).toEqual([HERE]);
    expect(report.flags.filter(({ code }) => code === 'QUOTATION_HELD').map(({ field }) => field)).toEqual([
      'profiles-list',
      'said',
    ]);
    const { unitId } = await coded.commentWith('anna', TEXTS[5]);
    const masks = [{ start: 0, end: 17, label: 'service' }];
    const quoted = { roundId: ROUND, unitId, id: ids[HERE]!, start: 0, end: TEXTS[5].length, masks };
    const { value } = await saveQuotation(coded.lead, { ...quoted, expectedRevision: 2 });
    await confirmQuotation(coded.lead, value.id, value.revision);
    const [masked = ''] = (await published()).texts;
    expect(masked).not.toContain(HERE);
    expect(masked).toContain('3 quotations were withdrawn after this report was released.');
    // The next release prints it as it is cleared now, until it is taken away.
    await release();
    expect((await published()).texts[0]).toContain('[service] does this here.');
    await removeQuotation(coded.lead, value.id);
    const [gone = ''] = (await published()).texts;
    expect(gone).not.toContain('does this here');
    expect(gone).toContain('A quotation was withdrawn after this report was released.');
  });

  it('without a name disappear where fewer than three hospitals are left that wrote', async () => {
    const { unitId } = await coded.commentWith('anna', TEXTS[5]);
    const { value } = await saveQuotation(coded.lead, {
      roundId: ROUND,
      unitId,
      start: 0,
      end: 33,
      masks: [],
    });
    await confirmQuotation(coded.lead, value.id, value.revision);
    const { report } = await writer.read();
    await writer.save(report, {}, withBlock(report, [value.id], []));
    await release();
    // The fourth withdrew above; those of the sixth, seventh and eighth stay for now.
    for (const at of [0, 1, 2, 4, 8, 9]) await coded.teams[at]!.withdraw();
    expect((await published()).texts[0]).toContain(HERE);
    await coded.teams[7]!.withdraw();
    for (const text of (await published()).texts) {
      expect(text).not.toContain(HERE);
      expect(text).toContain('A quotation was withdrawn after this report was released.');
    }
  });
});
