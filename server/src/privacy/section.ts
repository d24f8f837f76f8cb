import type { PersonalSection } from '@liaison-atlas/shared/privacy/personal-file';
import type { RecordKind } from '@liaison-atlas/shared/privacy/record-kinds';

/** A cell as it stands in the file: what is not there is said in words by whoever shows it. */
const words = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string | number | boolean);

/** A section from things, each with its date and its values in the order of the columns. */
export function section<Thing>(
  kind: RecordKind,
  columns: readonly string[],
  things: readonly Thing[],
  dateOf: (thing: Thing) => string | null,
  cells: (thing: Thing) => readonly unknown[],
): PersonalSection {
  return {
    kind,
    columns,
    rows: things.map((thing) => cells(thing).map(words)),
    dates: things.map((thing) => dateOf(thing) ?? ''),
  };
}
