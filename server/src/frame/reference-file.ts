import type { ReconcileRecord } from '@liaison-atlas/shared/frame/reconcile-frame';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { parse } from 'csv-parse/sync';

/** What a file is, told from its shape. */
export type ReferenceFileKind = 'ods_trusts' | 'ods_sites' | 'nhs_website_hospitals' | 'programme_sites';

/** What each kind is called, and what has to be shown beside its data. */
export const FILE_KINDS: Readonly<
  Record<
    ReferenceFileKind,
    { readonly title: string; readonly licence: string; readonly attribution: string }
  >
> = (() => {
  const open = {
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains information from NHS Digital and NHS England, licensed under the Open Government Licence v3.0.',
  };
  return {
    ods_trusts: { title: 'Organisation Data Service: trusts', ...open },
    ods_sites: { title: 'Organisation Data Service: trust sites', ...open },
    nhs_website_hospitals: { title: 'NHS website: hospitals', ...open },
    programme_sites: {
      title: 'IAPT early implementers and pathfinders',
      licence: 'Facts restated from the pages that each row names',
      attribution: 'Compiled from the pages named with each site.',
    },
  };
})();

/** A file as records to compare with what is stored. */
export interface ReferenceFile {
  readonly kind: ReferenceFileKind;
  readonly records: readonly ReconcileRecord[];
}

/**
 * Reads a file that somebody wants to import, and tells from its shape what it is: a register file of the
 * Organisation Data Service (27 columns without a header: etr, ect for trusts, ets for sites), `Hospital.csv` of
 * the NHS website (columns parted by ¬), or a list of early implementers and pathfinders in our own columns. A file
 * of any other shape is refused (`UNKNOWN_FILE`), and so is one that is not a readable table (`UNREADABLE_FILE`).
 */
export function readReferenceFile(bytes: Buffer): Result<ReferenceFile, Problem> {
  const text = decode(bytes);
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  try {
    if (firstLine.startsWith('OrganisationID¬OrganisationCode¬')) return readWebsite(text);
    const columns = parseCsv(text.slice(0, firstLine.length))[0] ?? [];
    if (columns.includes('programme') && columns.includes('wave')) return readProgrammes(text, columns);
    if (columns.length === ODS_COLUMNS && isOdsCode(columns[0] ?? '')) return readRegister(text);
  } catch (error) {
    return refuse({
      code: 'UNREADABLE_FILE',
      field: 'FILE',
      message: `The file is not a readable table: ${error instanceof Error ? error.message : String(error)}`,
      mend: 'Save it as CSV in UTF-8, one row a line, and try again.',
    });
  }
  return refuse(unknownFile(`its first line begins ${JSON.stringify(firstLine.slice(0, 60))}`));
}

const ODS_COLUMNS = 27;
/** Places of the columns in the register's files, counted from 0. */
const ODS = { code: 0, name: 1, postcode: 9, opened: 10, closed: 11, parent: 14, joinedParent: 15 } as const;

function readRegister(text: string): Result<ReferenceFile, Problem> {
  const rows = parseCsv(text);
  const isTrust = (row: readonly string[]): boolean => row[ODS.code]?.length === 3;
  const trusts = rows.filter(isTrust);
  if (trusts.length !== 0 && trusts.length !== rows.length)
    return refuse(unknownFile('it mixes codes of trusts (3 characters) with codes of sites'));
  const kind = trusts.length > 0 ? 'ods_trusts' : 'ods_sites';
  return accept({
    kind,
    records: rows.map((row): ReconcileRecord => {
      const at = (place: number): string => (row[place] ?? '').trim();
      const dates = { valid_from: toDate(at(ODS.opened)), valid_to: toDate(at(ODS.closed)) };
      const fields = { name: at(ODS.name), postcode: at(ODS.postcode), ...dates };
      const parent = { trust: at(ODS.parent), trust_since: toDate(at(ODS.joinedParent)) };
      return {
        key: at(ODS.code),
        label: at(ODS.name),
        fields: kind === 'ods_trusts' ? fields : { ...fields, ...parent },
      };
    }),
  });
}

function readWebsite(text: string): Result<ReferenceFile, Problem> {
  const rows: Record<string, string>[] = parse(text, {
    columns: true,
    delimiter: '¬',
    quote: false,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const other = rows.find((row) => row['OrganisationType'] !== 'Hospital');
  if (other !== undefined)
    return refuse(unknownFile(`it lists ${JSON.stringify(other['OrganisationType'] ?? '')}, not hospitals`));
  return accept({
    kind: 'nhs_website_hospitals',
    records: rows.map((row): ReconcileRecord => {
      const at = (column: string): string => (row[column] ?? '').trim();
      return {
        key: at('OrganisationCode'),
        label: at('OrganisationName'),
        fields: {
          name: at('OrganisationName'),
          town: at('City'),
          postcode: at('Postcode'),
          latitude: toDegrees(at('Latitude')),
          longitude: toDegrees(at('Longitude')),
          trust: at('ParentODSCode'),
        },
      };
    }),
  });
}

/** Columns of the project's own lists; the first five are needed, the others may be left out. */
const PROGRAMME_COLUMNS = [
  'programme',
  'wave',
  'name',
  'confidence',
  'source',
  'ccg_names',
  'ccg_codes',
  'ccg_codes_2018',
  'conditions',
  'lead_provider',
  'confidence_reason',
  'notes',
] as const;
const NEEDED = 5;

function readProgrammes(text: string, columns: readonly string[]): Result<ReferenceFile, Problem> {
  const absent = PROGRAMME_COLUMNS.slice(0, NEEDED).filter((column) => !columns.includes(column));
  if (absent.length > 0) return refuse(unknownFile(`it lacks the column ${absent.join(', ')}`));
  const strange = columns.filter(
    (column) => column !== 'id' && !PROGRAMME_COLUMNS.some((known) => known === column),
  );
  if (strange.length > 0) return refuse(unknownFile(`it has the unknown column ${strange.join(', ')}`));
  const rows: Record<string, string>[] = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  return accept({
    kind: 'programme_sites',
    records: rows.map((row): ReconcileRecord => {
      const fields = Object.fromEntries(PROGRAMME_COLUMNS.map((column) => [column, row[column] ?? '']));
      return { key: row['id'] || toSlug(row), label: row['name'] ?? '', fields };
    }),
  });
}

/** The register's day (20180401) as 2018-04-01; text of another shape stays, to be refused where it matters. */
const toDate = (text: string): string => text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** Degrees as plain decimals: the website writes small ones as -8.19E-2. */
const toDegrees = (text: string): string =>
  text !== '' && Number.isFinite(Number(text)) ? Number(text).toFixed(6) : text;

const toSlug = (row: Readonly<Record<string, string>>): string =>
  [row['programme'], row['wave'], row['name']]
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);

const isOdsCode = (text: string): boolean => /^[A-Z0-9]{3,9}$/.test(text);

const parseCsv = (text: string): string[][] => parse(text, { bom: true, skip_empty_lines: true });

/** UTF-8 where it is that, else the Windows code page in which the NHS website saves its files. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const unknownFile = (why: string): Problem => ({
  code: 'UNKNOWN_FILE',
  field: 'FILE',
  message: `This is not a file that can be imported: ${why}.`,
  mend: 'Use etr.csv, ect.csv or ets.csv of the Organisation Data Service, Hospital.csv of the NHS website, or a list of early implementers or pathfinders as docs/reference-data.md describes it.',
});
