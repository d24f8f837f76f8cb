/**
 * What a person may ask the product to do; one name an operation can declare. Where they may do it (which round,
 * which hospital) is a second check, made by the service with `can` (architecture, habit 7).
 */
export const PERMISSIONS = [
  /** Anyone, without an account. */
  'Public',
  /** Answer for the hospital that the token in the request stands for. */
  'AnswerWithToken',
  /** See and end one's own sessions: everybody who has signed in, whatever their roles. */
  'OwnAccount',
  /** See the live, unreleased state of a round. */
  'ReadLiveRound',
  /** Decide about forms: accept, leave out, merge, match, ask sites; freeze a round and open it again. */
  'CleanRound',
  /** Make and publish a release. */
  'ReleaseRound',
  /** Make, change and freeze sampling frames. */
  'ManageFrame',
  /** Invite people, give and revoke grants. */
  'ManagePeople',
  /** Read the outbox, and send again what could not be sent. */
  'ReadOutbox',
  /** Write, try out, publish and retire questionnaires. */
  'DesignInstrument',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Role → permissions, in one table. Everybody holds `Public` and, with a valid token, `AnswerWithToken`. */
export const ROLE_PERMISSIONS = {
  public: ['Public', 'AnswerWithToken'],
  administrator: [
    'Public',
    'AnswerWithToken',
    'OwnAccount',
    'ManageFrame',
    'ManagePeople',
    'ReadOutbox',
    'DesignInstrument',
  ],
  survey_lead: [
    'Public',
    'AnswerWithToken',
    'OwnAccount',
    'ReadLiveRound',
    'CleanRound',
    'ReleaseRound',
    'ManageFrame',
    'ReadOutbox',
    'DesignInstrument',
  ],
  cleaner: ['Public', 'AnswerWithToken', 'OwnAccount', 'ReadLiveRound', 'CleanRound'],
  coder: ['Public', 'AnswerWithToken', 'OwnAccount'],
  analyst: ['Public', 'AnswerWithToken', 'OwnAccount', 'ReadLiveRound'],
  site_lead: ['Public', 'AnswerWithToken', 'OwnAccount'],
  commissioner: ['Public', 'AnswerWithToken', 'OwnAccount'],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof ROLE_PERMISSIONS;

/** What somebody holds who has signed in and has no grant (any more). */
export const SIGNED_IN_PERMISSIONS: readonly Permission[] = ['Public', 'AnswerWithToken', 'OwnAccount'];

/** The roles that can be given; `public` is nobody in particular and cannot. */
export const GIVEN_ROLES = [
  'administrator',
  'survey_lead',
  'cleaner',
  'coder',
  'analyst',
  'site_lead',
  'commissioner',
] as const satisfies readonly Role[];
export type GivenRole = (typeof GIVEN_ROLES)[number];
