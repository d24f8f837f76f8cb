/** A piece of a comment; marked where a word led to a suggestion. */
export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
  /** First character in the comment: what tells parts of equal words apart. */
  readonly start: number;
}

/** A comment cut into pieces so that the places given can be marked; places that overlap are marked once. */
export function toMarkedParts(
  text: string,
  places: readonly { readonly start: number; readonly end: number }[],
): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean): void => {
    if (end > at) parts.push({ text: text.slice(at, end), isMarked, start: at });
    at = Math.max(at, end);
  };
  for (const { start, end } of places.toSorted((one, other) => one.start - other.start)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}
