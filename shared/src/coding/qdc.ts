import { BLANK_CODE, type BookCode, type CodebookContent, codesInUse } from './codebook-content.js';
import { isCodeKey, MAX_CODES } from './check-codebook.js';

/** A code as REFI-QDA's codebook exchange (QDC 1.0) knows it. */
export interface QdcCode {
  readonly guid: string;
  readonly name: string;
  readonly isCodable: boolean;
  /** `#rrggbb`; '' = none. */
  readonly color: string;
  readonly description: string;
  readonly codes: readonly QdcCode[];
  /** Line of the file; 0 = not from a file. */
  readonly line: number;
  /** Names of parts that this code has and the codebook has no place for. */
  readonly unread: readonly string[];
}

/** One line of the report on an import. */
export interface QdcImportLine {
  readonly line: number;
  readonly name: string;
  readonly outcome: 'taken' | 'changed' | 'left_out';
  readonly note: string;
}

/** What an import makes, and what it did to each code. */
export interface QdcImport {
  readonly content: CodebookContent;
  readonly report: readonly QdcImportLine[];
}

const PARTS = [
  ['include', 'Include'],
  ['exclude', 'Exclude'],
  ['example', 'Example'],
] as const;

/**
 * The codes in use as a tree for a QDC file. QDC has one text a code: what to include, what to leave out and the
 * example stand in it as lines that begin with these words. Merges and splits have no place in it.
 */
export function toQdc(content: CodebookContent): readonly QdcCode[] {
  const codes = codesInUse(content);
  const below = (parentId: string): QdcCode[] =>
    codes
      .filter((code) => code.parentId === parentId)
      .map((code) => ({
        guid: code.id,
        name: `${code.key}: ${code.name}`,
        isCodable: code.applicable,
        color: code.colour,
        description: [
          code.definition,
          ...PARTS.flatMap(([field, word]) => (code[field] === '' ? [] : [`${word}: ${code[field]}`])),
        ]
          .filter((line) => line !== '')
          .join('\n'),
        codes: below(code.id),
        line: 0,
        unread: [],
      }));
  return below('');
}

/** Reads the codes of a QDC file into a codebook's first version; each code gets an id from `newId`. */
export function fromQdc(tree: readonly QdcCode[], newId: () => string): QdcImport {
  const codes: BookCode[] = [];
  const report: QdcImportLine[] = [];
  const keys = new Set<string>();
  const read = (code: QdcCode, parentId: string): void => {
    const notes: string[] = [];
    if (codes.length >= MAX_CODES) {
      report.push(toLine(code, 'left_out', `A codebook holds ${MAX_CODES} codes.`));
      return;
    }
    if (code.name.trim() === '') {
      report.push(toLine(code, 'left_out', 'It has no name; the codes under it moved up.'));
      for (const inner of code.codes) read(inner, parentId);
      return;
    }
    const named = /^([A-Za-z][A-Za-z0-9]{0,7})[:.]\s*(\S[\s\S]*)$/.exec(code.name.trim());
    const wanted = named?.[1] ?? '';
    const key = isCodeKey(wanted) && !keys.has(wanted.toUpperCase()) ? wanted : freeKey(keys);
    if (key !== wanted) notes.push(`It got the key ${key}.`);
    keys.add(key.toUpperCase());
    const name = (key === wanted ? named?.[2] : code.name)?.trim() ?? '';
    const colour = /^#[0-9a-f]{6}$/i.test(code.color) ? code.color : '';
    if (code.color !== colour) notes.push('Its colour could not be read.');
    if (name.length > 200) notes.push('Its name was cut at 200 characters.');
    for (const part of code.unread) notes.push(`${part} was left out.`);
    const id = newId();
    const texts = readDescription(code.description);
    if (Object.values(texts).some((text) => text.length > 2000))
      notes.push('A text was cut at 2,000 characters.');
    const cut = Object.fromEntries(
      Object.entries(texts).map(([field, text]) => [field, text.slice(0, 2000)]),
    );
    codes.push({
      ...BLANK_CODE,
      ...cut,
      id,
      key,
      parentId,
      name: name.slice(0, 200),
      colour,
      applicable: code.isCodable,
    });
    report.push(toLine(code, notes.length > 0 ? 'changed' : 'taken', notes.join(' ')));
    for (const inner of code.codes) read(inner, id);
  };
  for (const code of tree) read(code, '');
  return { content: { codes }, report };
}

/** The texts of a description; a line that begins with no word of ours belongs to what came before. */
function readDescription(description: string): Record<'definition' | (typeof PARTS)[number][0], string> {
  const texts = { definition: '', include: '', exclude: '', example: '' };
  let at: keyof typeof texts = 'definition';
  for (const line of description.split('\n')) {
    const part = PARTS.find(([, word]) => line.startsWith(`${word}: `));
    if (part !== undefined && texts[part[0]] === '') {
      at = part[0];
      texts[at] = line.slice(part[1].length + 2);
    } else texts[at] += texts[at] === '' ? line : `\n${line}`;
  }
  return texts;
}

function freeKey(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`C${number}`)) return `C${number}`;
}

const toLine = ({ line, name }: QdcCode, outcome: QdcImportLine['outcome'], note: string): QdcImportLine => ({
  line,
  name: name.trim(),
  outcome,
  note,
});
