import type { Comparability } from './instrument.js';

const VERSION = /^(\d{1,4})\.(\d{1,4})(?:-pilot\.(\d{1,4}))?$/;

/** `1.2` as numbers; a pilot comes before the version that it tries out. Undefined when it is no version number. */
function partsOf(version: string): readonly [number, number, number] | undefined {
  const [, major, minor, pilot] = VERSION.exec(version) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  return [Number(major), Number(minor), pilot === undefined ? Number.POSITIVE_INFINITY : Number(pilot)];
}

/** Sorts versions from old to new: `1.0`, `1.1-pilot.1`, `1.1`, `1.10`. What is no version number comes first. */
export function compareVersionNumbers(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const place = a.findIndex((part, position) => part !== b[position]);
  return place < 0 ? 0 : (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1;
}

/** Whether the number is that of a pilot. */
export const isPilotNumber = (version: string): boolean => /-pilot\.\d+$/.test(version);

/**
 * Number of the next version: `1.0` for the first; the second part goes up as long as some figures can be carried on,
 * the first when nothing of what both versions ask may be compared.
 */
export function nextVersion(
  latest: string | undefined,
  verdicts: readonly Comparability['verdict'][],
): string {
  const parts = latest === undefined ? undefined : partsOf(latest);
  if (parts === undefined) return '1.0';
  const [major, minor] = parts;
  const carriesOn = verdicts.some((verdict) => verdict === 'same' || verdict === 'minor_wording');
  return carriesOn ? `${major}.${minor + 1}` : `${major + 1}.0`;
}

/** Number of the next pilot of a version: `1.1-pilot.1`, then `1.1-pilot.2`. */
export function nextPilot(version: string, existing: readonly string[]): string {
  const numbers = existing
    .filter((each) => each.startsWith(`${version}-pilot.`))
    .map((each) => partsOf(each)?.[2] ?? 0);
  return `${version}-pilot.${Math.max(0, ...numbers) + 1}`;
}
