import type { RoundKind } from '../fieldwork/round.js';

/** A comment as far as it matters for whether coders may see it. */
export interface CommentToShow {
  readonly roundKind: RoundKind;
  readonly text: string;
}

/** What tells who somebody is, in the shapes that a program can see: an address, a number to ring, a number of a patient. */
const TELLING = [
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  /(?:\+|\b00)\d[\d\s().-]{7,}\d/,
  /\b0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b/,
  /\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/,
  /\b\d{6,}\b/,
];

/**
 * Whether coders may see a comment now. One that looks as if it named somebody waits for a person; comments of a
 * synthetic round are invented and never wait. The one place that decides it.
 */
export const mayBeCoded = ({ roundKind, text }: CommentToShow): boolean =>
  roundKind === 'synthetic' || !TELLING.some((shape) => shape.test(text));
