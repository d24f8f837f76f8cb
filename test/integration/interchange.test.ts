import { EXAMPLE_SURVEY } from '@liaison-atlas/shared/instrument/example-survey';
import { fromFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/from-fhir-questionnaire';
import { fromXlsForm } from '@liaison-atlas/shared/instrument/interchange/from-xlsform';
import { toFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/to-fhir-questionnaire';
import { toXlsForm } from '@liaison-atlas/shared/instrument/interchange/to-xlsform';
import { draftFrom } from '@liaison-atlas/shared/instrument/new-draft';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { InstrumentDraft } from '../../server/src/instrument/instrument-draft.entity.js';
import { InstrumentService } from '../../server/src/instrument/instrument.service.js';
import { readWorkbook, writeWorkbook, XLSX } from '../../server/src/instrument/interchange/workbook.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { rowCounts } from '../support/given.js';
import { startServer, type TestServer } from '../support/start-server.js';

const IMPORT = '/manage/v1/instruments/import';
const FHIR = 'application/fhir+json';

describe('a questionnaire as a file', () => {
  let server: TestServer;
  let cookie: string;
  beforeAll(async () => {
    server = await startServer();
    cookie = await server.signIn();
  });
  afterAll(() => server.stop());

  const send = async (
    file: 'xlsform.xlsx' | 'questionnaire.fhir.json',
    body: Buffer | string,
    { dryRun, type = file === 'xlsform.xlsx' ? XLSX : FHIR }: { dryRun?: string; type?: string } = {},
  ) => {
    const answer = await fetch(
      `${server.url}${IMPORT}/${file}${dryRun === undefined ? '' : `?dryRun=${dryRun}`}`,
      { method: 'POST', headers: { cookie, 'content-type': type }, body: new Uint8Array(Buffer.from(body)) },
    );
    return { status: answer.status, report: (await answer.json()) as any };
  };
  const drafts = (): Promise<InstrumentDraft[]> => server.reader.getRepository(InstrumentDraft).find();

  it.each(['1.0', '1.1'])('comes out of version %s and is the same when it is read', async (version) => {
    const { contentHash } = await server.app.get(InstrumentService).get(version);
    const fhir = await server.get(`/manage/v1/instruments/${version}/questionnaire.fhir.json`, { cookie });
    expect(fhir.headers.get('content-type')).toContain(FHIR);
    expect(fhir.headers.get('cache-control')).toContain('private');
    expect(sha256(canonicalJson(fromFhirQuestionnaire(await fhir.json()).instrument))).toBe(contentHash);

    const xlsx = await server.get(`/manage/v1/instruments/${version}/xlsform.xlsx`, { cookie });
    expect(xlsx.headers.get('content-type')).toBe(XLSX);
    const sheets = await readWorkbook(Buffer.from(await xlsx.arrayBuffer()));
    expect(sha256(canonicalJson(sheets.ok && fromXlsForm(sheets.value).instrument))).toBe(contentHash);
  });

  it('is not there for a version that there is not, and only for leads', async () => {
    for (const file of ['xlsform.xlsx', 'questionnaire.fhir.json']) {
      expect((await server.get(`/manage/v1/instruments/9.9/${file}`, { cookie })).status).toBe(404);
      expect((await server.get(`/manage/v1/instruments/1.1/${file}?key=../x`, { cookie })).status).toBe(400);
      expect((await server.get(`/manage/v1/instruments/1.1/${file}`)).status).toBe(403);
    }
  });

  describe.each([
    ['xlsform.xlsx', () => writeWorkbook(toXlsForm(EXAMPLE_SURVEY))],
    ['questionnaire.fhir.json', async () => JSON.stringify(toFhirQuestionnaire(EXAMPLE_SURVEY))],
  ] as const)('as %s', (file, made) => {
    it('is rehearsed unless that is refused outright, and then nothing is stored', async () => {
      const before = await rowCounts(server);
      for (const dryRun of [undefined, 'true']) {
        const { status, report } = await send(file, await made(), dryRun === undefined ? {} : { dryRun });
        expect(status).toBe(200);
        expect(report).toMatchObject({
          accepted: true,
          stored: false,
          draftId: '',
          key: 'example-survey',
          pages: 3,
          questions: 9,
          problems: [],
        });
      }
      expect((await send(file, await made(), { dryRun: 'perhaps' })).status).toBe(400);
      expect(await rowCounts(server)).toEqual(before);
    });

    it('becomes a draft with everything that it had; a second one is refused, rehearsed or not', async () => {
      const { status, report } = await send(file, await made(), { dryRun: 'false' });
      expect([status, report.accepted, report.stored]).toEqual([201, true, true]);
      const [draft] = await drafts();
      expect(
        await server.reader
          .getRepository(AuditEvent)
          .find({ where: { entityId: report.draftId }, order: { seq: 'ASC' } }),
      ).toMatchObject([{ action: 'instrument.draft-created', actorId: 'demo-survey_lead' }]);
      expect(draft?.id).toBe(report.draftId);
      expect(draft?.content).toBe(canonicalJson(draftFrom(EXAMPLE_SURVEY)));
      const before = await rowCounts(server);
      const again = await send(file, await made(), { dryRun: 'false' });
      expect([again.status, again.report.stored, again.report.problems[0]?.code]).toEqual([
        422,
        false,
        'DRAFT_EXISTS',
      ]);
      expect((await send(file, await made())).report.problems[0]?.code).toBe('DRAFT_EXISTS');
      expect(await rowCounts(server)).toEqual(before);
      await server.unitOfWork.run({ id: 'test', permissions: [] } as never, ({ manager }) =>
        manager.delete(InstrumentDraft, { id: report.draftId }),
      );
    });
  });

  it('that is wrong in three places is refused in three lines, and nothing of it is stored', async () => {
    const form = toXlsForm(EXAMPLE_SURVEY).map((sheet) =>
      sheet.name === 'survey'
        ? {
            ...sheet,
            rows: sheet.rows.map((row) =>
              ['staff', 'since', 'remarks'].includes(row[1] ?? '') ? row.with(0, 'geopoint') : row,
            ),
          }
        : sheet,
    );
    const before = await rowCounts(server);
    const { status, report } = await send('xlsform.xlsx', await writeWorkbook(form), { dryRun: 'false' });
    expect([status, report.accepted, report.stored]).toEqual([422, false, false]);
    const lines = report.problems.filter(({ code }: any) => code === 'BAD_TYPE');
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatchObject({ sheet: 'survey', column: 'type', mend: expect.stringMatching(/./) });
    expect(await rowCounts(server)).toEqual(before);
  });

  it.each<
    [string, 'xlsform.xlsx' | 'questionnaire.fhir.json', Buffer | string, string | undefined, number, string]
  >([
    ['50 MB', 'xlsform.xlsx', Buffer.alloc(50 * 1024 * 1024), undefined, 413, 'TOO_LARGE'],
    [
      '50 MB of JSON',
      'questionnaire.fhir.json',
      Buffer.alloc(50 * 1024 * 1024, '['),
      undefined,
      413,
      'TOO_LARGE',
    ],
    ['a CSV', 'xlsform.xlsx', 'type,name\ntext,a', undefined, 422, 'NOT_A_WORKBOOK'],
    ['a workbook sent as something else', 'xlsform.xlsx', '{}', 'application/json', 400, 'BAD_INPUT'],
    ['no JSON', 'questionnaire.fhir.json', '{', undefined, 400, 'BAD_INPUT'],
    [
      'JSON that is no Questionnaire',
      'questionnaire.fhir.json',
      '{"resourceType":"Patient"}',
      undefined,
      422,
      'NO_QUESTIONNAIRE',
    ],
    [
      'a text that cannot be stored',
      'questionnaire.fhir.json',
      JSON.stringify({ ...toFhirQuestionnaire(EXAMPLE_SURVEY), title: 'a\u0000b' }),
      undefined,
      422,
      'UNREADABLE_TEXT',
    ],
  ])(
    '%s: refused with a code and a mend, and the product goes on',
    async (_name, file, body, type, status, code) => {
      const before = await rowCounts(server);
      const answer = await send(file, body, { dryRun: 'false', ...(type === undefined ? {} : { type }) });
      expect(answer.status).toBe(status);
      const problem = answer.report.problems?.[0] ?? answer.report;
      expect(problem.code).toBe(code);
      expect(problem.mend).not.toBe('');
      expect(await rowCounts(server)).toEqual(before);
      expect((await server.get('/health/ready')).status).toBe(200);
    },
  );

  it('of a series that is published begins the draft from its newest version', async () => {
    const resource = await (
      await server.get('/manage/v1/instruments/1.1/questionnaire.fhir.json', { cookie })
    ).text();
    const { status, report } = await send('questionnaire.fhir.json', resource, { dryRun: 'false' });
    expect([status, report.key]).toEqual([201, 'iapt-liaison']);
    expect((await drafts()).find(({ id }) => id === report.draftId)).toMatchObject({ basedOn: '1.1' });
  });
});
