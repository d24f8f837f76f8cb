import { ROUND, withDatabase } from './store.mjs';

/** What the rows of an area lie in: plain tables with an index for every level, filled from the newest release. */
const TABLES = `
  CREATE TABLE area (code TEXT PRIMARY KEY, level TEXT NOT NULL, name TEXT NOT NULL, latitude REAL, longitude REAL);
  CREATE TABLE head (round_id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, release INTEGER NOT NULL, as_at TEXT NOT NULL);
  CREATE TABLE indicator (id TEXT PRIMARY KEY, lower REAL NOT NULL, upper REAL NOT NULL);
  CREATE TABLE hospital (ods_code TEXT PRIMARY KEY, name TEXT NOT NULL, trust TEXT NOT NULL, trust_code TEXT NOT NULL,
    category TEXT NOT NULL, label TEXT NOT NULL, score INTEGER, marker TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
    region_code TEXT NOT NULL, icb_code TEXT NOT NULL, ccg_code TEXT NOT NULL);
  CREATE INDEX ix_hospital_region ON hospital (region_code, name);
  CREATE INDEX ix_hospital_icb ON hospital (icb_code, name);
  CREATE INDEX ix_hospital_ccg ON hospital (ccg_code, name);
  CREATE TABLE programme_area (area_code TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, wave INTEGER NOT NULL,
    conditions TEXT NOT NULL, PRIMARY KEY (area_code, id)) WITHOUT ROWID;
  CREATE TABLE case_study (ods_code TEXT PRIMARY KEY) WITHOUT ROWID;`;

/** Hospitals of an area of any level. */
const INSIDE = `SELECT * FROM hospital WHERE icb_code = @code
  UNION ALL SELECT * FROM hospital WHERE region_code = @code UNION ALL SELECT * FROM hospital WHERE ccg_code = @code`;

/** Kilometres along the great circle. */
const KM = `12742 * asin(min(1, sqrt(
  pow(sin(radians(h.latitude - a.latitude) / 2), 2) +
  cos(radians(a.latitude)) * cos(radians(h.latitude)) * pow(sin(radians(h.longitude - a.longitude) / 2), 2))))`;

/** The rows of a profile: area and release, hospitals, the counts of both questions, England, what is nearest, programme. */
export const PROFILE_SQL = [
  `SELECT a.level, a.code, a.name, h.* FROM area a, head h WHERE a.code = @code`,
  `SELECT ods_code, name, trust, trust_code, category, label, score, marker FROM (${INSIDE}) ORDER BY name`,
  `SELECT category, COUNT(*) AS hospitals FROM (${INSIDE}) GROUP BY category`,
  `SELECT id, lower, upper FROM indicator`,
  `SELECT h.ods_code, h.name, h.label, ${KM} AS km FROM area a, hospital h WHERE a.code = @code ORDER BY km LIMIT 3`,
  `SELECT h.ods_code, h.name, h.label, ${KM} AS km FROM area a, hospital h
   WHERE a.code = @code AND category IN ('G3', 'G4') ORDER BY km LIMIT 1`,
  `SELECT h.ods_code, h.name, ${KM} AS km FROM area a, hospital h
   WHERE a.code = @code AND ods_code IN (SELECT ods_code FROM case_study) ORDER BY km LIMIT 1`,
  `SELECT id, name, wave, conditions FROM programme_area WHERE area_code = @code ORDER BY wave, name`,
];

/** Puts the newest release of the round into plain tables; gives the codes of all areas with residents. */
export async function makeProfileTables(dataDir, file) {
  const stored = await withDatabase(dataDir, (database) => ({
    round: database.prepare(`SELECT id, title, kind FROM round WHERE id = ?`).get(ROUND),
    document: JSON.parse(
      database
        .prepare(`SELECT document FROM release WHERE round_id = ? ORDER BY number DESC LIMIT 1`)
        .pluck()
        .get(ROUND),
    ),
    areas: database
      .prepare(
        `SELECT a.*, p.latitude, p.longitude FROM area a JOIN area_population p ON p.code = a.code ORDER BY a.code`,
      )
      .all(),
    sites: database
      .prepare(
        `SELECT id, name, wave, conditions, ccg_codes_2018 FROM programme_site WHERE programme = 'early_implementer'`,
      )
      .all(),
  }));
  const { CASE_STUDIES } = await import('@liaison-atlas/shared/commissioning/case-studies');
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.exec(TABLES);
  const insert = (table, row) =>
    database
      .prepare(
        `INSERT OR IGNORE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map((key) => `@${key}`)
          .join(', ')})`,
      )
      .run(row);
  database.transaction(() => {
    fill(stored, insert);
    for (const { places } of CASE_STUDIES)
      for (const { hospital } of places) if (hospital !== '') insert('case_study', { ods_code: hospital });
  })();
  database.close();
  return stored.areas.map(({ code }) => code);
}

function fill({ round, document, areas, sites }, insert) {
  const { id, title, kind } = round;
  insert('head', { round_id: id, title, kind, release: document.number, as_at: document.asAt });
  for (const { id: key, lower, upper } of document.indicators) insert('indicator', { id: key, lower, upper });
  for (const { code, level, name, latitude, longitude } of areas)
    insert('area', { code, level, name, latitude, longitude });
  for (const one of document.hospitals)
    insert('hospital', {
      ods_code: one.odsCode,
      name: one.name,
      trust: one.trust,
      trust_code: one.trustCode,
      category: one.category,
      label: one.label,
      score: one.score,
      marker: one.marker,
      latitude: one.latitude,
      longitude: one.longitude,
      region_code: one.regionCode,
      icb_code: one.icbCode,
      ccg_code: one.ccgCode,
    });
  const areasOf = new Map(areas.map((area) => [area.code, area]));
  for (const { ccg_codes_2018, ...site } of sites)
    for (const ccg of JSON.parse(ccg_codes_2018)) {
      const area = areasOf.get(ccg);
      for (const code of [ccg, area?.icb_code, area?.region_code])
        if (code !== undefined && code !== '') insert('programme_area', { area_code: code, ...site });
    }
}
