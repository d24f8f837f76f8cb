import type { FrozenForm } from '../../cleaning/freeze-document.js';

/**
 * The forms of a freeze, some at a time, from the text that is stored and hashed. A freeze of 100,000 forms is a text
 * of 15 MB: read piece by piece it never stands in memory as objects, and nobody waits while it is read.
 * @param text canonical JSON of a `FreezeDocument`: members in order of their names, no braces within a form
 * @throws RangeError when the text is no freeze document
 */
export function* frozenMembers(text: string, size: number): Generator<readonly FrozenForm[]> {
  const start = text.indexOf(BEGINS);
  if (start < 0) throw new RangeError('the text is no freeze document');
  let at = start + BEGINS.length;
  while (text[at] === '{') {
    let end = at;
    for (let count = 0; count < size && text[end] === '{'; count += 1) {
      const closed = text.indexOf('}', end);
      if (closed < 0) throw new RangeError('the text ends within a form');
      end = text[closed + 1] === ',' ? closed + 2 : closed + 1;
    }
    yield JSON.parse(`[${text.slice(at, text[end - 1] === ',' ? end - 1 : end)}]`) as FrozenForm[];
    at = end;
  }
}

const BEGINS = '"forms":[';

/** Splits `responseId:revision`. */
export function splitRevision(key: string): { readonly responseId: string; readonly revision: number } {
  const at = key.lastIndexOf(':');
  return { responseId: key.slice(0, at), revision: Number(key.slice(at + 1)) };
}
