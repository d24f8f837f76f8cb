/** How long a kind of personal data is kept: what, from when on it counts, the setting that changes it, its default. */
export interface RetentionPeriod {
  readonly key: RetentionKey;
  /** What goes when the time is over, as the privacy notice says it. */
  readonly what: string;
  /** From when on the time counts. */
  readonly since: string;
  readonly unit: 'days' | 'months';
  readonly standard: number;
  /** Environment variable that sets another length. */
  readonly setting: string;
}

export const RETENTION_KEYS = [
  'unsentForms',
  'contacts',
  'mails',
  'unsentAddresses',
  'corrections',
  'schemes',
  'sessions',
  'signInRequests',
] as const;
export type RetentionKey = (typeof RETENTION_KEYS)[number];

/** Lengths in the unit of each period. */
export type RetentionSettings = Readonly<Record<RetentionKey, number>>;

const period = (
  key: RetentionKey,
  [standard, unit]: readonly [number, 'days' | 'months'],
  setting: string,
  what: string,
  since: string,
): RetentionPeriod => ({ key, what, since, unit, standard, setting });

/** Every period after which the product erases something by itself, in the order in which the notice tells them. */
export const RETENTION: readonly RetentionPeriod[] = [
  period(
    'unsentForms',
    [3, 'months'],
    'RETAIN_UNSENT_FORMS_MONTHS',
    'What was typed into a form that was never sent',
    'the round has taken its last answer',
  ),
  period(
    'contacts',
    [12, 'months'],
    'RETAIN_CONTACTS_MONTHS',
    'Name, role and e-mail address of people who were invited to a round',
    'the final release of their last round, or the last change of people whom no round has',
  ),
  period(
    'mails',
    [12, 'months'],
    'RETAIN_MAILS_MONTHS',
    'Address, subject and text of mails that the product has sent or given up',
    'the mail was written',
  ),
  period(
    'unsentAddresses',
    [7, 'days'],
    'RETAIN_UNSENT_ADDRESSES_DAYS',
    'Address of a mail with a link or a question that could not be sent, and a new address that nobody has confirmed',
    'the mail was written',
  ),
  period(
    'corrections',
    [180, 'days'],
    'RETAIN_CORRECTIONS_DAYS',
    'What a reader wrote to correct the service register, with their address where no answer went out before',
    'it was sent',
  ),
  period(
    'schemes',
    [24, 'months'],
    'RETAIN_SCHEMES_MONTHS',
    'Private schemes of commissioners, with who is in them',
    'somebody last changed them',
  ),
  period(
    'sessions',
    [90, 'days'],
    'RETAIN_SESSIONS_DAYS',
    'When people with an account signed in, under a pseudonym',
    'the session has ended',
  ),
  period(
    'signInRequests',
    [1, 'days'],
    'RETAIN_SIGN_IN_REQUESTS_DAYS',
    'Requests for a link to sign in, with a hash of the address',
    'the request',
  ),
];

/** What holds where nobody has set anything. */
export const STANDARD_RETENTION = Object.fromEntries(
  RETENTION.map(({ key, standard }) => [key, standard]),
) as Record<RetentionKey, number>;

/** Longest that any period may be set to, in its unit: ten years of days. */
export const LONGEST_RETENTION = 3650;

/** A length in words. @example lengthInWords(1, 'months') // → '1 month' */
export const lengthInWords = (length: number, unit: 'days' | 'months'): string =>
  `${length} ${length === 1 ? unit.slice(0, -1) : unit}`;

/** One period as the privacy notice says it. */
export const keptInWords = (key: RetentionKey, settings: RetentionSettings): string => {
  const { what, since, unit } = RETENTION.find((one) => one.key === key)!;
  return `${what}: erased ${lengthInWords(settings[key], unit)} after ${since}.`;
};

/** For how long backups hold what has been erased since. @param keep null = none are made by themselves */
export const backupsInWords = (
  keep: { readonly daily: number; readonly weekly: number; readonly monthly: number } | null,
): string =>
  keep === null
    ? 'This installation makes no backups by itself; whoever makes one decides how long it is kept.'
    : `Backups hold what was there when they were made. The last of ${lengthInWords(keep.daily, 'days')}, ${keep.weekly} ${keep.weekly === 1 ? 'week' : 'weeks'} and ${lengthInWords(keep.monthly, 'months')} are kept, then they are deleted.`;
