/** A code on a comment; start and end 0 = on the whole comment. */
export interface Applied {
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Puts a code on the chosen part of a comment, or takes it off where it is there already. Nothing chosen = the whole
 * comment; then a code that stands on parts only is taken off as a whole.
 */
export function toggleCode(
  codes: readonly Applied[],
  codeId: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Applied[] {
  const whole = start === end;
  const part = whole ? { start: 0, end: 0 } : { start, end };
  const isThere = codes.some(
    (each) => each.codeId === codeId && (whole || (each.start === start && each.end === end)),
  );
  if (!isThere) return [...codes, { codeId, ...part }];
  return codes.filter(
    (each) => each.codeId !== codeId || (!whole && (each.start !== start || each.end !== end)),
  );
}
