import type { ShownHospitalResult } from './shown-hospital.js';

/** Something a reader has to know before using a result. */
export interface HospitalWarning {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

const OLD_AFTER_YEARS = 2;

/** The last year named in a date or period; null where none is. */
export function lastYearOf(time: string): number | null {
  const years = time.match(/\b(?:19|20)\d{2}\b/g);
  return years ? Math.max(...years.map(Number)) : null;
}

/** Whether what was answered at a time is more than two years old. A period without a year cannot be judged. */
export function isOld(asAt: string, now: Date): boolean {
  const moment = Date.parse(asAt);
  if (/^\d{4}-\d{2}-\d{2}/.test(asAt) && !Number.isNaN(moment)) {
    const limit = new Date(now);
    limit.setUTCFullYear(limit.getUTCFullYear() - OLD_AFTER_YEARS);
    return moment < limit.getTime();
  }
  const year = lastYearOf(asAt);
  return year !== null && now.getUTCFullYear() - year > OLD_AFTER_YEARS;
}

/** Warnings about the results of a hospital: disagreement in any round, and age of the newest real one. */
export function toHospitalWarnings(
  results: readonly ShownHospitalResult[],
  now: Date,
): readonly HospitalWarning[] {
  const warnings: HospitalWarning[] = results
    .filter(({ hospital }) => hospital.category === 'CF')
    .map(({ round }) => ({
      id: `conflict-${round.id}`,
      heading: 'Respondents disagree',
      text: `In ${round.title}, respondents of this hospital gave opposite answers. Until somebody settles it, the position is not known.`,
    }));
  const stated = results.filter(
    ({ round, hospital }) =>
      round.kind !== 'synthetic' && hospital.category !== 'NP' && hospital.category !== 'NR',
  );
  if (stated.length > 0 && stated.every(({ asAt }) => isOld(asAt, now))) {
    warnings.push({
      id: 'old',
      heading: 'This is more than two years old',
      text: `The newest answer about this hospital is of ${
        stated
          .map(({ asAt }) => lastYearOf(asAt))
          .sort((a, b) => String(a).localeCompare(String(b)))
          .at(-1) ?? 'an unknown year'
      }. Services may have changed since: ask the liaison team before relying on it.`,
    });
  }
  return warnings;
}
