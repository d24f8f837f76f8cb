/**
 * Makes the reference tables in `server/reference` from a folder of compiled public facts.
 *
 *   node server/scripts/make-reference.mjs FOLDER
 *
 * FOLDER holds acute-hospitals.csv, trust-types.csv, ccg-2018.csv, england-icb-2022.geojson, england-regions.geojson,
 * early-implementers.csv, pathfinders.csv, outcodes.csv and lsoa11-population.csv (`docs/reference-data.md` says where each fact comes from).
 * The output depends on those files and on the wording files beside this script alone: the same input gives the same
 * bytes. Whatever is absent in the facts stays absent ('' in the tables means "not known"); nothing is guessed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

import { PROGRAMME_WORDING } from './programme-wording.mjs';
import { describeSources } from './reference-sources.mjs';
import { LATER_SITE_CODES, SITE_NOTES, TIDIED, TRUST_NOTES } from './reference-wording.mjs';

/** England as an area, by the code of the Office for National Statistics. */
const ENGLAND = 'E92000001';

const output = join(dirname(fileURLToPath(import.meta.url)), '..', 'reference');
const folder = process.argv[2];
if (!folder) {
  console.error('Say where the compiled facts are: node server/scripts/make-reference.mjs FOLDER');
  process.exit(2);
}

const hospitalFacts = readTable('acute-hospitals.csv');
const trustFacts = readTable('trust-types.csv');
const ccgFacts = readTable('ccg-2018.csv');

const areas = makeAreas();
const codesByArea = new Map(areas.map((area) => [area.code, area]));
const hospitals = hospitalFacts.map(toHospital).sort(by('ods_code'));
const successions = makeSuccessions();
const trusts = makeTrusts();
const programmeSites = [
  ...readTable('early-implementers.csv').map((row) => toProgrammeSite('early_implementer', row.wave, row)),
  ...readTable('pathfinders.csv').map((row) => toProgrammeSite('pathfinder', row.phase[0], row)),
];
const outcodes = readTable('outcodes.csv').map(toOutcode).sort(by('outcode'));
const populations = makePopulations();

const tables = {
  'areas.csv': areas,
  'trusts.csv': trusts,
  'trust-successions.csv': successions,
  'hospitals.csv': hospitals,
  'early-implementers.csv': programmeSites.filter((site) => site.programme === 'early_implementer'),
  'pathfinders.csv': programmeSites.filter((site) => site.programme === 'pathfinder'),
  'outcodes.csv': outcodes,
  'area-populations.csv': populations,
};
for (const [file, rows] of Object.entries(tables)) {
  writeFileSync(join(output, file), stringify(rows, { header: true }));
  console.log(`${file}: ${rows.length} rows`);
}
const rowsOf = Object.fromEntries(Object.entries(tables).map(([file, rows]) => [file, rows.length]));
writeFileSync(join(output, 'sources.json'), `${JSON.stringify(describeSources(rowsOf), null, 2)}\n`);

/** Regions (in force from April 2019), ICBs (July 2022) and CCGs (April 2018), each with the region it lies in. */
function makeAreas() {
  const regions = readFeatures('england-regions.geojson')
    .filter(({ level }) => level === 'nhs_region')
    .map(({ code, ons_code, name }) => ({
      level: 'region',
      code,
      ons_code,
      name,
      region_code: code,
      icb_code: '',
    }));
  const icbs = readFeatures('england-icb-2022.geojson').map(({ code, ons_code, name, region_code }) => ({
    level: 'icb',
    code,
    ons_code,
    name,
    region_code,
    icb_code: code,
  }));
  const ccgs = ccgFacts.map((row) => ({
    level: 'ccg',
    code: row.ccg_code,
    ons_code: row.ons_code,
    name: row.ccg_name,
    region_code: row.nhs_region_7_code,
    icb_code: row.icb_code_2022,
  }));
  return [regions, icbs, ccgs].flatMap((level) => level.sort(by('code')));
}

function toHospital(row) {
  const region = codesByArea.get(codesByArea.get(row.ccg_code).region_code);
  if (region.name !== row.nhs_region) throw new Error(`${row.site_ods_code}: its CCG lies in another region`);
  if (codesByArea.get(row.icb_code).name !== row.icb_name)
    throw new Error(`${row.site_ods_code}: unknown ICB`);
  const attendances = /trust type-1 attendances 2017\/18 \(NHS England A&E statistics\): (\d+);/.exec(
    row.ed_basis,
  );
  return {
    ods_code: row.site_ods_code,
    later_ods_code: LATER_SITE_CODES.get(row.site_ods_code) ?? '',
    name: toPlainCase(row.hospital_name),
    source_name: row.source_name,
    trust_code: row.trust_ods_code,
    postcode: row.postcode,
    town: TIDIED.get(row.city) ?? toPlainCase(row.city),
    latitude: row.latitude,
    longitude: row.longitude,
    site_category: row.site_category,
    major_ed: { true: 'yes', false: 'no', unknown: 'not_known' }[row.ed_type1],
    major_ed_basis: edBasis(row.ed_basis),
    trust_type1_attendances_2017_18: attendances?.[1] ?? '',
    ae_friends_and_family_2020: row.ae_fft_2020,
    region_code: region.code,
    icb_code: row.icb_code,
    ccg_code: row.ccg_code,
    successor_trust_code: row.successor_trust_code,
    successor_effective_on: row.successor_date,
    notes: wording(SITE_NOTES, row.notes, row.site_ods_code),
  };
}

/** What the emergency-department column rests on; no official list of departments by site was found. */
function edBasis(remark) {
  if (remark.includes('only ED site of the trust')) return 'trust_statistics';
  if (remark.includes('site split is compiler knowledge')) return 'trust_statistics_site_not_confirmed';
  if (remark.startsWith('site-level status is compiler knowledge')) return 'not_confirmed';
  throw new Error(`no wording for the basis ${JSON.stringify(remark)}`);
}

/** Mergers, and the one trust that was divided between two, as the register dates them. */
function makeSuccessions() {
  const laterNames = new Map(
    hospitalFacts.map((row) => [row.successor_trust_code, row.successor_trust_name]),
  );
  const namesIn2018 = new Map(trustFacts.map((row) => [row.trust_ods_code, row.trust_name]));
  return trustFacts
    .filter((row) => row.successor_trust_code !== '')
    .flatMap((row) => {
      const codes = row.successor_trust_code.split(';');
      const dates = row.successor_date.split(';');
      return codes.map((code, at) => ({
        from_code: row.trust_ods_code,
        to_code: code,
        to_name: toTrustName(laterNames.get(code) ?? namesIn2018.get(code)),
        effective_on: dates[at],
        kind: codes.length > 1 ? 'split' : 'merge',
      }));
    })
    .sort((a, b) => compare(`${a.from_code} ${a.to_code}`, `${b.from_code} ${b.to_code}`));
}

/** Trusts of early 2018, then those that only came to be by a later merger. */
function makeTrusts() {
  const open = trustFacts.map((row) => ({
    code: row.trust_ods_code,
    name: toTrustName(row.trust_name),
    trust_type: row.trust_type,
    trust_type_basis: row.type_source.startsWith('NHS Choices 2014 sub-type') ? 'stated' : 'derived',
    major_ed_2017_18: { true: 'yes', false: 'no' }[row.has_type1_ae_2017_18],
    postcode: row.postcode,
    opened_on: row.open_date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    notes: wording(TRUST_NOTES, row.notes, row.trust_ods_code),
  }));
  const known = new Set(open.map((trust) => trust.code));
  const later = new Map();
  for (const { to_code: code, to_name: name, effective_on } of successions) {
    if (known.has(code) || later.has(code)) continue;
    later.set(code, {
      code,
      name,
      trust_type: 'acute',
      trust_type_basis: 'derived',
      major_ed_2017_18: 'not_applicable',
      postcode: '',
      opened_on: effective_on,
      notes: 'Came to be by a merger after early 2018.',
    });
  }
  const missing = hospitals.filter(({ trust_code }) => !known.has(trust_code));
  if (missing.length > 0)
    throw new Error(`no trust for ${missing.map((hospital) => hospital.ods_code).join(' ')}`);
  return [...open, ...later.values()].sort(by('code'));
}

function toProgrammeSite(programme, wave, row) {
  const words = wording(PROGRAMME_WORDING, row.site_name, row.site_name);
  const codesAtTheTime = row.ccg_codes.split('; ').filter(Boolean);
  const codes2018 = (row.ccg_codes_2018 ?? currentCodes(codesAtTheTime).join('; '))
    .split('; ')
    .filter(Boolean);
  const strange = codes2018.filter((code) => codesByArea.get(code)?.level !== 'ccg');
  if (strange.length > 0) throw new Error(`${row.site_name}: no such CCG in 2018: ${strange.join(' ')}`);
  return {
    id: words.id,
    programme,
    wave,
    name: words.name ?? row.site_name,
    ccg_names: row.ccg_names,
    ccg_codes: codesAtTheTime.join('; '),
    ccg_codes_2018: codes2018.join('; '),
    conditions: row.condition_pathways,
    lead_provider: row.lead_provider.replace(' (trust not named in the part read)', ''),
    confidence: words.confidence,
    confidence_reason: words.why,
    source: words.sources.join(' | '),
    notes: words.notes,
  };
}

/** Codes of April 2018 for CCGs that merged on that day: Aylesbury Vale and Chiltern became Buckinghamshire. */
function currentCodes(codes) {
  const merged = new Map([
    ['10Y', '14Y'],
    ['10H', '14Y'],
  ]);
  return [...new Set(codes.map((code) => merged.get(code) ?? code))];
}

function toOutcode(row) {
  return {
    outcode: row.outcode,
    latitude: row.latitude,
    longitude: row.longitude,
    england_share: row.england_share,
    icb_code: row.icb_code_2022,
    icb_share: row.icb_share,
    ccg_code: row.ccg_code_2018,
    ccg_share: row.ccg_share,
    spread_km: row.spread_km,
  };
}

/**
 * Residents of every area and of England, as sums of the small areas of 2011, and the middle of where they live. Each
 * small area has its CCG and its ICB, so neither is estimated; a region is that of the CCG. What does not add up to the
 * published count of a CCG stops the run.
 */
function makePopulations() {
  const sums = new Map();
  const add = (code, row) => {
    const sum = sums.get(code) ?? { people: 0, adults: 0, small_areas: 0, north: 0, east: 0 };
    const people = Number(row.population_total_mid2019);
    sum.people += people;
    sum.adults += Number(row.population_18plus_mid2019);
    sum.small_areas += 1;
    sum.north += people * Number(row.latitude);
    sum.east += people * Number(row.longitude);
    sums.set(code, sum);
  };
  for (const row of readTable('lsoa11-population.csv'))
    for (const code of [
      ENGLAND,
      row.ccg_code_2018,
      row.icb_code_2022,
      codesByArea.get(row.ccg_code_2018).region_code,
    ])
      add(code, row);
  for (const {
    ccg_code: code,
    population_total_mid2019: people,
    population_18plus_mid2019: adults,
  } of ccgFacts)
    if (sums.get(code)?.people !== Number(people) || sums.get(code)?.adults !== Number(adults))
      throw new Error(`${code}: its small areas do not add up to its published population`);
  return [ENGLAND, ...areas.map(({ code }) => code)].map((code) => {
    const sum = sums.get(code);
    if (sum === undefined) throw new Error(`${code}: no small area lies in it`);
    return {
      code,
      population: sum.people,
      population_18plus: sum.adults,
      small_areas: sum.small_areas,
      latitude: (sum.north / sum.people).toFixed(4),
      longitude: (sum.east / sum.people).toFixed(4),
    };
  });
}

/** Names in capitals (the register of 2016) as they are written elsewhere: "Leeds Community Healthcare NHS Trust". */
function toTrustName(name) {
  if (name !== name.toUpperCase()) return TIDIED.get(name) ?? toPlainCase(name);
  const small = new Set(['and', 'of']);
  return name
    .toLowerCase()
    .split(' ')
    .map((word) => (word === 'nhs' ? 'NHS' : small.has(word) ? word : word[0].toUpperCase() + word.slice(1)))
    .join(' ');
}

/** "Countess Of Chester" as people write it: small words inside a name in lower case. */
function toPlainCase(name) {
  return name.replace(/(?<=[ -])(Of|And|For|Upon|In|On|Super|Under)(?=[ -])/g, (word) => word.toLowerCase());
}

function wording(table, remark, where) {
  const words = table.get(remark);
  if (words === undefined) throw new Error(`${where}: no wording for the remark ${JSON.stringify(remark)}`);
  return words;
}

function readTable(file) {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true });
}

function readFeatures(file) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')).features.map(({ properties }) => properties);
}

function by(column) {
  return (a, b) => compare(a[column], b[column]);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
