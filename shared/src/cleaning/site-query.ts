import type { Perspective } from '../fieldwork/response.js';

/** `waiting` the site has been asked; `answered` it answered and nobody has decided on it; `closed` no longer wanted. */
export const SITE_QUERY_STATES = ['waiting', 'answered', 'closed'] as const;
export type SiteQueryState = (typeof SITE_QUERY_STATES)[number];

/** What a site can answer on a question of yes against no. */
export const SITE_ANSWERS = ['yes', 'no', 'dont_know'] as const;
export type SiteAnswer = (typeof SITE_ANSWERS)[number];

/** A question to a site as the rules see it: about one disagreement, as it was when it was asked. */
export interface AskedSite {
  readonly id: string;
  readonly odsCode: string;
  readonly perspective: Perspective;
  readonly variable: string;
  readonly state: SiteQueryState;
  /** '' while it waits. */
  readonly answer: SiteAnswer | '';
  readonly askedAt: string;
  readonly answeredAt: string;
}
