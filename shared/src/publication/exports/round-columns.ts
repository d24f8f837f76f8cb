import { type RoundKind, roundKindOnTheWire } from '../../fieldwork/round.js';
import type { Hospital } from '../../frame/hospital.js';
import { displayName } from '../../fieldwork/display-name.js';
import { type Cell, codedColumn, column, valueCodes } from './export-table.js';

/** What every row says of the round it is from. */
export interface RoundMark {
  readonly id: string;
  readonly kind: RoundKind;
}

/** Stands first in every file, so that no row loses it. */
export const kindColumn = codedColumn(
  'kind',
  'Whose answers these are',
  valueCodes({
    'published-facts': 'Facts of a published report',
    live: 'Answers of teams',
    synthetic: 'SYNTHETIC: invented for demonstration',
  }),
);

export const roundCells = ({ kind, id }: RoundMark): readonly Cell[] => [roundKindOnTheWire(kind), id];

/** Facts of the frame about a hospital. */
export const hospitalColumns = [
  column('odsCode', 'ODS code of the hospital', { width: 10 }),
  column('hospitalName', 'Hospital'),
  column('trustCode', 'ODS code of its trust', { width: 10 }),
  column('trustName', 'Trust'),
  column('regionName', 'Region', { width: 80 }),
  column('icbCode', 'ODS code of its integrated care board', { width: 10 }),
] as const;

/** The same of one hospital; a code that the frame does not know stands alone. */
export function hospitalCells(
  kind: RoundKind,
  odsCode: string,
  hospitals: ReadonlyMap<string, Hospital>,
): readonly Cell[] {
  const found = hospitals.get(odsCode);
  if (found === undefined) return [odsCode, '', '', '', '', ''];
  const { name, trustCode, trust, region, icbCode } = found;
  return [odsCode, displayName(kind, name), trustCode, trust, region, icbCode];
}
