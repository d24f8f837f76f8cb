import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect } from 'vitest';

import type { Row } from '../support/read-exports.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { itWith } from '../support/statistics-programs.js';

const run = promisify(execFile);

/** GDAL is what QGIS reads with; given nothing but the entrance, it finds everything else by the links. */
describe('the features, opened by GDAL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  /** The rows that GDAL gets of a collection, page by page. */
  const rows = async (collection: string, ...options: readonly string[]): Promise<readonly Row[]> => {
    const entrance = `OAPIF:${server.url}/open/v1`;
    const { stdout } = await run(
      'ogr2ogr',
      ['-f', 'CSV', '/vsistdout/', entrance, collection, '-oo', 'PAGE_SIZE=30', ...options],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return parse(stdout, { columns: true, bom: true });
  };
  const matched = async (path: string): Promise<number> =>
    (await (await server.get(`/open/v1/collections/${path}`)).json()).numberMatched;

  itWith('ogr2ogr', 'are four layers in degrees of WGS 84', async () => {
    const { stdout } = await run('ogrinfo', ['-ro', '-so', '-al', `OAPIF:${server.url}/open/v1`]);
    expect([...stdout.matchAll(/^Layer name: (.+)$/gm)].map(([, name]) => name).sort()).toEqual([
      'areas',
      'case-studies',
      'early-implementers',
      'hospitals',
    ]);
    expect(stdout.match(/GEOGCRS\["WGS 84"/g)).toHaveLength(4);
    expect(stdout).not.toMatch(/ERROR|Warning/);
  });

  itWith('ogr2ogr', 'are read whole over several pages, each of them once', async () => {
    for (const collection of ['hospitals', 'areas', 'early-implementers', 'case-studies']) {
      const read = await rows(collection);
      expect(read.length, collection).toBe(await matched(`${collection}/items`));
      expect(read.length, collection).toBeGreaterThan(0);
    }
    const codes = (await rows('hospitals')).map((row) => row['odsCode']);
    expect(new Set(codes).size).toBe(175);
  });

  itWith('ogr2ogr', 'are narrowed by a box and by a property', async () => {
    const box = await rows('hospitals', '-spat', '-3', '53', '-1', '55');
    expect(box.length).toBe(await matched('hospitals/items?bbox=-3,53,-1,55'));
    expect(box.length).toBeLessThan(175);
    const regions = await rows('areas', '-where', "level='region'");
    expect(regions.length).toBe(await matched('areas/items?level=region'));
    expect(regions).toHaveLength(7);
  });
});
