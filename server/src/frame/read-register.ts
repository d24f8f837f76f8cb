import type { CsvRecord } from '@liaison-atlas/shared/frame/read-frame-rows';

const ODS_COLUMNS = 27;
/** Places of the columns in the register's file of trust sites, counted from 0. */
const ODS = { code: 0, name: 1, postcode: 9, closed: 11, parent: 14, joinedParent: 15 } as const;
const HEADINGS = ['ods_code', 'name', 'postcode', 'trust_code', 'trust_since'] as const;

/** Whether the records are a register file of sites: 27 columns, no headings, a site's code in the first. */
export const isRegister = ([first]: readonly CsvRecord[]): boolean =>
  first?.cells.length === ODS_COLUMNS && /^[A-Z0-9]{4,9}$/.test(first.cells[0] ?? '');

/** The register's rows about known sites, under our own headings. */
export interface RegisterRows {
  readonly records: readonly CsvRecord[];
  /** Lines whose code has ended. */
  readonly ended: ReadonlySet<number>;
  /** Rows about other sites, or about a further code of a site that has a better row. */
  readonly leftOut: number;
}

/**
 * Takes the row of each known site: the one whose code still holds, where the site has several. The register's
 * opening and closing days are those of codes, not of hospitals, so they are not taken over as such.
 */
export function readRegister(
  records: readonly CsvRecord[],
  siteByCode: ReadonlyMap<string, string>,
): RegisterRows {
  const best = new Map<string, CsvRecord>();
  for (const record of records) {
    const siteId = siteByCode.get(at(record, ODS.code));
    if (siteId === undefined) continue;
    const before = best.get(siteId);
    if (before === undefined || (hasEnded(before) && !hasEnded(record))) best.set(siteId, record);
  }
  const taken = [...best.values()];
  return {
    records: [
      { line: 0, cells: HEADINGS },
      ...taken.map((record) => ({
        line: record.line,
        cells: [
          at(record, ODS.code),
          at(record, ODS.name),
          at(record, ODS.postcode),
          at(record, ODS.parent),
          toDate(at(record, ODS.joinedParent)),
        ],
      })),
    ],
    ended: new Set(taken.filter(hasEnded).map(({ line }) => line)),
    leftOut: records.length - taken.length,
  };
}

const at = ({ cells }: CsvRecord, place: number): string => (cells[place] ?? '').trim();
const hasEnded = (record: CsvRecord): boolean => at(record, ODS.closed) !== '';

/** The register's day (20180401) as 2018-04-01; text of another shape stays, to be refused as a date. */
const toDate = (text: string): string => text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
