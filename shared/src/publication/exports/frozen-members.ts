import type { FrozenForm } from '../../cleaning/freeze-document.js';

/**
 * The forms of a freeze, some at a time, from the text that is stored and hashed, as its pieces come. A freeze of 100,000
 * forms is a text of 15 MB: read piece by piece it stands in memory neither whole nor as objects.
 */
export class FrozenList {
  private rest = '';
  private place: 'before' | 'within' | 'behind' = 'before';

  /**
   * The forms that are whole with this piece.
   * @param piece what follows in the canonical JSON of a `FreezeDocument`: members in order of their names, no braces
   *   within a form
   */
  *take(piece: string, size: number): Generator<readonly FrozenForm[]> {
    const text = this.rest + piece;
    const start = this.place === 'before' ? text.indexOf(BEGINS) : 0;
    if (start < 0) {
      this.rest = text.slice(-BEGINS.length);
      return;
    }
    let at = this.place === 'before' ? start + BEGINS.length : 0;
    this.place = this.place === 'before' ? 'within' : this.place;
    while (this.place === 'within' && at < text.length) {
      let end = at;
      let last = at;
      for (let count = 0; count < size && text[end] === '{'; count += 1) {
        const closed = text.indexOf('}', end);
        if (closed < 0 || closed + 1 === text.length) break;
        last = closed + 1;
        end = text[last] === ',' ? last + 1 : last;
      }
      if (last > at) yield JSON.parse(`[${text.slice(at, last)}]`) as FrozenForm[];
      if (text[end] === ']') this.place = 'behind';
      if (end === at) break;
      at = end;
    }
    this.rest = this.place === 'within' ? text.slice(at) : '';
  }

  /** @throws RangeError when what was taken is no freeze document, or ended within its forms */
  end(): void {
    if (this.place !== 'behind') throw new RangeError('the text is no whole freeze document');
  }
}

const BEGINS = '"forms":[';

/** Splits `responseId:revision`. */
export function splitRevision(key: string): { readonly responseId: string; readonly revision: number } {
  const at = key.lastIndexOf(':');
  return { responseId: key.slice(0, at), revision: Number(key.slice(at + 1)) };
}
