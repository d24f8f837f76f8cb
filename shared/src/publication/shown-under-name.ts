import type { PublishedHospital, ReleaseDocument } from './release.js';

/** Exactly what a release would put under one hospital's name. */
export interface ShownUnderName {
  readonly hospital: PublishedHospital;
  /** Quotations of its teams that may leave, in order. */
  readonly quotations: readonly string[];
}

/**
 * Takes one hospital out of a composed release, as the hospital is shown it in its right of reply: the same row that
 * the release would hold, not one made for the occasion.
 * @returns null when the hospital is not in the frame
 */
export function shownUnderName(
  document: Pick<ReleaseDocument, 'hospitals'>,
  odsCode: string,
  quotations: readonly string[],
): ShownUnderName | null {
  const hospital = document.hospitals.find((each) => each.odsCode === odsCode);
  return hospital === undefined ? null : { hospital, quotations };
}
