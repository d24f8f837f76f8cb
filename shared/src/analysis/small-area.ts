/** A group with fewer hospitals of the frame has counts only: no share, no interval, no comparison (methods C3). */
export const LEAST_FOR_SHARES = 5;

/** Whether shares may be given for a group of hospitals: one more answer would move them by a fifth or more. */
export const hasCountsOnly = ({ frame }: { readonly frame: number }): boolean => frame < LEAST_FOR_SHARES;
