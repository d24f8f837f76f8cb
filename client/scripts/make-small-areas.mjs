/**
 * Makes `client/public/reference/small-areas.bin` from the table of small areas that `docs/reference-data.md` names.
 *
 *   npm run build && node client/scripts/make-small-areas.mjs FOLDER
 *
 * FOLDER holds lsoa11-population.csv. The output depends on that file alone: the same input gives the same bytes. A row
 * without a point, a population or an ICB stops the run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { packSmallAreas } from '@liaison-atlas/shared/commissioning/small-area';
import { parse } from 'csv-parse/sync';

/** Bytes that the file may have, and gzipped. */
const BUDGET = { whole: 240_000, gzipped: 170_000 };

const folder = process.argv[2];
if (!folder) {
  console.error('Say where the table is: node client/scripts/make-small-areas.mjs FOLDER');
  process.exit(2);
}
const rows = parse(readFileSync(join(folder, 'lsoa11-population.csv'), 'utf8'), { columns: true }).sort(
  (a, b) => (a.lsoa11_code < b.lsoa11_code ? -1 : 1),
);
const icbCodes = [...new Set(rows.map((row) => row.icb_code_2022))].sort((a, b) => (a < b ? -1 : 1));
const areas = rows.map((row) => {
  const area = {
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    adults: Number(row.population_18plus_mid2019),
    icb: icbCodes.indexOf(row.icb_code_2022),
  };
  const whole = Number.isInteger(area.adults) && area.adults > 0 && row.icb_code_2022.length === 3;
  if (!whole || !(area.latitude > 49.8) || !(area.longitude > -6.9))
    throw new Error(`${row.lsoa11_code} lacks a point, a population or an ICB`);
  return area;
});
const bytes = packSmallAreas({ icbCodes, areas });
const gzipped = gzipSync(bytes, { level: 9 }).length;
if (bytes.length > BUDGET.whole || gzipped > BUDGET.gzipped)
  throw new Error(`${bytes.length} bytes, ${gzipped} gzipped: more than allowed`);
const target = join(import.meta.dirname, '../public/reference');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'small-areas.bin'), bytes);
console.log(`${rows.length} small areas, ${icbCodes.length} ICBs, ${bytes.length} bytes, ${gzipped} gzipped`);
