import type { Table } from '../kernel/table.js';
import { RECORD_WORDS, type RecordKind } from './record-kinds.js';
import { keptInWords, RETENTION_KEYS, type RetentionKey, type RetentionSettings } from './retention.js';

/** Everything of one kind that is kept about a person, as rows of words; never a token and never a hash. */
export interface PersonalSection {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** When each row came about (ISO 8601 UTC); '' = not known. */
  readonly dates: readonly string[];
}

/** Everything that is kept about a person, for themselves. */
export interface PersonalFile {
  readonly email: string;
  readonly madeAt: string;
  readonly sections: readonly PersonalSection[];
}

/** How many records of a kind there are, and from when to when; null = no date is known. */
export interface RecordCount {
  readonly kind: RecordKind;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** What is there, kind by kind; kinds without a record are left out. */
export const countRecords = (sections: readonly PersonalSection[]): RecordCount[] =>
  sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows, dates }) => {
      const known = dates.filter((date) => date !== '').toSorted();
      return { kind, count: rows.length, first: known[0] ?? null, last: known.at(-1) ?? null };
    });

/** For how long a kind is kept, in words. */
export function keptWords(kind: RecordKind, settings: RetentionSettings): string {
  const { kept } = RECORD_WORDS[kind];
  return (RETENTION_KEYS as readonly string[]).includes(kept)
    ? keptInWords(kept as RetentionKey, settings)
    : kept;
}

/** The rights of a person, as the file ends. */
export const RIGHTS_WORDS =
  'You can ask for a copy, for a correction, for erasure, and object to the use; an administrator of this installation does it. You can complain to the Information Commissioner (ico.org.uk).';

/** The file as an object for programs: every row with its columns by name. */
export const personalJson = (file: PersonalFile, settings: RetentionSettings) => ({
  schema: 'liaison-atlas/personal-data/1',
  email: file.email,
  madeAt: file.madeAt,
  records: file.sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, columns, rows }) => {
      const { heading, purpose, source, seenBy } = RECORD_WORDS[kind];
      const about = { kind, heading, purpose, source, seenBy, kept: keptWords(kind, settings) };
      return {
        ...about,
        rows: rows.map((row) =>
          Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ''] as const)),
        ),
      };
    }),
  rights: RIGHTS_WORDS,
});

/** The file as one table: a row for each value. */
export const personalTable = ({ sections }: PersonalFile): Table => ({
  columns: ['kind', 'record', 'field', 'value'],
  rows: sections.flatMap(({ kind, columns, rows }) =>
    rows.flatMap((row, at) =>
      columns.map((name, column) => [RECORD_WORDS[kind].heading, at + 1, name, row[column] ?? '']),
    ),
  ),
});

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The file as a page to read: no script, nothing from elsewhere. */
export function personalHtml(file: PersonalFile, settings: RetentionSettings): string {
  const parts = file.sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, columns, rows }) => {
      const { heading, purpose, source, seenBy } = RECORD_WORDS[kind];
      const cells = (tag: string, texts: readonly string[]): string =>
        `<tr>${texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('')}</tr>`;
      return `<h2>${escape(heading)}</h2>
<p>Why: ${escape(purpose)} Where from: ${escape(source)} Who sees it: ${escape(seenBy)}. ${escape(keptWords(kind, settings))}</p>
<table><thead>${cells('th', columns)}</thead><tbody>
${rows.map((row) => cells('td', row)).join('\n')}
</tbody></table>`;
    });
  const nothing = parts.length === 0 ? ['<p>Nothing is kept about this address.</p>'] : parts;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>What Liaison Atlas keeps about ${escape(file.email)}</title>
<style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #768692;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}</style></head>
<body><h1>What Liaison Atlas keeps about ${escape(file.email)}</h1>
<p>Made ${escape(file.madeAt)}. Times are UTC.</p>
${nothing.join('\n')}
<p>${escape(RIGHTS_WORDS)}</p></body></html>
`;
}
