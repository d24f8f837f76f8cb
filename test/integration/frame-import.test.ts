import { IsNull } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { moveSite } from '../../server/src/frame/import-rows.js';
import { SiteParent } from '../../server/src/frame/site-parent.entity.js';
import { FrameLead, UNREAL_HEADINGS, unrealLine, unrealList } from '../support/frame-lead.js';
import { givenLink, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('a list of hospitals', () => {
  let server: TestServer;
  let lead: FrameLead;
  let drafts = 0;
  beforeAll(async () => {
    server = await startServer();
    lead = await FrameLead.of(server);
  });
  afterAll(() => server.stop());

  const draft = async (copyOf = ''): Promise<string> => {
    const { frame } = await lead.create(`Unreal frame ${(drafts += 1)}`, copyOf);
    return String(frame?.['id']);
  };

  it('is reported on first, and stored when the very report is confirmed', async () => {
    const frame = await draft();
    const file = unrealList(
      unrealLine('ZZA01', 'Unreal Infirmary'),
      unrealLine('ZZA02', 'Invented District', { ed: '' }),
      unrealLine('ZZA03', 'Pretend Eye Hospital', { kind: 'specialist' }),
    );
    const before = await rowCounts(server);
    const { status, report } = await lead.upload(frame, file);
    expect(status).toBe(200);
    expect(report).toMatchObject({ stored: false, kind: 'list', rows: 3, problemCount: 0, unchanged: 0 });
    expect(report.counts).toMatchObject({ added: 3, opened: 0, renamed: 0 });
    expect(await rowCounts(server)).toEqual(before);

    expect(await lead.upload(frame, file, { plan: report.plan })).toMatchObject({
      status: 200,
      report: { stored: true },
    });
    const units = await lead.units(frame);
    expect([...units.values()].map(({ odsCode, eligibility }) => [odsCode, eligibility])).toEqual([
      ['ZZA02', 'unknown'],
      ['ZZA03', 'ineligible'],
      ['ZZA01', 'eligible'],
    ]);
    expect(units.get('ZZA01')).toMatchObject({ trustCode: 'ZZX', trustType: 'acute', sizeBand: 'not_known' });
    // The same list once more says nothing new.
    expect((await lead.upload(frame, file)).report).toMatchObject({ changes: [], unchanged: 3 });
  });

  it('that says a trust, another one and the first again for the same day leaves the hospital with the first', async () => {
    const day = '2026-04-01';
    const [{ id: siteId }] = await server.reader.query(`SELECT id FROM site WHERE ods_code = 'RTH08'`);
    const trusts = await server.reader.query(
      `SELECT id, ods_code FROM organisation WHERE kind <> 'not_known' ORDER BY ods_code`,
    );
    const [one, other] = [trusts[0], trusts[1]];
    const source = (await server.reader.getRepository(SiteParent).findOneByOrFail({ siteId })).sourceId;
    await server.unitOfWork.run({ id: 'test' }, async ({ manager }) => {
      for (const { ods_code: code } of [one, other, one]) await moveSite(manager, siteId, code, day, source);
    });
    const open = await server.reader.getRepository(SiteParent).findBy({ siteId, validTo: IsNull() });
    expect(open.map(({ organisationId, validFrom }) => [organisationId, validFrom])).toEqual([[one.id, day]]);
  });

  it('may be a frame taken out as a file, which then says nothing new', async () => {
    const frame = await draft('acute-ed-2018');
    const file = await lead.takeOut(frame);
    expect(file.split('\r\n')[0]).toMatch(/^\uFEFFods_code,name,.*,belongs,why$/);
    const { status, report } = await lead.upload(frame, file);
    expect([status, report.problems, report.changes]).toEqual([200, [], []]);
    expect(report.unchanged).toBe(report.rows);
    expect(report.rows).toBe((await lead.units(frame)).size);
  });

  it('may begin with a byte-order mark, come from Windows, and be in any order', async () => {
    const frame = await draft();
    const { report } = await lead.upload(frame, `\uFEFF${unrealList(unrealLine('ZZB01', 'Unreal Cottage'))}`);
    expect(report).toMatchObject({ problemCount: 0, rows: 1 });
    expect(report.notices).toEqual(['The byte-order mark at the start of the file was skipped.']);
    const latin = Buffer.from(unrealList(unrealLine('ZZB02', 'Unreal Café')), 'latin1');
    expect((await lead.upload(frame, latin)).report.notices[0]).toContain('Windows-1252');
  });

  describe('with something wrong is refused line by line, and nothing of it is stored', () => {
    const good = unrealLine('ZZC01', 'Unreal One');
    it.each([
      ['wrong headings', ['Code,Hospital', 'ZZC01,Unreal One'], [1, 'ods_code', 'MISSING_COLUMN']],
      ['headings of another kind of file', ['e-mail,name', 'a@b,x'], [1, 'ods_code', 'MISSING_COLUMN']],
      ['semicolons', [UNREAL_HEADINGS.replaceAll(',', ';'), 'ZZC01;x'], [1, 'ods_code', 'MISSING_COLUMN']],
      ['nothing', [], [1, '', 'EMPTY_LIST']],
      ['a code twice', [UNREAL_HEADINGS, good, good], [3, 'ods_code', 'CODE_TWICE']],
      [
        'an invalid code',
        [UNREAL_HEADINGS, good, unrealLine('5.0E+10', 'Unreal')],
        [3, 'ods_code', 'INVALID_CODE'],
      ],
      ['a formula', [UNREAL_HEADINGS, unrealLine('ZZC02', '=1+1')], [2, 'name', 'FORMULA']],
      ['a command', [UNREAL_HEADINGS, unrealLine('ZZC02', '@SUM(A1)')], [2, 'name', 'FORMULA']],
      [
        'a wrong date',
        [`${UNREAL_HEADINGS},opened_on`, `${good},31/02/2027`],
        [2, 'opened_on', 'WRONG_DATE'],
      ],
      [
        'a region that is none',
        [UNREAL_HEADINGS, good.replace('Y63', 'Y99')],
        [2, 'region_code', 'UNKNOWN_AREA'],
      ],
      ['too few values', [UNREAL_HEADINGS, good, 'ZZC02,Unreal'], [3, '', 'WRONG_WIDTH']],
      [
        'a trust that nobody knows',
        ['ods_code,name,trust_code', 'RW603,Royal Oldham Hospital,ZZ9'],
        [2, 'trust_code', 'UNKNOWN_TRUST'],
      ],
      [
        'a new hospital without a place',
        ['ods_code,name,trust_code', 'ZZC09,Unreal,RW6'],
        [2, 'region_code', 'NEEDED_FOR_NEW'],
      ],
      [
        'a name of a known hospital under a new code',
        ['ods_code,name,town,trust_code', 'ZZC08,The Royal Oldham Hospital,Oldham,RW6'],
        [2, 'former_code', 'PERHAPS_KNOWN'],
      ],
      [
        'a former code that nobody had',
        ['ods_code,name,trust_code,former_code', 'ZZC07,Unreal,RW6,ZZZ99'],
        [2, 'former_code', 'UNKNOWN_FORMER_CODE'],
      ],
      [
        'two codes of one hospital',
        ['ods_code,name,trust_code', 'RW603,Royal Oldham Hospital,RW6', 'RM317,Royal Oldham Hospital,RW6'],
        [3, 'ods_code', 'HOSPITAL_TWICE'],
      ],
    ] as const)('%s', async (_what, lines, [line, field, code]) => {
      const frame = await draft();
      const before = await rowCounts(server);
      const { status, report } = await lead.upload(frame, lines.join('\n'));
      expect(status).toBe(200);
      expect(report.plan).toBe('');
      expect(report.problems).toContainEqual(expect.objectContaining({ line, field, code }));
      for (const problem of report.problems) expect(problem.mend.length).toBeGreaterThan(10);
      const forced = await lead.upload(frame, lines.join('\n'), { plan: 'a'.repeat(64) });
      expect([forced.status, forced.refused]).toEqual([409, 'CONFLICT']);
      expect(await rowCounts(server)).toEqual(before);
    });

    it.each([
      ['a spreadsheet', Buffer.from('PK\u0003\u0004whatever'), 'NOT_A_TEXT_FILE'],
      ['UTF-16', Buffer.from(`\uFEFF${UNREAL_HEADINGS}`, 'utf16le'), 'NOT_A_TEXT_FILE'],
      ['an open quotation mark', Buffer.from(`${UNREAL_HEADINGS}\nZZC01,"Unreal`), 'UNREADABLE_FILE'],
      ['a register without a known site', Buffer.from(`ZZZZZ${','.repeat(26)}\n`), 'NOTHING_KNOWN'],
    ])('%s, as a whole', async (_what, bytes, code) => {
      const answer = await lead.upload(await draft(), bytes);
      expect([answer.status, answer.refused]).toEqual([400, code]);
    });

    it('50 MB, before anything of it is read, and says so', async () => {
      const frame = await draft();
      const before = await rowCounts(server);
      const answer = await lead.upload(frame, Buffer.alloc(50 * 1024 * 1024, 'x'));
      expect([answer.status, answer.refused]).toEqual([413, 'TOO_LARGE']);
      expect(answer.body).toMatchObject({ field: 'file', message: expect.stringContaining('50.0 MB') });
      expect(await rowCounts(server)).toEqual(before);
    });

    it('no source, another body, a frame that is frozen or is not there', async () => {
      const frame = await draft();
      const file = unrealList(unrealLine('ZZD01', 'Unreal Nowhere'));
      const { report } = await lead.upload(frame, file);
      expect(await lead.upload(frame, file, { plan: report.plan, source: ' ' })).toMatchObject({
        status: 400,
        refused: 'MISSING_VALUE',
      });
      expect((await lead.upload(frame, '{}', { type: 'application/json' })).status).toBe(400);
      expect((await lead.upload('acute-ed-2018', file)).refused).toBe('CONFLICT');
      expect((await lead.upload('nowhere', file)).refused).toBe('NOT_FOUND');
      const elsewhere = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', cookie: lead.cookie },
        body: file,
      });
      expect(elsewhere.status).toBe(415);
    });

    it('what was checked before somebody else changed the frame', async () => {
      const frame = await draft();
      const file = unrealList(unrealLine('ZZD02', 'Unreal Stale'));
      const { report } = await lead.upload(frame, file);
      await lead.add(frame, 'RW603');
      const answer = await lead.upload(frame, file, { plan: report.plan });
      expect([answer.status, answer.refused]).toEqual([409, 'CONFLICT']);
      expect((await lead.units(frame)).has('ZZD02')).toBe(false);
    });
  });

  it('that is whole makes a question of each hospital that it lacks; one that is not leaves them alone', async () => {
    const frame = await draft();
    await lead.imports(
      frame,
      unrealList(unrealLine('ZZE01', 'Unreal Stays'), unrealLine('ZZE02', 'Unreal Vanishes')),
    );
    const shorter = unrealList(unrealLine('ZZE01', 'Unreal Stays'));
    expect((await lead.upload(frame, shorter)).report).toMatchObject({ changes: [], unchanged: 2 });
    const report = await lead.imports(frame, shorter, { whole: true });
    expect(report.counts).toMatchObject({ not_in_list: 1, changed_eligibility: 1 });
    expect((await lead.units(frame)).get('ZZE02')).toMatchObject({
      eligibility: 'unknown',
      ruleReasons: ['not_in_list'],
    });
  });

  it('keeps a site through a new trust, a new code and a new name, and with it the answers of last year', async () => {
    const team = new LiaisonTeam(server, await givenLink(server, { odsCode: 'RW603' }));
    expect((await team.submit(withoutInReach('RW603'))).problems).toEqual([]);
    const live = () =>
      lead.ask(
        '{ liveRound(id: "demo-2026") { forms { received analysed } hospitals { odsCode name trust category } } }',
      );
    const answers = await live();

    const frame = await draft('acute-ed-2018');
    const before = (await lead.units(frame)).get('RM317');
    expect(before).toMatchObject({ name: 'Royal Oldham Hospital', trustCode: 'RM3' });
    const report = await lead.imports(
      frame,
      [
        'ods_code,name,trust_code,trust_name,former_code,trust_since',
        'ZZF01,Unreal Name of Oldham,ZZF,Unreal Trust,RM317,2026-10-01',
      ].join('\n'),
    );
    expect(report.counts).toMatchObject({ renamed: 1, changed_trust: 1, added: 0, opened: 0 });
    const after = (await lead.units(frame)).get('ZZF01');
    expect(after).toMatchObject({
      siteId: before?.['siteId'],
      trustCode: 'ZZF',
      name: 'Unreal Name of Oldham',
    });
    expect(after?.['aliases'].map(({ text }: { text: string }) => text)).toContain('Unreal Name of Oldham');

    const parents = await server.reader
      .getRepository(SiteParent)
      .findBy({ siteId: String(before?.['siteId']) });
    expect(parents.map(({ validFrom, validTo }) => [validFrom, validTo]).sort()).toEqual(
      [
        [null, '2021-10-01'],
        ['2021-10-01', '2026-10-01'],
        ['2026-10-01', null],
      ].sort(),
    );
    // The round of last year: the same hospital, the same trust, the same answer.
    expect(await live()).toEqual(answers);
    expect(
      (await team.submit(withoutInReach('RW603', { comments: ['again'] }), { reason: 'a slip' })).problems,
    ).toEqual([]);
    for (const code of ['RW603', 'RM317', 'ZZF01'])
      expect((await server.send(`{ hospital(odsCode: "${code}") { odsCode } }`)).data?.['hospital']).toEqual({
        odsCode: 'RW603',
      });

    // And back to an earlier trust.
    const back = await draft('acute-ed-2018');
    await lead.imports(
      back,
      'ods_code,name,trust_code,trust_since\nZZF01,Unreal Name of Oldham,RM3,2027-01-01',
    );
    expect((await lead.units(back)).get('ZZF01')).toMatchObject({ trustCode: 'RM3' });
  });

  it('may be the register of trust sites: known hospitals only, and an ended code is a question', async () => {
    const frame = await draft('acute-ed-2018');
    const row = (values: Record<number, string>): string =>
      Array.from({ length: 27 }, (_unused, at) => `"${values[at] ?? ''}"`).join(',');
    const file = [
      row({ 0: 'RWA01', 1: 'HULL ROYAL INFIRMARY', 9: 'HU3 2JZ', 14: 'RWA' }),
      row({
        0: 'RH801',
        1: 'ROYAL DEVON & EXETER HOSPITAL (WONFORD)',
        9: 'EX2 5DW',
        11: '20261231',
        14: 'RH8',
      }),
      row({ 0: 'ZZZ01', 1: 'SOME CLINIC', 9: 'AB1 2CD', 14: 'ZZZ' }),
    ].join('\n');
    const { report } = await lead.upload(frame, file);
    expect(report).toMatchObject({ kind: 'register', rows: 2, leftOut: 1, problemCount: 0 });
    expect(report.counts).toMatchObject({ renamed: 0, not_in_list: 1, changed_eligibility: 1 });
  });
});
