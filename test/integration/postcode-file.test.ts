import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { PostcodeService } from '../../server/src/frame/postcode.service.js';
import { isPostcodeFile } from '../../server/src/frame/read-postcode-file.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Postcodes of areas that do not exist, with the areas of Oldham; one stands where an outcode of ours is. */
const HEAD = 'pcd,pcds,doterm,ctry,lat,long,icb,sicbl';
const LINES = [
  'ZZ1 1AA,ZZ1 1AA,,E92000001,53.54100,-2.11800,E54000057,E38000135',
  'ZZ1 1AB,ZZ1 1AB,,E92000001,53.54200,-2.11900,E54000057,E38999999',
  'ZZ1 1AC,ZZ1 1AC,201901,E92000001,53.5,-2.1,E54000057,E38000135',
  'ZZ2 2ZZ,ZZ2 2ZZ,,W92000004,52.1,-3.1,W99999999,W99999999',
  'ZZ3 3ZZ,ZZ3 3ZZ,,E92000001,99.999999,0.000000,E54000057,E38000135',
  'OL1 9ZZ,OL1 9ZZ,,E92000001,53.7,-1.8,E54000054,E38000135',
];

describe('an official postcode file', () => {
  let server: TestServer;
  let folder: string;
  let postcodes: PostcodeService;
  beforeAll(async () => {
    server = await startServer();
    postcodes = server.app.get(PostcodeService, { strict: false });
    folder = mkdtempSync(join(tmpdir(), 'postcodes-'));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const fileOf = (lines: readonly string[], head = HEAD): string => {
    const path = join(folder, 'nspl.csv');
    writeFileSync(path, [head, ...lines].join('\r\n'));
    return path;
  };
  const place = async (postcode: string): Promise<any> =>
    (
      (await server.send(
        `{ place(postcode: "${postcode}") { postcode exact edition icbCode icb icbMostly ccgCode ccgMostly latitude } }`,
      )) as any
    ).data.place;

  it('is told from other tables by its first line', () => {
    expect(isPostcodeFile(fileOf(LINES))).toBe(true);
    expect(isPostcodeFile(fileOf([], 'programme,wave,name,confidence,source'))).toBe(false);
  });

  it.each([
    ['without the column of the end', [], 'pcds,lat,long,icb', 'NOTHING_KNOWN'],
    ['with one row and no end', ['ZZ1 1AA,53.5,-2.1,E54000057'], 'pcds,lat,long,icb', 'MISSING_COLUMN'],
    ['with a postcode twice', [LINES[0]!, LINES[0]!], HEAD, 'POSTCODE_TWICE'],
    [
      'with halves in the wrong order',
      [LINES[0]!.replace('ZZ1 1AA,ZZ1 1AA', 'x,1AA ZZ1')],
      HEAD,
      'BAD_POSTCODE',
    ],
    ['with its point in the sea', [LINES[0]!.replace('53.54100', '5.3')], HEAD, 'BAD_POINT'],
    ['of Wales alone', [LINES[3]!], HEAD, 'NOTHING_KNOWN'],
    ['of areas that nobody has', [LINES[0]!.replace(/E54.*/, 'E54999999,E38999999')], HEAD, 'UNKNOWN_AREAS'],
    ['with rows of different length', [`${LINES[0]!},more`], HEAD, 'UNREADABLE_FILE'],
  ])('%s is refused by name', async (_what, lines, head, code) => {
    const file = await postcodes.read(fileOf(lines, head));
    expect(file.ok ? 'accepted' : file.problems[0]?.code).toBe(code);
  });

  it('is only read until it is stored: places stay approximate', async () => {
    const file = await postcodes.read(fileOf(LINES));
    expect(file).toMatchObject({
      ok: true,
      value: {
        postcodes: 3,
        withoutCcg: 1,
        leftOut: { ended: 1, outside_england: 1, without_point: 1 },
      },
    });
    expect(await place('ZZ1 1AA')).toBeNull();
    expect(await place('OL1 9ZZ')).toMatchObject({ exact: false, edition: '', icbCode: 'QOP' });
  });

  it('makes its postcodes exact, says of which edition it is, and leaves the others approximate', async () => {
    const file = await postcodes.read(fileOf(LINES));
    if (!file.ok) throw new Error('refused');
    await postcodes.store(SYSTEM, file.value, {
      fileName: 'nspl.csv',
      source: 'made up',
      edition: 'May 2026',
    });
    expect(await place('zz11aa')).toMatchObject({
      postcode: 'ZZ1 1AA',
      exact: true,
      edition: 'May 2026',
      icbMostly: false,
      latitude: expect.closeTo(53.541, 4),
    });
    // The CCG of the edition is none of 2018.
    expect(await place('ZZ1 1AB')).toMatchObject({ exact: true, ccgMostly: true });
    // The first half of this one lies in another ICB than the file says.
    expect(await place('OL1 9ZZ')).toMatchObject({ exact: true, icbCode: 'QWO' });
    expect(await place('OL1 2JH')).toMatchObject({ exact: false, edition: 'May 2026', icbCode: 'QOP' });
    expect(await place('ZZ1 1AC')).toBeNull();
  });

  it('is found by the search, and named among the sources with its attribution', async () => {
    const { data } = (await server.send(
      '{ search(text: "OL1 9ZZ") { kind path detail } referenceSources { file vintage rows attribution } }',
    )) as any;
    expect(data.search.find(({ kind }: any) => kind === 'postcode').path).toBe('/areas/QWO?from=OL1%209ZZ');
    const source = data.referenceSources.find(({ file }: any) => file === 'nspl.csv');
    expect(source).toMatchObject({ vintage: 'May 2026', rows: 3 });
    expect(source.attribution).toMatch(/Office for National Statistics.*Royal Mail/);
  });

  it('takes the place of the one before it', async () => {
    const file = await postcodes.read(fileOf([LINES[1]!]));
    if (!file.ok) throw new Error('refused');
    await postcodes.store(SYSTEM, file.value, { fileName: 'nspl.csv', source: '', edition: 'August 2026' });
    expect(await place('ZZ1 1AA')).toBeNull();
    expect(await place('ZZ1 1AB')).toMatchObject({ exact: true, edition: 'August 2026' });
  });
});
