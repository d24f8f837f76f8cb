import { isDay } from '@liaison-atlas/shared/frame/check-frame-cell';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';

/** What somebody says of a frame that they begin. */
export interface NewFrame {
  readonly title: string;
  /** Which hospitals belong to it, in a sentence. */
  readonly definition: string;
  readonly source: string;
  /** The day that it describes, YYYY-MM-DD. */
  readonly asOf: string;
  /** Id of a frozen frame to copy; '' = begin empty. */
  readonly copyOf: string;
}

const LENGTHS = { title: 200, definition: 4000, source: 4000 } as const;
const WORDS = {
  title: 'a title',
  definition: 'which hospitals belong to it',
  source: 'where its hospitals come from',
} as const;

/** The texts cleaned, or everything that is wrong with them. */
export function checkNewFrame(given: NewFrame): Result<NewFrame, Problem> {
  const problems: Problem[] = [];
  const texts: Record<string, string> = {};
  for (const field of ['title', 'definition', 'source'] as const) {
    const text = cleanText(given[field].trim(), field, LENGTHS[field]);
    if (!text.ok) problems.push(...text.problems);
    else if (text.value === '')
      problems.push({
        code: 'MISSING_VALUE',
        field,
        message: `The frame needs ${WORDS[field]}.`,
        mend: 'Write it in a sentence.',
      });
    else texts[field] = text.value;
  }
  const asOf = given.asOf.trim();
  if (!isDay(asOf))
    problems.push({
      code: 'WRONG_DATE',
      field: 'asOf',
      message: `${JSON.stringify(asOf.slice(0, 40))} is no day of the form YYYY-MM-DD.`,
      mend: 'Write the day that the frame describes, such as 2027-04-01.',
    });
  if (problems.length > 0) return refuse(...problems);
  const { title = '', definition = '', source = '' } = texts;
  return accept({ title, definition, source, asOf, copyOf: given.copyOf });
}

const LONGEST_ID = 36;

/** An id that can be read in an address: the title in small letters, with a number where it is taken. */
export function toFrameId(title: string, taken: ReadonlySet<string>): string {
  const slug =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST_ID - 4)
      .replace(/-$/, '') || 'frame';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}
