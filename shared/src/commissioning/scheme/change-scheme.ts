import { cleanText } from '../../kernel/clean-text.js';
import type { Problem } from '../../kernel/problem.js';
import type { Result } from '../../kernel/result.js';
import { findSchemeField, LONGEST, type SchemeContent, type SchemeField } from './scheme-fields.js';

/** One value that somebody changed; '' = nothing stands there (before), or it is to be emptied (value). */
export interface SchemeChange {
  readonly key: string;
  /** What stood there when they began: nothing is written over that somebody else wrote since. */
  readonly before: string;
  readonly value: string;
}

/** A place in which two people wrote different things; neither is stored over the other. */
export interface SchemeClash {
  readonly key: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Reads values of a scheme; every one that cannot be kept is named, and then none is. */
export function readChanges(changes: readonly SchemeChange[]): Result<readonly SchemeChange[], Problem> {
  const problems: Problem[] = [];
  const read = changes.map((change) => {
    const field = findSchemeField(change.key);
    if (field === undefined) {
      problems.push({
        code: 'UNKNOWN_FIELD',
        field: change.key.slice(0, 60),
        message: 'A scheme has no such place.',
        mend: 'Load the page again; a file may come from a later version.',
      });
      return change;
    }
    const cleaned = cleanText(change.value.trim(), field.key, LONGEST[field.kind]);
    if (!cleaned.ok) problems.push(...cleaned.problems);
    else if (cleaned.value !== '' && !SHAPES[field.kind].test(cleaned.value)) problems.push(misshapen(field));
    return { ...change, value: cleaned.ok ? cleaned.value : change.value };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read };
}

const SHAPES: Readonly<Record<SchemeField['kind'], RegExp>> = {
  text: /^/,
  line: /^[^\n]*$/,
  state: /^[ypnx]$/,
  tick: /^y$/,
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  counts: /^\d{1,9}\/\d{1,9}$/,
  amount: /^£?\s*\d[\d,]*(\.\d+)?\s*%?$/,
};

const MENDS: Readonly<Record<SchemeField['kind'], string>> = {
  text: 'Shorten it.',
  line: 'Write it on one line.',
  state: 'Choose one of the list.',
  tick: 'Tick it or leave it.',
  day: 'Write a day such as 2027-04-01.',
  counts: 'Write two whole numbers such as 66/90.',
  amount: 'Use digits, with a point for fractions.',
};

const misshapen = ({ key, label, kind }: SchemeField): Problem => ({
  code: 'WRONG_SHAPE',
  field: key,
  message: `“${label}” cannot be read.`,
  mend: MENDS[kind],
});

/**
 * Puts changes into what is stored. Where somebody else changed the same place to something different since, it clashes,
 * and then nothing is changed at all: both texts are handed back.
 */
export function applyChanges(
  stored: SchemeContent,
  changes: readonly SchemeChange[],
): Result<SchemeContent, SchemeClash> {
  const clashes = changes.flatMap(({ key, before, value }): readonly SchemeClash[] => {
    const theirs = stored[key] ?? '';
    if (theirs === before || theirs === value) return [];
    return [{ key, label: findSchemeField(key)?.label ?? key, mine: value, theirs }];
  });
  if (clashes.length > 0) return { ok: false, problems: clashes };
  const next = new Map(Object.entries(stored));
  for (const { key, value } of changes)
    if (value === '') next.delete(key);
    else next.set(key, value);
  return { ok: true, value: Object.fromEntries([...next].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/** What differs between two states of a scheme, in the order of a plan. */
export function compareSchemes(
  from: SchemeContent,
  to: SchemeContent,
): readonly { readonly key: string; readonly label: string; readonly from: string; readonly to: string }[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => (from[key] ?? '') !== (to[key] ?? ''))
    .map((key) => ({
      key,
      label: findSchemeField(key)?.label ?? key,
      from: from[key] ?? '',
      to: to[key] ?? '',
    }));
}

/** The changes that lead from one state to another. */
export const changesTo = (from: SchemeContent, to: SchemeContent): readonly SchemeChange[] =>
  compareSchemes(from, to).map(({ key, from: before, to: value }) => ({ key, before, value }));
