import { compareVersionNumbers, isPilotNumber } from '@liaison-atlas/shared/instrument/version-number';

/** What a version's status means for rounds. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  published: 'published',
  piloted: 'for pilot rounds only',
  retired: 'retired, no round begins with it',
};

/** The newest version of each series; a pilot is not one. */
export function newestOf(
  versions: readonly { readonly key: string; readonly version: string }[],
): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const { key, version } of versions) {
    const known = newest.get(key);
    if (isPilotNumber(version)) continue;
    if (known === undefined || compareVersionNumbers(known, version) < 0) newest.set(key, version);
  }
  return newest;
}
