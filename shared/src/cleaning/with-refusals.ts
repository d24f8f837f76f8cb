import type { AnalysisDataset } from './analysis-dataset.js';

/** What a hospital refused in its right of reply; it only ever takes consent away. */
export interface NamingRefusal {
  /** Its score is not to stand under its name. */
  readonly score: boolean;
  /** None of its quotations is to stand under its name. */
  readonly quotations: boolean;
}

/**
 * A dataset with what hospitals refused when they were shown what would appear under their name (domain, "Names": the
 * strictest choice holds). Figures do not change: consent is about names. A hospital that is not in `refusals`, or not
 * in the dataset, refused nothing; nobody gains a consent that no form gave.
 */
export function withRefusals(
  dataset: AnalysisDataset,
  refusals: ReadonlyMap<string, NamingRefusal>,
): AnalysisDataset {
  if (refusals.size === 0) return dataset;
  const hospitals = dataset.hospitals.map((record) => {
    const refused = refusals.get(record.odsCode);
    if (refused === undefined) return record;
    const { consent } = record;
    return {
      ...record,
      consent: {
        ...consent,
        nameScore: consent.nameScore && !refused.score,
        quote: consent.quote && !refused.quotations,
      },
    };
  });
  return { ...dataset, hospitals };
}
