import type { AuditFacts } from '../../platform/audit/audit-event.entity.js';

/** A fact under its name. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A fact that an event changed; null = there was, or is, none. */
export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const textOf = (fact: AuditFacts[string] | undefined): string | null =>
  fact === undefined || fact === null ? null : String(fact);

/** Facts by name; one that is null has no value. */
export const toFacts = (facts: AuditFacts): Fact[] =>
  Object.entries(facts).map(([name, fact]) => ({ name, value: textOf(fact) ?? '' }));

/** What is different after an event, fact by fact; a fact that stayed as it was is left out. */
export function toChanges(before: AuditFacts | null, after: AuditFacts | null): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name, before: textOf(before?.[name]), after: textOf(after?.[name]) }))
    .filter((change) => change.before !== change.after);
}
