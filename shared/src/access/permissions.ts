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
  /** Make figures from the live state of a round, by any indicator and breakdown. */
  'ReadAnalysis',
  /** Decide about forms: accept, leave out, merge, match, ask sites; freeze a round and open it again. */
  'CleanRound',
  /** Make and publish a release. */
  'ReleaseRound',
  /** Make, change and freeze sampling frames. */
  'ManageFrame',
  /** Invite people, give and revoke grants. */
  'ManagePeople',
  /** Find what is kept about a person, hand it out, put it right, erase it; see what is due to be erased. */
  'ManagePersonalData',
  /** Read the outbox, and send again what could not be sent. */
  'ReadOutbox',
  /** See how the product itself is: version, database, mail, disk, audit trail. */
  'ReadSystem',
  /** Write, try out, publish and retire questionnaires. */
  'DesignInstrument',
  /** Read who did what when: to forms and hospitals of a round one leads, or to people and frames. */
  'ReadHistory',
  /** Plan rounds: make them, change their plan, open and close them. */
  'PlanRound',
  /** Make open links for mailing lists, switch them on and off, see their yield. */
  'ManageOpenLinks',
  /** Write down an answer that a hospital gave by telephone or on paper. */
  'RecordAnswer',
  /** Keep the contacts of rounds, and send them mail. */
  'ManageContacts',
  /** Code comments and read codebooks; one's own tasks only. */
  'CodeComments',
  /** Keep the service register: add, change, confirm and close services, decide about proposals and corrections. */
  'ManageRegister',
  /** Make codebooks, give coders their tasks, see agreement, decide between coders, choose quotations. */
  'ManageCoding',
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
    'ManagePersonalData',
    'ReadOutbox',
    'ReadSystem',
    'DesignInstrument',
    'ReadHistory',
    'PlanRound',
    'ManageRegister',
  ],
  survey_lead: [
    'Public',
    'AnswerWithToken',
    'OwnAccount',
    'ReadLiveRound',
    'ReadAnalysis',
    'CleanRound',
    'ReleaseRound',
    'ManageFrame',
    'ReadOutbox',
    'DesignInstrument',
    'ReadHistory',
    'PlanRound',
    'ManageOpenLinks',
    'RecordAnswer',
    'ManageContacts',
    'ManageRegister',
    'CodeComments',
    'ManageCoding',
  ],
  cleaner: ['Public', 'AnswerWithToken', 'OwnAccount', 'ReadLiveRound', 'RecordAnswer', 'CleanRound'],
  coder: ['Public', 'AnswerWithToken', 'OwnAccount', 'CodeComments'],
  analyst: ['Public', 'AnswerWithToken', 'OwnAccount', 'ReadLiveRound', 'ReadAnalysis'],
  site_lead: ['Public', 'AnswerWithToken', 'OwnAccount', 'ManageRegister'],
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
