import type { HospitalToRing } from '../analysis/whom-to-ring.js';
import { type RoundKind, roundKindOnTheWire } from '../fieldwork/round.js';
import { siteCategoryWords } from '../frame/site-category-words.js';
import type { Table } from '../kernel/table.js';
import { displayName } from '../fieldwork/display-name.js';

/** Column headers of `chase-list.csv`, in order. */
export const CHASE_LIST_COLUMNS = [
  'rank',
  'odsCode',
  'name',
  'trust',
  'town',
  'postcode',
  'region',
  'icb',
  'siteCategory',
  'invited',
  'area',
  'areaHospitals',
  'areaReplies',
  'reason',
  'kind',
  'asAt',
] as const;

/**
 * The rows of `GET /manage/v1/rounds/{id}/chase-list.csv`: silent hospitals in the order in which to ring them. For the
 * survey team only: who has not replied is not public (domain, "Names"). Whoever writes the file must guard cells that
 * a spreadsheet would take for formulas.
 */
export const toChaseList = (input: {
  readonly round: { readonly kind: RoundKind };
  readonly asAt: string;
  readonly toRing: readonly HospitalToRing[];
}): Table => ({
  columns: CHASE_LIST_COLUMNS,
  rows: input.toRing.map(({ rank, hospital, invited, areaName, areaFrame, areaSubmitted, reason }) => [
    rank,
    hospital.odsCode,
    displayName(input.round.kind, hospital.name),
    hospital.trust,
    hospital.town,
    hospital.postcode,
    hospital.region,
    hospital.icb,
    siteCategoryWords(hospital.siteCategory),
    invited ? 'yes' : 'no',
    areaName,
    areaFrame,
    areaSubmitted,
    reason,
    roundKindOnTheWire(input.round.kind),
    input.asAt,
  ]),
});
