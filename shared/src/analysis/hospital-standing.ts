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
  const progress = new Map<string, HospitalProgress>();
  const note = (odsCode: string, standing: HospitalStanding): void => {
    const known = progress.get(odsCode)?.standing ?? 'silent';
    progress.set(odsCode, { standing: nearer(known, standing), started: true });
  };
  for (const decision of decisions) if (decision.odsCode !== '') note(decision.odsCode, told(decision));
  for (const { odsCode, forms } of hospitals) if (forms > 0) note(odsCode, 'submitted');
  return progress;
}

const nearer = (a: HospitalStanding, b: HospitalStanding): HospitalStanding =>
  HOSPITAL_STANDINGS.indexOf(a) <= HOSPITAL_STANDINGS.indexOf(b) ? a : b;

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
