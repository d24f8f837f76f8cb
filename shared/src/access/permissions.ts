/**
 * What a person may ask the product to do; one name an operation can declare. Where they may do it (which round,
 * which hospital) is a second check, made by the service (architecture, habit 7).
 */
export const PERMISSIONS = [
  /** Anyone, without an account. */
  'Public',
  /** Answer for the hospital that the token in the request stands for. */
  'AnswerWithToken',
  /** See the live, unreleased state of a round. */
  'ReadLiveRound',
  /** Make and publish a release. */
  'ReleaseRound',
  /** Make, change and freeze sampling frames. */
  'ManageFrame',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Role → permissions, in one table. Everybody holds `Public` and, with a valid token, `AnswerWithToken`. */
export const ROLE_PERMISSIONS = {
  public: ['Public', 'AnswerWithToken'],
  survey_lead: ['Public', 'AnswerWithToken', 'ReadLiveRound', 'ReleaseRound', 'ManageFrame'],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;
