import { FILE_KINDS } from './reference-file.js';
import type { ImportPlan } from './import-plan.js';

/** How many names of what is missing are listed before "and n more". */
const LISTED = 20;

/** The plan in words, a line each: what would be added, what would change from what to what, what the file lacks. */
export function describePlan(plan: ImportPlan): readonly string[] {
  const missing = plan.missing.slice(0, LISTED).map(({ key, label }) => `  ${key} ${label}`);
  const more = plan.missing.length - missing.length;
  return [
    `${FILE_KINDS[plan.kind].title}`,
    `Added: ${plan.added.length}`,
    ...plan.added.map(({ key, label }) => `  ${key} ${label}`),
    `Changed: ${plan.changed.length}`,
    ...plan.changed.flatMap(({ key, label, changes }) => [
      `  ${key} ${label}`,
      ...changes.map(({ field, from, to }) => `    ${field}: ${from === '' ? 'not known' : from} → ${to}`),
    ]),
    `Not in the file: ${plan.missing.length} (they stay as they are)`,
    ...missing,
    ...(more > 0 ? [`  and ${more} more`] : []),
    `Unchanged: ${plan.unchanged}`,
    ...(plan.leftOut > 0
      ? [
          `Left out: ${plan.leftOut} rows for sites that are not in the tables; no file says which are acute hospitals`,
        ]
      : []),
  ];
}
