import { cleanText } from '../../kernel/clean-text.js';
import type { Problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';
import { CHERRIES_IDS } from './cherries-items.js';
import { type FigureCatalogue, referenceProblems } from './figure-references.js';
import {
  BLOCK_KINDS,
  type CherriesAnswer,
  holdsQuotations,
  type NotAFigure,
  REPORT_PARTS,
  type ReportBlock,
  type ReportContent,
} from './report-content.js';

/** A block as it comes in: choices are texts that have not been checked. */
export type RawBlock = Omit<ReportBlock, 'kind' | 'level'> & {
  readonly kind: string;
  readonly level: number;
};
export interface RawReport {
  readonly title: string;
  readonly blocks: readonly RawBlock[];
  readonly cherries: readonly CherriesAnswer[];
}

const MOST_BLOCKS = 300;
const MOST_TEXT = 10_000;
const MOST_TITLE = 200;
const MOST_MARKS = 50;
const MOST_QUOTATIONS = 50;

/**
 * Reads a report that somebody saves. Refused is what could not be shown: a broken block, a reference to a figure that
 * the release does not have. Bare numbers are not refused; `flagsOf` names them.
 */
export function parseReport(raw: RawReport, catalogue: FigureCatalogue): Result<ReportContent, Problem> {
  const problems: Problem[] = [];
  const text = (value: string, field: string, most: number): string => {
    const cleaned = cleanText(value.trim(), field, most);
    if (cleaned.ok) return cleaned.value;
    problems.push(...cleaned.problems);
    return '';
  };
  const title = text(raw.title, 'title', MOST_TITLE);
  if (raw.title.trim() === '')
    problems.push(problem('EMPTY_TITLE', 'title', 'The report has no title.', 'Write its title.'));
  if (raw.blocks.length > MOST_BLOCKS)
    return refuse(
      problem(
        'TOO_MANY_BLOCKS',
        'blocks',
        `A report has at most ${MOST_BLOCKS} blocks.`,
        'Join some of them.',
      ),
    );
  const marks = (given: readonly NotAFigure[], field: string, where: string): readonly NotAFigure[] => {
    const read = given
      .slice(0, MOST_MARKS)
      .map((mark) => ({ text: text(mark.text, field, 200), reason: text(mark.reason, field, 400) }));
    if (read.some((mark) => mark.text === '' || mark.reason === ''))
      problems.push(
        problem(
          'NO_REASON',
          field,
          `${where} marks words as not a figure and does not say which or why.`,
          'Write the reason, or take the mark away.',
        ),
      );
    return read;
  };
  const blocks = raw.blocks.map((given, at): ReportBlock => {
    const where = blockWords(given, at);
    const field = given.id;
    problems.push(...structureProblems(given, field, where));
    const words = text(given.text, field, MOST_TEXT);
    problems.push(...referenceProblems(words, catalogue, field, where));
    return {
      id: given.id,
      kind: BLOCK_KINDS.find((kind) => kind === given.kind) ?? 'text',
      level: given.level === 2 || given.level === 3 ? given.level : 0,
      text: words,
      subject: given.subject,
      notFigures: marks(given.notFigures, field, where),
      // Left out where there are none: a block is the same whether somebody looked at its quotations or not.
      ...(given.quotations?.length && { quotations: [...given.quotations] }),
    };
  });
  if (new Set(blocks.map(({ id }) => id)).size !== blocks.length)
    problems.push(
      problem('SAME_ID', 'blocks', 'Two blocks have the same id.', 'Load the report again and repeat it.'),
    );
  const cherries = raw.cherries.map((given): CherriesAnswer => {
    const where = `The answer to CHERRIES item "${given.item.slice(0, 40)}"`;
    const field = `cherries.${given.item.slice(0, 40)}`;
    if (!CHERRIES_IDS.some((id) => id === given.item))
      problems.push(problem('UNKNOWN_ITEM', field, `${where} is to none of its items.`, 'Take it out.'));
    const words = text(given.text, field, MOST_TEXT);
    problems.push(...referenceProblems(words, catalogue, field, where));
    return { item: given.item, text: words, notFigures: marks(given.notFigures, field, where) };
  });
  const answers = cherries.filter((answer) => answer.text !== '');
  return problems.length === 0 ? accept({ title, blocks, cherries: answers }) : refuse(...problems);
}

/** How a block is called in a message: its place and how it begins. */
export function blockWords({ text, subject }: Pick<RawBlock, 'text' | 'subject'>, at: number): string {
  const begins = (text === '' ? subject : text).slice(0, 30);
  return `Block ${at + 1}${begins === '' ? '' : ` ("${begins}${text.length > 30 ? '…' : ''}")`}`;
}

function structureProblems(block: RawBlock, field: string, where: string) {
  const { id, kind, level, subject, text, quotations = [] } = block;
  const problems: Problem[] = [];
  const add = (bad: boolean, code: string, message: string, mend: string): void => {
    if (bad) problems.push(problem(code, field, `${where} ${message}`, mend));
  };
  add(
    !/^[\w-]{1,64}$/.test(id),
    'BAD_ID',
    'has no usable id.',
    'Use 1 to 64 letters, digits, hyphens or underscores.',
  );
  add(
    !BLOCK_KINDS.some((known) => known === kind),
    'UNKNOWN_KIND',
    'is of no known kind.',
    `Use one of ${BLOCK_KINDS.join(', ')}.`,
  );
  add(
    kind === 'heading' && ((level !== 2 && level !== 3) || text.trim() === '' || text.includes('\n')),
    'BAD_HEADING',
    'is no heading of level 2 or 3 on one line.',
    'Give it a level and a text.',
  );
  add(
    kind === 'part' && !REPORT_PARTS.some((part) => part === subject),
    'UNKNOWN_PART',
    'asks for a part that the system does not have.',
    `Use one of ${REPORT_PARTS.join(', ')}.`,
  );
  add(
    quotations.length > 0 &&
      (!holdsQuotations(block) ||
        quotations.length > MOST_QUOTATIONS ||
        new Set(quotations).size !== quotations.length ||
        quotations.some((chosen) => !/^[\w-]{1,64}$/.test(chosen))),
    'BAD_QUOTATIONS',
    'has quotations that cannot stand there.',
    `Choose at most ${MOST_QUOTATIONS}, each once, in a block of quotations or in the profiles.`,
  );
  return problems;
}

const problem = (code: string, field: string, message: string, mend: string): Problem => ({
  code,
  field,
  message,
  mend,
});
