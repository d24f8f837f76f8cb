/** A postcode or its first half, as somebody typed it. */
export interface TypedPostcode {
  readonly outcode: string;
  /** With the space in its place; '' when only the first half was typed. */
  readonly full: string;
}

const SHAPE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})?$/;

/**
 * Reads a postcode or an outcode; undefined when the text has another shape. The shape alone does not make it a
 * real one: a trust code such as R0A has it too, so look it up.
 * @example parsePostcode('ol12jh') // → { outcode: 'OL1', full: 'OL1 2JH' }
 */
export function parsePostcode(text: string): TypedPostcode | undefined {
  const [, outcode, inward] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  if (outcode === undefined) return undefined;
  return { outcode, full: inward === undefined ? '' : `${outcode} ${inward}` };
}
