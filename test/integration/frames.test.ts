import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { FrameService } from '../../server/src/frame/frame.service.js';
import { colleague, grant } from '../support/colleagues.js';
import { FrameLead, unrealLine, unrealList } from '../support/frame-lead.js';
import { rowCounts } from '../support/given.js';
import { startServer, type TestServer } from '../support/start-server.js';

const UNREAL_FACTS = {
  name: 'Unreal Infirmary',
  trust_code: 'ZZX',
  trust_name: 'Unreal Trust',
  postcode: 'ZZ99 9ZZ',
  latitude: '54.0',
  longitude: '-1.5',
  region_code: 'Y63',
  icb_code: 'QHM',
  site_type: 'general',
  ed_type: 'major',
};

describe('a sampling frame', () => {
  let server: TestServer;
  let lead: FrameLead;
  beforeAll(async () => {
    server = await startServer();
    lead = await FrameLead.of(server);
  });
  afterAll(() => server.stop());

  const siteId = async (frame: string, code: string): Promise<string> =>
    String((await lead.units(frame)).get(code)?.['siteId']);
  const draft = async (title: string, copyOf = ''): Promise<string> =>
    String((await lead.create(title, copyOf)).frame?.['id']);

  it('of 2018 is there, frozen, with its hash and nobody undecided', async () => {
    const { data } = await lead.ask(
      '{ samplingFrames { id status asOf hash listedSize declaredSize counts { eligible ineligible unknown } } }',
    );
    expect(data?.['samplingFrames']).toContainEqual({
      id: 'acute-ed-2018',
      status: 'frozen',
      asOf: '2018-02',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      listedSize: 175,
      declaredSize: 179,
      counts: { eligible: 175, ineligible: 45, unknown: 1 },
    });
    // The rule says of every one of the 221 what the frame says.
    const units = [...(await lead.units('acute-ed-2018')).values()];
    expect(units).toHaveLength(221);
    expect(units.filter(({ eligibility, ruleEligibility }) => eligibility !== ruleEligibility)).toEqual([]);
  });

  it('is the whole survey’s: the lead of one round reads and changes none', async () => {
    const scope = { kind: 'round', id: 'demo-2026' } as const;
    const roundLead = await colleague(server, 'lead-of-a-round', grant('survey_lead', scope));
    const input = { title: 'x', definition: 'x', source: 'x', asOf: '2027-04-01', copyOf: '' };
    const before = await rowCounts(server);
    for (const call of [
      roundLead.ask('{ samplingFrames { id } }'),
      roundLead.ask('{ samplingFrame(id: "acute-ed-2018") { id } }'),
      roundLead.ask('mutation ($input: CreateFrameInput!) { createFrame(input: $input) { __typename } }', {
        input,
      }),
    ])
      expect((await call).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const upload = await fetch(`${server.url}/manage/v1/frames/acute-ed-2018/import`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: roundLead.cookie },
      body: 'x',
    });
    expect(upload.status).toBe(403);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('begins as a copy: the same hospitals under the trusts and codes of the new day', async () => {
    const { frame } = await lead.create('Unreal copy 2027', 'acute-ed-2018');
    expect(frame).toMatchObject({
      id: 'unreal-copy-2027',
      status: 'draft',
      hash: '',
      copiedFrom: 'acute-ed-2018',
      listedSize: 175,
      counts: { eligible: 175, ineligible: 45, unknown: 1, undecided: 1 },
    });
    expect((await lead.units('unreal-copy-2027')).get('RM317')).toMatchObject({ trustCode: 'RM3' });
    const { data } = await lead.ask(
      `{ frameDifference(fromId: "acute-ed-2018", toId: "unreal-copy-2027") {
        unchanged counts { kind count } changed { odsCode kinds changes { field from to } } } }`,
    );
    const { changed, counts, unchanged } = data!['frameDifference'];
    expect(changed.length + unchanged).toBe(221);
    expect(counts).toContainEqual({ kind: 'changed_trust', count: 26 });
    expect(changed).toContainEqual({
      odsCode: 'RM317',
      kinds: ['changed_trust', 'changed_facts'],
      changes: expect.arrayContaining([{ field: 'trust_code', from: 'RW6', to: 'RM3' }]),
    });
  });

  it('begins empty too; wrong beginnings are refused by field', async () => {
    expect((await lead.create('Unreal empty')).frame).toMatchObject({ listedSize: 0, copiedFrom: null });
    // A second one of the same title has an address of its own.
    expect((await lead.create('Unreal empty')).frame?.['id']).toBe('unreal-empty-2');
    const before = await rowCounts(server);
    expect((await lead.create(' ')).problems).toMatchObject([{ field: 'title', code: 'MISSING_VALUE' }]);
    expect((await lead.create('x', '', '01/04/2027')).problems).toMatchObject([
      { field: 'asOf', code: 'WRONG_DATE' },
    ]);
    expect((await lead.create('x', 'unreal-empty')).problems).toMatchObject([{ code: 'FRAME_NOT_FROZEN' }]);
    expect((await lead.create('x', 'nowhere')).error).toBe('NOT_FOUND');
    expect(await rowCounts(server)).toEqual(before);
  });

  it('tells of each hospital whether its liaison team is a member of PLAN, once a frozen list says so', async () => {
    const membership = async (odsCode: string) => {
      const { data } = await lead.ask(
        'query ($odsCode: ID!) { hospital(odsCode: $odsCode) { planMembership { isMember frame asOf } } }',
        { odsCode },
      );
      return data?.['hospital'].planMembership;
    };
    const frame = await draft('Unreal members', 'acute-ed-2018');
    const { report } = await lead.upload(
      frame,
      'ods_code,name,trust_code,plan_member\nRH801,Royal Devon and Exeter Hospital (Wonford),RH8,perhaps\n',
    );
    expect(report.problems).toMatchObject([{ field: 'plan_member', code: 'NOT_A_CHOICE' }]);
    await lead.imports(
      frame,
      'ods_code,name,trust_code,plan_member\nRH801,Royal Devon and Exeter Hospital (Wonford),RH8,yes\n',
    );
    // A draft is nobody's business yet.
    expect(await membership('RH801')).toBeNull();
    const undecided = [...(await lead.units(frame)).values()].find(
      ({ eligibility, isDecided }) => eligibility === 'unknown' && !isDecided,
    );
    await lead.decide(frame, String(undecided?.['siteId']), 'ineligible', 'A test.');
    expect((await lead.freeze(frame)).problems).toEqual([]);
    expect(await membership('RH801')).toEqual({
      isMember: true,
      frame: 'Unreal members',
      asOf: '2027-04-01',
    });
    expect(await membership('RW603')).toBeNull();
  });

  it('takes a person’s verdict with its reason, and gives the rule back when it is undone', async () => {
    const frame = await draft('Unreal decisions', 'acute-ed-2018');
    const oldham = await siteId(frame, 'RM317');
    expect((await lead.decide(frame, oldham, 'ineligible')).problems).toMatchObject([{ field: 'reason' }]);
    expect((await lead.decide(frame, oldham, 'ineligible', 'x'.repeat(201))).problems).toMatchObject([
      { field: 'reason', code: 'TEXT_TOO_LONG' },
    ]);
    expect((await lead.decide(frame, 'nobody', 'eligible', 'reason')).problems).toMatchObject([
      { code: 'NOT_IN_FRAME' },
    ]);
    expect((await lead.decide(frame, oldham, 'ineligible', 'Decided by a test.')).frame).toMatchObject({
      listedSize: 174,
      counts: { ineligible: 46 },
    });
    expect((await lead.units(frame)).get('RM317')).toMatchObject({
      eligibility: 'ineligible',
      why: 'Decided by a test.',
      isDecided: true,
      ruleEligibility: 'eligible',
    });
    expect((await lead.decide(frame, oldham, null)).frame).toMatchObject({ listedSize: 175 });
    expect((await lead.units(frame)).get('RM317')).toMatchObject({
      why: 'General hospital with an emergency department.',
      isDecided: false,
    });
  });

  it('keeps a verdict through an import of other facts', async () => {
    const frame = await draft('Unreal kept');
    const line = unrealLine('ZZG01', 'Unreal Kept');
    await lead.imports(frame, unrealList(line));
    await lead.decide(frame, await siteId(frame, 'ZZG01'), 'ineligible', 'Asked elsewhere.');
    await lead.imports(frame, unrealList(line.replace('major', 'major_part_time')));
    expect((await lead.units(frame)).get('ZZG01')).toMatchObject({
      eligibility: 'ineligible',
      why: 'Asked elsewhere.',
      ruleReasons: ['general_ed_part_time'],
    });
  });

  it('takes single hospitals: a known one by any of its codes, a new one with sourced facts', async () => {
    const frame = await draft('Unreal singles');
    expect((await lead.add(frame, 'rw603')).frame).toMatchObject({ listedSize: 1 });
    const before = await rowCounts(server);
    expect((await lead.add(frame, 'RM317')).problems).toMatchObject([{ code: 'ALREADY_IN_FRAME' }]);
    expect((await lead.add(frame, 'ZZH01')).problems).toMatchObject([{ code: 'UNKNOWN_HOSPITAL' }]);
    expect((await lead.add(frame, 'ZZH01', UNREAL_FACTS)).problems).toMatchObject([{ field: 'source' }]);
    expect(
      (await lead.add(frame, 'ZZH01', { ...UNREAL_FACTS, ed_type: 'big', postcode: '' }, 'A test')).problems,
    ).toMatchObject([{ field: 'ed_type', code: 'NOT_A_CHOICE' }]);
    expect(await rowCounts(server)).toEqual(before);
    expect((await lead.add(frame, 'ZZH01', UNREAL_FACTS, 'A test')).frame).toMatchObject({ listedSize: 2 });
    expect((await lead.units(frame)).get('ZZH01')).toMatchObject({
      name: 'Unreal Infirmary',
      eligibility: 'eligible',
    });
    // A draft's hospital is nobody's business yet.
    expect((await server.send('{ hospital(odsCode: "ZZH01") { name } }')).data?.['hospital']).toBeNull();
  });

  it('is frozen only once every hospital is decided on, and somebody is left to ask', async () => {
    const empty = await draft('Unreal nobody');
    expect((await lead.freeze(empty)).problems).toMatchObject([{ code: 'NOBODY_TO_ASK' }]);
    const frame = await draft('Unreal open question', 'acute-ed-2018');
    const { problems } = await lead.freeze(frame);
    expect(problems).toMatchObject([
      { code: 'ELIGIBILITY_UNKNOWN', message: expect.stringContaining('1 hospital') },
    ]);
    const open = [...(await lead.units(frame)).values()].find(({ eligibility }) => eligibility === 'unknown');
    await lead.decide(frame, String(open?.['siteId']), 'unknown', 'No source says; counted as unknown.');
    expect((await lead.freeze(frame)).frame).toMatchObject({
      status: 'frozen',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { unknown: 1, undecided: 0 },
    });
  });

  describe('once it is frozen', () => {
    const ID = 'unreal-frozen';
    beforeAll(async () => {
      await lead.create('Unreal frozen');
      await lead.imports(
        ID,
        unrealList(unrealLine('ZZK01', 'Unreal North'), unrealLine('ZZK02', 'Unreal South')),
      );
      expect((await lead.freeze(ID)).frame).toMatchObject({ status: 'frozen', listedSize: 2 });
    });

    it('is refused every change, with the mend', async () => {
      const before = await rowCounts(server);
      const site = await siteId(ID, 'ZZK01');
      expect((await lead.decide(ID, site, 'ineligible', 'too late')).error).toBe('CONFLICT');
      expect((await lead.add(ID, 'RW603')).error).toBe('CONFLICT');
      expect((await lead.freeze(ID)).error).toBe('CONFLICT');
      expect((await lead.upload(ID, unrealList(unrealLine('ZZK03', 'Unreal Late')))).refused).toBe(
        'CONFLICT',
      );
      expect(await rowCounts(server)).toEqual(before);
    });

    it.each([
      ['UPDATE of the frame', `UPDATE sampling_frame SET title = 'x' WHERE id = '${ID}'`],
      ['thawing', `UPDATE sampling_frame SET status = 'draft' WHERE id = '${ID}'`],
      ['DELETE of the frame', `DELETE FROM sampling_frame WHERE id = '${ID}'`],
      ['UPDATE of a hospital', `UPDATE frame_unit SET eligibility = 'ineligible' WHERE frame_id = '${ID}'`],
      ['moving a hospital out', `UPDATE frame_unit SET frame_id = 'unreal-empty' WHERE frame_id = '${ID}'`],
      ['DELETE of a hospital', `DELETE FROM frame_unit WHERE frame_id = '${ID}'`],
      [
        'INSERT of a hospital',
        `INSERT INTO frame_unit (frame_id, site_id, stratum, eligibility, why)
         SELECT '${ID}', id, region_code, 'eligible', 'x' FROM site WHERE ods_code = 'RW603'`,
      ],
      ['the frame of 2018 either', `UPDATE frame_unit SET why = 'x' WHERE frame_id = 'acute-ed-2018'`],
    ])('lets the database itself refuse %s', async (_what, statement) => {
      await expect(server.unitOfWork.run(SYSTEM, ({ manager }) => manager.query(statement))).rejects.toThrow(
        /frozen frame cannot change/,
      );
    });

    it('lists its hospitals for rounds and for open data, and shows them to everybody', async () => {
      const frames = server.app.get(FrameService);
      expect((await frames.getFrozenFrame(ID)).hospitals.map(({ name, trust }) => [name, trust])).toEqual([
        ['Unreal North', 'Unreal Trust ZZX'],
        ['Unreal South', 'Unreal Trust ZZX'],
      ]);
      const open = await server.get(`/open/v1/frames/${ID}/hospitals.geojson`);
      expect((await open.json()).features).toHaveLength(2);
      expect((await server.send('{ hospital(odsCode: "ZZK01") { name ccg } }')).data?.['hospital']).toEqual({
        name: 'Unreal North',
        ccg: 'not known',
      });
    });

    it('stays as it was when a later list says otherwise', async () => {
      await lead.create('Unreal frozen next', ID, '2028-04-01');
      await lead.imports(
        'unreal-frozen-next',
        unrealList(unrealLine('ZZK01', 'Unreal Renamed', { trust: 'ZZY' })).replace('ZZK01', 'ZZK01'),
      );
      const [north] = server.app.get(FrameService).listHospitals(ID);
      expect(north).toMatchObject({ name: 'Unreal North', trustCode: 'ZZX' });
      const { data } = await lead.ask(
        `{ frameDifference(fromId: "${ID}", toId: "unreal-frozen-next") { unchanged changed { name kinds } } }`,
      );
      expect(data?.['frameDifference']).toEqual({
        unchanged: 1,
        changed: [{ name: 'Unreal Renamed', kinds: ['renamed', 'changed_trust'] }],
      });
    });

    it('is what a round needs: a draft and a frame that is none are refused with the mend', async () => {
      const frames = server.app.get(FrameService);
      await expect(frames.getFrozenFrame('unreal-empty')).rejects.toMatchObject({
        code: 'CONFLICT',
        mend: expect.stringContaining('Freeze'),
      });
      await expect(frames.getFrozenFrame('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await server.get('/open/v1/frames/unreal-empty/hospitals.geojson')).status).toBe(404);
    });

    it('has the same hash whoever puts the same frame together', async () => {
      const hashes: string[] = [];
      for (const lines of [
        ['ZZM01', 'ZZM02'],
        ['ZZM02', 'ZZM01'],
      ]) {
        const { frame } = await lead.create('Unreal twin');
        const id = String(frame?.['id']);
        await lead.imports(id, unrealList(...lines.map((code) => unrealLine(code, `Unreal ${code}`))));
        hashes.push(String((await lead.freeze(id)).frame?.['hash']));
      }
      expect(hashes[0]).toBe(hashes[1]);
    });
  });
});
