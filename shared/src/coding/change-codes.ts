import { type Problem, problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { BLANK_CODE, type BookCode, type CodebookContent } from './codebook-content.js';

/**
 * Merges a code into another one: what was coded with the first counts as the second from now on, and what stood under
 * it moves along. No application is rewritten, so a later version without the merge has everything as before.
 */
export function mergeCodes(
  content: CodebookContent,
  fromId: string,
  intoId: string,
): Result<CodebookContent, Problem> {
  const from = inUse(content, fromId);
  const into = inUse(content, intoId);
  if (from === undefined) return refuse(notInUse('fromId'));
  if (into === undefined) return refuse(notInUse('intoId'));
  if (from === into)
    return refuse(problem('SAME_CODE', 'intoId', 'A code cannot be merged into itself.', 'Choose another.'));
  if (!into.applicable)
    return refuse(
      problem(
        'HEADING',
        'intoId',
        `${into.key} is a heading and is not applied itself.`,
        'Choose a code that is applied.',
      ),
    );
  return accept({
    codes: content.codes.map((code) => {
      if (code === from) return { ...code, mergedInto: intoId };
      // The target may stand under the merged code, even deeper: its branch moves up, so that no circle arises.
      if (code.parentId !== fromId) return code;
      return { ...code, parentId: leadsTo(content, intoId, code.id) ? from.parentId : intoId };
    }),
  });
}

/** Whether `aboveId` is `id` or stands somewhere above it. */
function leadsTo({ codes }: CodebookContent, id: string, aboveId: string): boolean {
  const byId = new Map(codes.map((code) => [code.id, code]));
  for (let at = id, steps = 0; at !== '' && steps <= codes.length; steps += 1) {
    if (at === aboveId) return true;
    at = byId.get(at)?.parentId ?? '';
  }
  return false;
}

/** The code that a split makes. */
export interface SplitOff extends Pick<BookCode, 'id' | 'key' | 'name' | 'definition'> {
  /** Comments whose applications of the old code become applications of the new one. */
  readonly units: readonly string[];
}

/** Splits a code: a new one stands beside it and takes the comments that a person named; the others stay. */
export function splitCode(
  content: CodebookContent,
  codeId: string,
  part: SplitOff,
  version: number,
): Result<CodebookContent, Problem> {
  const code = inUse(content, codeId);
  if (code === undefined) return refuse(notInUse('codeId'));
  if (!code.applicable)
    return refuse(problem('HEADING', 'codeId', `${code.key} is a heading.`, 'Add a code under it instead.'));
  const { units, ...named } = part;
  const fresh: BookCode = {
    ...BLANK_CODE,
    ...named,
    parentId: code.parentId,
    splitFrom: { codeId, version, units: [...new Set(units)].sort() },
  };
  return accept({ codes: content.codes.flatMap((each) => (each === code ? [code, fresh] : [each])) });
}

/**
 * An earlier version as the next one. A code that was split off meanwhile is merged back into where it came from, so
 * that what was coded with it is not lost from view.
 */
export function restoreVersion(current: CodebookContent, earlier: CodebookContent): CodebookContent {
  const kept = new Set(earlier.codes.map(({ id }) => id));
  const back = current.codes.flatMap((code) => {
    if (kept.has(code.id) || code.splitFrom === null) return [];
    const origin = code.splitFrom.codeId;
    return kept.has(origin) ? [{ ...code, parentId: '', mergedInto: origin, splitFrom: null }] : [];
  });
  return { codes: [...earlier.codes, ...back] };
}

const inUse = ({ codes }: CodebookContent, id: string): BookCode | undefined =>
  codes.find((code) => code.id === id && code.mergedInto === '');

const notInUse = (field: string): Problem =>
  problem('NO_SUCH_CODE', field, 'This code is not in use.', 'Choose one of the codebook.');
