/** A file of a package and what it holds. */
export interface ListedFile {
  readonly name: string;
  readonly holds: string;
}

export interface ReadmeInput {
  readonly title: string;
  /** Where the rows come from: a release, a freeze, or the live state of a moment. */
  readonly basis: string;
  /** '' = nothing has to be said before anything else. */
  readonly notice: string;
  readonly citation: string;
  readonly attribution: string;
  readonly files: readonly ListedFile[];
  /** True where the package is for the survey's own team. */
  readonly isInternal: boolean;
}

/** The text that lies first in a package: what is in it, how to read it, and what one may do with it. */
export function toReadme(input: ReadmeInput): string {
  const longest = Math.max(...input.files.map(({ name }) => name.length));
  const lines = [
    input.title,
    '='.repeat(Math.min(78, input.title.length)),
    '',
    ...(input.notice === '' ? [] : [input.notice, '']),
    input.basis,
    ...(input.isInternal ? ['', INTERNAL] : []),
    '',
    'Files',
    '-----',
    ...input.files.map(({ name, holds }) => `${name.padEnd(longest)}  ${holds}`),
    '',
    'Reading them',
    '------------',
    ...READING,
    '',
    'Citation',
    '--------',
    input.citation,
    '',
    'Attribution',
    '-----------',
    input.attribution,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const INTERNAL =
  'For the team of the survey. Rows of single forms and hospitals are in it: keep it where only the team can read it, ' +
  'and publish nothing from it that a release does not publish.';

const READING = [
  'CSV files are UTF-8 with a byte order mark, separated by commas, one row a line; line ends within a text',
  'became spaces. Text that a spreadsheet would take for a formula begins with an apostrophe.',
  'A missing answer is never an empty cell, 0 or "no": dont_know, skipped, not_asked, refused, not_applicable,',
  'conflict, no_reply, held_back and not_published say why there is none. The codebook lists them by column.',
  'Only in the hospitals file of a release a score that is not published is an empty cell.',
  'The .sps (SPSS, PSPP), .do (Stata) and .R files read the CSV file of the same name with labels and missing values:',
  'run them in the folder of the files.',
  'checksums.txt holds the SHA-256 of every file: sha256sum -c checksums.txt',
];

/** The list that `sha256sum -c` checks; one line a file, in the order of the package. */
export const toChecksums = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
