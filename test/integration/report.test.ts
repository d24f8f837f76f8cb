import { strFromU8, unzipSync } from 'fflate';
import { MoreThanOrEqual } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ReportEdition, ReportVersion } from '../../server/src/publication/report/report.entity.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenLink, givenRound, rowCounts, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { textOfPdf } from '../support/read-pdf.js';
import { rawGet } from '../support/raw-get.js';
import { ReportWriter, textOf } from '../support/report-writer.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ROUND = 'report-2027';

describe('the report of a round', () => {
  let server: TestServer;
  let lead: Person;
  let keys = 0;
  beforeAll(async () => {
    server = await startServer();
    lead = await theSurveyLead(server);
    await givenRound(server, ROUND, { kind: 'live' });
    for (const [odsCode, form] of [
      ['RW603', withInReach('RW603')],
      ['RH801', withoutInReach('RH801')],
    ] as const) {
      const team = new LiaisonTeam(server, await givenLink(server, { roundId: ROUND, odsCode }));
      expect((await team.submit(form)).problems).toEqual([]);
    }
  });
  afterAll(() => server.stop());

  const release = async (kind = 'interim', roundId = ROUND) => {
    const input = { roundId, kind, note: 'What changed.', idempotencyKey: `report-key-${(keys += 1)}` };
    const { data, errors } = await lead.ask(
      `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) {
        ... on Release { number sha256 } ... on ReleaseRefused { problems { code field message mend } } } }`,
      { input },
    );
    return { made: data?.['releaseRound'], error: errors?.[0] };
  };
  const page = async (roundId = ROUND): Promise<string> =>
    (await server.get(`/open/v1/rounds/${roundId}/report.html`)).text();

  describe('of 2017-18', () => {
    it('is open data: one page without script, under a policy that lets none run', async () => {
      const answer = await server.get('/open/v1/rounds/2017-18/report.html');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      );
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      const html = await answer.text();
      expect(html).not.toMatch(/<script|<link|\bstyle="|\bon\w+="|src=/i);
      expect(html).toContain('<data value="iapt-treats-mus-ltc.yesShare">42%</data>');
      expect(html).toContain('<data value="score.RW603">59 of 100</data>');
      const { data } = await server.send('{ release(roundId: "2017-18") { sha256 } }');
      expect(html).toContain(`SHA-256 of the release: ${data?.['release'].sha256}`);
    });

    it.each(['html', 'docx', 'pdf'])('as %s is tagged and not sent twice', async (format) => {
      const address = `${server.url}/open/v1/rounds/2017-18/report.${format}`;
      const first = await rawGet(address);
      expect(first.status).toBe(200);
      const again = await rawGet(address, { 'if-none-match': first.headers.etag ?? '' });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      if (format !== 'html')
        expect(first.headers['content-disposition']).toBe(
          `attachment; filename="liaison-atlas_2017-18_release-1_report.${format}"`,
        );
    });

    it('as a Word document has headings, tables with heading rows, and its language', async () => {
      const { body } = await rawGet(`${server.url}/open/v1/rounds/2017-18/report.docx`, {
        'accept-encoding': 'identity',
      });
      const files = unzipSync(new Uint8Array(body));
      const document = strFromU8(files['word/document.xml']!);
      const headings = [
        ...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*?w:val="Heading(\d)"\/>(.*?)<\/w:p>/gs),
      ].map(([, level, rest = '']) => `${level} ${rest.replace(/<[^>]+>/g, '')}`);
      expect(headings).toEqual(
        expect.arrayContaining(['2 Summary', '2 Results', '3 In-reach by IAPT', '3 Royal Oldham Hospital']),
      );
      expect([...document.matchAll(/<w:tbl>/g)]).toHaveLength(
        [...document.matchAll(/<w:tblHeader\/>/g)].length,
      );
      expect([...document.matchAll(/<w:tbl>/g)].length).toBeGreaterThan(4);
      expect(strFromU8(files['word/styles.xml']!)).toMatch(/<w:lang w:val="en-GB"/);
      expect(strFromU8(files['docProps/core.xml']!)).toContain('<dc:title>IAPT and liaison psychiatry');
      expect(document.replace(/<[^>]+>/g, '')).toContain('31 respondents (42%)');
    });

    it('as a PDF is tagged, and says its language and title', async () => {
      const { body } = await rawGet(`${server.url}/open/v1/rounds/2017-18/report.pdf`, {
        'accept-encoding': 'identity',
      });
      const raw = body.toString('latin1');
      expect(raw.slice(0, 8)).toBe('%PDF-1.7');
      expect(raw).toMatch(/\/MarkInfo\s*(?:<<\s*\/Marked true|\d+ 0 R)/);
      expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
      expect(raw).toMatch(/\/Lang \(en-GB\)/);
      expect(raw).toMatch(/\/DisplayDocTitle true/);
      const [, title = ''] = /\/Title (\d+) 0 R/.exec(raw) ?? [];
      expect(raw).toContain(`\n${title} 0 obj\n(IAPT and liaison psychiatry`);
      for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'Caption', 'TR', 'TH', 'TD'])
        expect(raw).toContain(`/S /${tag}\n`);
      expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
      // Every font that shows anything lies in the file.
      const fonts = [...raw.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name = '']) => name);
      expect(new Set(fonts.map((name) => name.replace(/^[A-Z]{6}\+/, '')))).toEqual(
        new Set(
          ['NotoSans-Regular', 'NotoSans-Bold', 'NotoSans-Italic'].filter((name) =>
            fonts.some((font) => font.endsWith(name)),
          ),
        ),
      );
      expect([...raw.matchAll(/\/FontFile2 /g)].length).toBeGreaterThanOrEqual(2);
      expect(textOfPdf(body)).toContain('31 respondents');
      expect(textOfPdf(body)).not.toContain('\uFFFD');
    });
  });

  describe('while it is written', () => {
    let writer: ReportWriter;
    beforeAll(() => {
      writer = new ReportWriter(lead, ROUND);
    });

    it('is for its team only', async () => {
      expect((await new ReportWriter(thePublic(server), ROUND).read()).error).toBe('FORBIDDEN');
      const analyst = await colleague(server, 'analyst-of-report', grant('analyst'));
      const reader = new ReportWriter(analyst, ROUND);
      const { report } = await reader.read();
      expect(report.version).toBe(0);
      const other = await colleague(
        server,
        'lead-of-another',
        grant('survey_lead', { kind: 'round', id: 'demo-2026' }),
      );
      const before = await rowCounts(server);
      expect(await reader.save(report, {})).toEqual({ error: 'FORBIDDEN' });
      expect((await new ReportWriter(other, ROUND).read()).error).toBe('FORBIDDEN');
      expect(await new ReportWriter(other, ROUND).save(report, {})).toEqual({ error: 'FORBIDDEN' });
      expect(await rowCounts(server)).toEqual(before);
      for (const person of [thePublic(server), other])
        expect((await person.get(`/manage/v1/rounds/${ROUND}/report/preview.html`)).status).toBe(403);
    });

    it('is not released before its round is', async () => {
      for (const format of ['html', 'docx', 'pdf'])
        expect((await server.get(`/open/v1/rounds/${ROUND}/report.${format}`)).status).toBe(404);
    });

    it('begins with what the system knows, and flags what only people can write', async () => {
      const { report } = await writer.read();
      expect(report.figures.find(({ id }) => id === 'response.answered')?.value).toBe(2);
      const flags = report.flags.map(({ code, field }) => `${code} ${field}`);
      expect(flags).toEqual(
        expect.arrayContaining(['NOT_WRITTEN recommendations-text', 'CHERRIES_BLANK cherries.incentives']),
      );
      expect(flags.some((flag) => flag.startsWith('BARE_NUMBER'))).toBe(false);
    });

    it('stores a new version with each saving, and flags a bare number in it', async () => {
      const { report } = await writer.read();
      const saved = await writer.save(report, { 'summary-meaning': 'In 2027, 41% of them said so.' });
      expect(saved).toMatchObject({
        __typename: 'Report',
        version: 1,
        flags: expect.arrayContaining([
          expect.objectContaining({ code: 'BARE_NUMBER', field: 'summary-meaning', text: '41%' }),
        ]),
      });
    });

    it('goes out with no release as long as a number in it cannot be traced', async () => {
      const before = await rowCounts(server);
      const { error } = await release();
      expect(error?.extensions).toMatchObject({ code: 'CONFLICT', field: 'report' });
      expect(error?.message).toMatch(/bare number "41%"/);
      expect(await rowCounts(server)).toEqual(before);
    });

    it('takes a number as no figure only with a reason', async () => {
      const { report } = await writer.read();
      const marked = (reason: string) => ({
        'summary-meaning': {
          text: 'The plan is called Core 24.',
          notFigures: [{ text: 'Core 24', reason }],
        },
      });
      expect(await writer.save(report, marked(' '))).toMatchObject({
        __typename: 'ReportRefused',
        problems: [{ code: 'NO_REASON', field: 'summary-meaning' }],
      });
      const saved = await writer.save(report, marked('name of a service model'));
      expect(saved.flags.map(({ code }: { code: string }) => code)).not.toContain('BARE_NUMBER');
    });

    it('refuses a reference to no figure, naming the block, and stores nothing', async () => {
      const { report } = await writer.read();
      const before = await rowCounts(server);
      const refused = await writer.save(report, { 'introduction-why': 'See {{iapt-in-reach.nowhere}}.' });
      expect(refused.problems).toEqual([
        {
          code: 'UNKNOWN_FIGURE',
          field: 'introduction-why',
          message: expect.stringContaining('"See {{iapt-in-reach.nowhere}}."'),
          mend: expect.stringContaining('list'),
        },
      ]);
      expect(await rowCounts(server)).toEqual(before);
    });

    it('keeps what two people wrote at once in different places', async () => {
      const { report } = await writer.read();
      const other = new ReportWriter(await colleague(server, 'second-lead', grant('survey_lead')), ROUND);
      const [one, two] = await Promise.all([
        writer.save(report, { 'introduction-why': 'Because of one.' }),
        other.save(report, { 'recommendations-text': 'Do the other.' }),
      ]);
      expect([one.__typename, two.__typename]).toEqual(['Report', 'Report']);
      const { report: now } = await writer.read();
      expect(now.version).toBe(report.version + 2);
      expect(textOf(now, 'introduction-why')).toBe('Because of one.');
      expect(textOf(now, 'recommendations-text')).toBe('Do the other.');
    });

    it('overwrites nobody: who wrote in the same place gets what stands there, and keeps theirs', async () => {
      const { report } = await writer.read();
      await writer.save(report, { 'introduction-why': 'Theirs.' });
      const before = await rowCounts(server);
      const mine = await writer.save(report, {
        'introduction-why': 'Mine.',
        'summary-meaning': 'Also mine.',
      });
      expect(mine).toMatchObject({ __typename: 'ReportConflict', conflicts: ['introduction-why'] });
      expect(textOf(mine.stored, 'introduction-why')).toBe('Theirs.');
      expect(await rowCounts(server)).toEqual(before);
    });

    it('brings an earlier version back as the next one, and forgets none', async () => {
      const { report } = await writer.read();
      const restored = await writer.restore(report.version, 0);
      expect(restored).toMatchObject({ __typename: 'Report', version: report.version + 1 });
      expect(textOf(restored, 'introduction-why')).toBe('');
      expect(await writer.restore(restored.version, 99)).toEqual({ error: 'NOT_FOUND' });
      expect(restored.versions.map(({ version }: { version: number }) => version)).toEqual(
        Array.from({ length: restored.version }, (_, at) => restored.version - at),
      );
      expect(await server.reader.getRepository(ReportVersion).countBy({ roundId: ROUND })).toBe(
        restored.version,
      );
    });

    it.each([
      ['html', 'text/html; charset=utf-8', '<!DOC'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
      ['pdf', 'application/pdf', '%PDF-'],
    ])('can be looked at before as %s', async (format, type, begins) => {
      const answer = await lead.get(`/manage/v1/rounds/${ROUND}/report/preview.${format}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(
        Buffer.from(await answer.arrayBuffer())
          .toString('latin1')
          .startsWith(begins),
      ).toBe(true);
    });
  });

  it('has every letter of a name in its PDF, and a sign that the typeface lacks by its number', async () => {
    const writer = new ReportWriter(lead, ROUND);
    const { report } = await writer.read();
    const words = 'Seen by Łucja Đurić, Ἀθηνᾶ and Сергей in Ærøskøbing; ≥ 5 − 3; not 中.';
    await writer.save(report, { 'recommendations-text': words });
    const answer = await lead.get(`/manage/v1/rounds/${ROUND}/report/preview.pdf`);
    const text = textOfPdf(Buffer.from(await answer.arrayBuffer())).replace(/\s+/g, ' ');
    expect(text).toContain('Seen by Łucja Đurić, Ἀθηνᾶ and Сергей in Ærøskøbing;');
    expect(text).toContain('not [U+4E2D].');
    expect(text).not.toContain('?ucja');
  });

  describe('once released', () => {
    it('is what it was at that moment, whatever is written and answered later', async () => {
      const writer = new ReportWriter(lead, ROUND);
      const { report } = await writer.read();
      await writer.save(report, { 'recommendations-text': 'As at the first release.' });
      expect((await release()).made).toMatchObject({ number: expect.any(Number) });
      const first = await page();
      expect(first).toContain('As at the first release.');
      expect(first).not.toContain('PREVIEW');
      await writer.save((await writer.read()).report, { 'recommendations-text': 'Later words.' });
      const team = new LiaisonTeam(server, await givenLink(server, { roundId: ROUND, odsCode: 'RA301' }));
      await team.submit(withInReach('RA301'));
      expect(await page()).toBe(first);
      expect((await release()).made).toMatchObject({ number: expect.any(Number) });
      const second = await page();
      expect(second).toContain('Later words.');
      expect(second).toContain('<data value="response.answered">3</data>');
    });

    it('of invented answers says so in title, text and name', async () => {
      expect((await release('interim', 'demo-2026')).made).toMatchObject({ number: expect.any(Number) });
      const html = await page('demo-2026');
      expect(html).toMatch(/<title>SYNTHETIC: /);
      expect(html).toMatch(/<p class="notice"><strong>SYNTHETIC/);
      const { headers } = await rawGet(`${server.url}/open/v1/rounds/demo-2026/report.pdf`);
      expect(headers['content-disposition']).toMatch(/filename="SYNTHETIC_/);
    });

    it('cannot be changed in the database either', async () => {
      for (const entity of [ReportEdition, ReportVersion])
        await expect(
          server.unitOfWork.run({ id: 'system' }, ({ manager }) =>
            manager.update(entity, { version: MoreThanOrEqual(0) }, { version: 99 }),
          ),
        ).rejects.toThrow(/append-only/);
    });
  });
});
