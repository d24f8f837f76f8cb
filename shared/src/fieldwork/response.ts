import type { Answers } from '../instrument/answer-value.js';

/** Life cycle of a response (domain D2). */
export const RESPONSE_STATES = [
  'draft',
  'in_progress',
  'submitted',
  'under_review',
  'queried',
  'accepted',
  'locked',
  'excluded',
  'merged',
  'withdrawn',
  'partial',
] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** Whose view a form gives; R4 to R6 apply within one perspective. */
export const PERSPECTIVES = ['liaison', 'iapt', 'psychology', 'acute_trust'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

export const RESPONSE_MODES = ['web_token', 'open_link', 'telephone', 'paper', 'import'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

/** Consent per item (domain, "Names"); with several forms of one hospital the strictest choice holds. */
export interface Consent {
  /** Publish the yes / no facts under the hospital's name. */
  readonly nameFacts: boolean;
  /** Publish the 0-100 score under the hospital's name. */
  readonly nameScore: boolean;
  /** Publish approved quotations under the hospital's name. */
  readonly quote: boolean;
}

/** Nothing may be named: what holds until somebody says otherwise. */
export const NO_CONSENT: Consent = { nameFacts: false, nameScore: false, quote: false };

/**
 * One form as the cleaning rules see it: the latest revision of one response. Times are ISO 8601 UTC text.
 * `respondent` is a pseudonym (never a name or an address); '' = not known.
 */
export interface Form {
  readonly responseId: string;
  /** Key under which retries of one submission share a form (R0). */
  readonly idempotencyKey: string;
  readonly state: ResponseState;
  readonly revision: number;
  /** ODS code of the hospital in the frame; '' = not matched yet. */
  readonly odsCode: string;
  /** What the respondent typed when the hospital was not in the list; '' otherwise. */
  readonly siteTextRaw: string;
  /** Further hospitals that a trust-wide team answers for (R7); ODS codes, without `odsCode`. */
  readonly alsoFor: readonly string[];
  readonly perspective: Perspective;
  readonly respondent: string;
  readonly role: string;
  /** Populations served: `adult`, `older`, `camhs`, `all_age`; empty = not asked (v1.0) or skipped. */
  readonly populations: readonly string[];
  /** `england`, `wales`, `scotland`, `northern_ireland`, `elsewhere`; '' = not asked. */
  readonly country: string;
  readonly heldToken: boolean;
  readonly isTest: boolean;
  readonly consent: Consent;
  readonly answers: Answers;
  readonly submittedAt: string;
}
