const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes in the unit that people would choose: 1500000 → "1.5 MB". */
export function bytesInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}

/** A check of the audit trail in one sentence. */
export const auditInWords = ({
  events,
  breaks,
}: {
  readonly events: number;
  readonly breaks: number;
}): string => {
  const count = events.toLocaleString('en-GB');
  if (breaks === 0) return `Whole: ${count} events, each after the one before it.`;
  return `Broken in ${breaks === 1 ? 'one place' : `${breaks} places`} among ${count} events. Stop the product and run npm run verify-audit, which names them.`;
};

const TWO_DAYS = 2 * 86_400_000;
const isYoung = (at: string | undefined, now: string): boolean =>
  at !== undefined && Date.parse(now) - Date.parse(at) < TWO_DAYS;

/** The latest backup in one sentence. */
export function backupInWords(
  backup: {
    readonly state: string;
    readonly name: string;
    readonly bytes: number;
    readonly reason: string;
  } | null,
  backsUp: boolean,
): string {
  const plan = backsUp ? '' : ' None is made by itself: BACKUP_DIR is not set.';
  if (backup === null) return `There has been none that the product knows of.${plan}`;
  if (backup.state === 'running') return `One is being made.${plan}`;
  if (backup.state === 'failed') return `The last one failed: ${backup.reason}${plan}`;
  const wrong = backup.reason === '' ? '' : ` Wrong with it: ${backup.reason}.`;
  return `${backup.name}, ${bytesInWords(backup.bytes)}.${wrong}${plan}`;
}

/** How the read replica stands, in one sentence. */
export function replicaInWords(
  replica: { readonly state: string; readonly behindBytes: number | null } | null,
): string {
  if (replica === null) return 'None is set.';
  const behind = replica.behindBytes === null ? '' : `, ${bytesInWords(replica.behindBytes)} behind`;
  if (replica.state === 'gone') return 'It cannot be reached.';
  return replica.state === 'behind'
    ? `Too far behind to be read from${behind}.`
    : `It is read from${behind}.`;
}

/** How the store of release files is. */
interface ReleaseStore {
  readonly place: string;
  readonly state: string;
  readonly stored: number;
  readonly bytes: number;
  readonly waiting: number;
  readonly refused: number;
}

/** The store of release files in a few sentences; null = none is set. */
export function releaseStoreInWords(store: ReleaseStore | null): string {
  if (store === null) return 'Files of releases are made from the database: no store is set for them.';
  const { place, state, stored, bytes, waiting, refused } = store;
  return [
    `${stored.toLocaleString('en-GB')} files of releases, ${bytesInWords(bytes)}, lie in ${place}.`,
    state === 'away' && 'It did not answer when it was last asked; the log says why.',
    waiting > 0 && `Releases that wait to be put there: ${waiting}.`,
    refused > 0 && `Files that are not given out because something else lies there, or nothing: ${refused}.`,
  ]
    .filter((text) => text !== false)
    .join(' ');
}

/** What an administrator should look at first; none = nothing stands out. */
export function concerns(state: {
  readonly diskFree: number;
  readonly diskSize: number;
  readonly sendsMail: boolean;
  readonly oldestDueMail: string | null;
  readonly mail: readonly { readonly state: string; readonly count: number }[];
  readonly auditCheck: { readonly breaks: number } | null;
  readonly mode: string;
  readonly backsUp: boolean;
  readonly backup: { readonly state: string; readonly at: string; readonly reason: string } | null;
  readonly releaseStore: Pick<ReleaseStore, 'state' | 'refused'> | null;
  readonly readAt: string;
  readonly looseFiles: readonly string[];
  readonly replica: { readonly state: string } | null;
}): readonly string[] {
  const countOf = (name: string) => state.mail.find((each) => each.state === name)?.count ?? 0;
  const waited =
    state.oldestDueMail === null ? 0 : Date.parse(state.readAt) - Date.parse(state.oldestDueMail);
  return [
    (state.auditCheck?.breaks ?? 0) > 0 && 'The audit trail is broken.',
    state.backup?.state === 'failed' && 'The last backup failed.',
    state.backup !== null &&
      state.backup.reason !== '' &&
      state.backup.state === 'done' &&
      'Something is wrong with the last backup.',
    state.mode === 'production' &&
      !isYoung(state.backup?.at, state.readAt) &&
      'There is no backup of the last two days that the product knows of.',
    state.diskFree < Math.min(state.diskSize * 0.1, 2e9) &&
      `Little room is left on the disk: ${bytesInWords(state.diskFree)}.`,
    state.looseFiles.length > 0 &&
      `Other accounts of the machine can read files of the product: ${state.looseFiles.join(', ')}. Take the rights of group and others from them.`,
    state.replica?.state === 'gone' &&
      'The read replica cannot be reached; everything is read from the primary.',
    state.sendsMail && waited > 15 * 60_000 && 'Mail has been due for more than a quarter of an hour.',
    state.releaseStore?.state === 'away' && 'The store of release files does not answer.',
    (state.releaseStore?.refused ?? 0) > 0 &&
      'Files in the store of releases are damaged or missing; docs/operations.md says what to do.',
    countOf('in_doubt') > 0 && `Mails in doubt: ${countOf('in_doubt')}. Somebody has to decide about them.`,
  ].filter((text) => text !== false);
}
