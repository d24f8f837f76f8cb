import { type Problem, problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

/** Words of a quotation that a person hides, from `start` up to `end` of the comment, and what stands there instead. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  /** What kind of word it was, such as `hospital`; printed in square brackets. */
  readonly label: string;
}

/** The part of a comment that is quoted. */
export interface QuotedPart {
  readonly start: number;
  readonly end: number;
  readonly masks: readonly Mask[];
}

/** Labels that the editor offers; another short word is fine too. */
export const MASK_LABELS = [
  'hospital',
  'trust',
  'town',
  'name',
  'role',
  'date',
  'number',
  'service',
] as const;
const LABEL = /^[a-z][a-z -]{0,29}$/;
const MAX_MASKS = 50;

/** A quotation's part and masks as somebody chose them, masks in order; or what is wrong with them. */
export function checkQuotedPart(part: QuotedPart, text: string): Result<QuotedPart, Problem> {
  const { start, end, masks } = part;
  if (!(start >= 0 && start < end && end <= text.length))
    return refuse(problem('BAD_SPAN', 'start', 'The part is not in the comment.', 'Choose it again.'));
  if (masks.length > MAX_MASKS)
    return refuse(problem('TOO_MANY_MASKS', 'masks', 'Too many words are masked.', 'Quote a shorter part.'));
  const sorted = masks.toSorted((a, b) => a.start - b.start);
  for (const [at, mask] of sorted.entries()) {
    if (!(mask.start >= start && mask.start < mask.end && mask.end <= end))
      return refuse(
        problem('BAD_MASK', 'masks', 'A masked word is not in the quoted part.', 'Mask it again.'),
      );
    if (mask.start < (sorted[at - 1]?.end ?? 0))
      return refuse(problem('MASKS_OVERLAP', 'masks', 'Two masks overlap.', 'Take one of them away.'));
    if (!LABEL.test(mask.label))
      return refuse(
        problem(
          'BAD_LABEL',
          'masks',
          'What stands for a masked word is not a plain word.',
          'Use a word such as hospital.',
        ),
      );
  }
  return accept({ start, end, masks: sorted });
}

/** The words of a quotation as they may be read: masked words replaced by `[label]`. Masks are in order. */
export function maskedText(text: string, { start, end, masks }: QuotedPart): string {
  let shown = '';
  let at = start;
  for (const mask of masks) {
    shown += `${text.slice(at, mask.start)}[${mask.label}]`;
    at = mask.end;
  }
  return shown + text.slice(at, end);
}

/** What decides whether a quotation may leave. */
export interface QuotationStanding {
  /** The strictest choice of the hospital's forms on quotations. */
  readonly consent: boolean;
  /** Hash of the text that was confirmed; '' = nobody has confirmed that nothing identifying remains. */
  readonly confirmedHash: string;
  /** Hash of the comment as it is; '' = the comment is gone. */
  readonly textHash: string;
}

/** Why a quotation may not leave, or that it may. */
export type QuotationState = 'may_leave' | 'not_confirmed' | 'text_changed' | 'no_consent' | 'gone';

/**
 * A quotation may leave only while its comment counts, everybody of the hospital who was asked consented, and a person
 * confirmed these very words with these masks.
 */
export function quotationState({ consent, confirmedHash, textHash }: QuotationStanding): QuotationState {
  if (textHash === '') return 'gone';
  if (!consent) return 'no_consent';
  if (confirmedHash === '') return 'not_confirmed';
  return confirmedHash === textHash ? 'may_leave' : 'text_changed';
}
