import type { AnalysisDataset, FormDecision } from '../cleaning/analysis-dataset.js';

/**
 * How far a hospital has come in a round; every hospital of the frame has exactly one.
 *
 * - `submitted`: at least one form counts for it. A hospital in conflict has submitted.
 * - `set_aside`: a form was sent and does not count, now or for good: it waits for a person, or is out of scope.
 * - `begun`: a form was begun and never sent.
 * - `withdrawn`: its only forms were taken back by those who sent them.
 * - `silent`: none of these. A test or a blank form is no sign of life.
 */
export const HOSPITAL_STANDINGS = ['submitted', 'set_aside', 'begun', 'withdrawn', 'silent'] as const;
export type HospitalStanding = (typeof HOSPITAL_STANDINGS)[number];

/** What is known of a hospital's part in a round. */
export interface HospitalProgress {
  readonly standing: HospitalStanding;
  /** A form was begun for it, whatever became of the form. */
  readonly started: boolean;
}

/**
 * The progress of hospitals by ODS code; a hospital that is not in the map is silent and has begun nothing. Forms that
 * are not matched to a hospital tell nothing about one. Of several standings the one nearest to a reply holds.
 */
export function hospitalProgress({
  hospitals,
  decisions,
}: Pick<AnalysisDataset, 'hospitals' | 'decisions'>): ReadonlyMap<string, HospitalProgress> {
  // Of places in the list: a round has as many forms as it likes, and a lead looks again every few seconds.
  const nearest = new Map<string, number>();
  const note = (odsCode: string, standing: HospitalStanding): void => {
    const place = PLACES[standing];
    const known = nearest.get(odsCode);
    if (known === undefined || place < known) nearest.set(odsCode, place);
  };
  for (const decision of decisions) if (decision.odsCode !== '') note(decision.odsCode, told(decision));
  for (const { odsCode, forms } of hospitals) if (forms > 0) note(odsCode, 'submitted');
  return new Map(
    [...nearest].map(([odsCode, place]) => [
      odsCode,
      { standing: HOSPITAL_STANDINGS[place] ?? 'silent', started: true },
    ]),
  );
}

/** The place of each standing in the list: the lower, the nearer to a reply. */
const PLACES = Object.fromEntries(HOSPITAL_STANDINGS.map((standing, place) => [standing, place])) as Readonly<
  Record<HospitalStanding, number>
>;

/** What one form tells by itself. Whether an accepted one counts for a hospital is read from the hospital's record. */
function told({ outcome, reason }: FormDecision): HospitalStanding {
  switch (outcome) {
    case 'partial':
      return 'begun';
    case 'withdrawn':
      return 'withdrawn';
    case 'pending':
      return 'set_aside';
    case 'excluded':
      return reason === 'test' || reason === 'blank' || reason === 'repeated_request'
        ? 'silent'
        : 'set_aside';
    case 'accepted':
    case 'merged':
      return 'silent';
  }
}
