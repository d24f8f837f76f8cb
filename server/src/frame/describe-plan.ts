import type { FieldChange } from '@liaison-atlas/shared/frame/reconcile-frame';

import type { ImportPlan } from './import-plan.js';
import type { PostcodeFile } from './read-postcode-file.js';
import { FILE_KINDS } from './reference-file.js';

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
      ...changes.map((change) => `    ${describeChange(plan.kind, change)}`),
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

/** What a postcode file holds, in words. */
export function describePostcodes(file: PostcodeFile): readonly string[] {
  const { ended, outside_england: outside, without_point: nowhere } = file.leftOut;
  return [
    'Official postcode file',
    `Postcodes: ${file.postcodes} in ${file.blocks.length} outcodes`,
    `Left out: ${ended} ended, ${outside} outside England, ${nowhere} without a point`,
    `With an ICB that our tables do not hold: ${file.withoutIcb} (theirs stays approximate)`,
    `With a CCG of 2018 that our tables do not hold: ${file.withoutCcg} (theirs stays approximate)`,
  ];
}

/** A name is never overwritten: a site's is kept as another spelling, a trust's as its later name. */
function describeChange(kind: ImportPlan['kind'], { field, from, to }: FieldChange): string {
  if (field === 'name' && kind === 'ods_trusts') return `later name, beside ${from}: ${to}`;
  if (field === 'name' && kind !== 'programme_sites') return `another name, beside ${from}: ${to}`;
  return `${field}: ${from === '' ? 'not known' : from} → ${to}`;
}
