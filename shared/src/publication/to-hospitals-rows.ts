import type { Table } from '../kernel/table.js';
import { type OpenHospital, toOpenHospital } from './open-hospital.js';
import type { ReleaseDocument } from './release.js';

/** Column headers of `hospitals.csv`, in order. The contract's eleven come first; new ones are added at the end. */
export const HOSPITAL_COLUMNS = [
  'odsCode',
  'name',
  'trust',
  'trustCode',
  'region',
  'icb',
  'icbCode',
  'category',
  'label',
  'kind',
  'asAt',
  'otherProvision',
  'isGap',
  'score',
  'marker',
] as const satisfies readonly (keyof OpenHospital)[];

/**
 * The rows of `GET /open/v1/rounds/{id}/hospitals.csv`: the same fields as the GeoJSON file, one row a hospital.
 * A score that is not published is an empty cell, never 0; `category` says why there is none. Whoever writes the
 * file must guard cells that a spreadsheet would take for formulas.
 */
export const toHospitalsRows = (release: ReleaseDocument): Table => ({
  columns: HOSPITAL_COLUMNS,
  rows: release.hospitals.map((hospital) => {
    const open = toOpenHospital(release, hospital);
    return HOSPITAL_COLUMNS.map((column) => cell(open[column]));
  }),
});

const cell = (value: OpenHospital[keyof OpenHospital]): string | number =>
  value === null ? '' : typeof value === 'boolean' ? String(value) : value;
