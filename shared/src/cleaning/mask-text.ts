import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

/** Stands in a comment where words were that a person took out. */
export const MASK = '[…]';

/** A part of a text, by its first UTF-16 unit and the one after its last. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

const BAD_SPANS: Problem = {
  code: 'BAD_SPANS',
  field: 'value',
  message: 'The words to mask do not lie within the comment, or overlap.',
  mend: 'Mark the words again.',
};

/**
 * Reads spans as a decision keeps them: `3-9,20-31`. Only positions are kept and never words, so that erasing a
 * form's answers leaves nothing of a comment behind.
 */
export function parseSpans(value: string, text: string): Result<readonly TextSpan[], Problem> {
  if (!/^\d{1,6}-\d{1,6}(?:,\d{1,6}-\d{1,6}){0,99}$/.test(value)) return refuse(BAD_SPANS);
  const spans = value.split(',').map((pair) => {
    const [from = 0, to = 0] = pair.split('-').map(Number);
    return { from, to };
  });
  const isOrdered = spans.every(({ from, to }, at) => {
    const before = spans[at - 1];
    return from < to && to <= text.length && (before === undefined || before.to <= from);
  });
  return isOrdered ? accept(spans) : refuse(BAD_SPANS);
}

export const spansAsValue = (spans: readonly TextSpan[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join(',');

/** The text with a mask in the place of each span. Spans come in order and do not overlap. */
export function maskText(text: string, spans: readonly TextSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of spans) {
    masked += text.slice(at, from) + MASK;
    at = to;
  }
  return masked + text.slice(at);
}
