/** How many backups of each kind stay; 0 = none of that kind. */
export interface Keep {
  /** Days of which the last backup stays. */
  readonly daily: number;
  /** Weeks (Monday to Sunday, UTC) of which the last backup stays. */
  readonly weekly: number;
  /** Months of which the last backup stays. */
  readonly monthly: number;
}

/** A backup that exists, by when it was made. */
interface Dated {
  readonly name: string;
  readonly madeAt: string;
}

/**
 * The backups that have had their day: not the last one of any of the latest days, weeks or months that still count.
 * Days without a backup do not count, so that a machine that was off for a month keeps what it has. The newest backup of
 * all is never named, whatever `keep` says.
 */
export function toRemove(backups: readonly Dated[], keep: Keep): string[] {
  const newestFirst = [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, 1).map(({ name }) => name));
  for (const [periodOf, count] of [
    [dayOf, keep.daily],
    [weekOf, keep.weekly],
    [monthOf, keep.monthly],
  ] as const) {
    const periods = new Set<string>();
    for (const { name, madeAt } of newestFirst) {
      const period = periodOf(madeAt);
      if (periods.has(period)) continue;
      if (periods.size === count) break;
      periods.add(period);
      kept.add(name);
    }
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

const dayOf = (at: string): string => at.slice(0, 10);
const monthOf = (at: string): string => at.slice(0, 7);

/** The Monday of its week. */
function weekOf(at: string): string {
  const day = new Date(`${dayOf(at)}T00:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return dayOf(day.toISOString());
}
