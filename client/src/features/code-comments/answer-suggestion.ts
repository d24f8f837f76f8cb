import type { Said } from './desk-store.js';
import { type Applied, toggleCode } from './toggle-code.js';

/** Suggestions that the coder has neither taken nor dismissed, and whose code is not on the comment anyway. */
export const openSuggestions = <Suggestion extends { readonly codeId: string }>(
  suggestions: readonly Suggestion[],
  { codes, suggested }: Pick<Said, 'codes' | 'suggested'>,
): readonly Suggestion[] =>
  suggestions.filter(
    ({ codeId }) => !suggested.includes(codeId) && codes.every((each) => each.codeId !== codeId),
  );

/** With codes that were shown to the coder, each once: whatever the coder does then, they had seen them. */
export const withSuggested = (suggested: readonly string[], shown: readonly string[]): readonly string[] => [
  ...new Set([...suggested, ...shown]),
];

/**
 * A code put on a comment or taken off it. One that is suggested at the moment counts as suggested, by whichever key it
 * was applied.
 */
export function toggleSuggested(
  { codes, suggested }: Pick<Said, 'codes' | 'suggested'>,
  codeId: string,
  part: Pick<Applied, 'start' | 'end'>,
  open: readonly { readonly codeId: string }[],
): Pick<Said, 'codes' | 'suggested'> {
  const isOpen = open.some((suggestion) => suggestion.codeId === codeId);
  return {
    codes: toggleCode(codes, codeId, part),
    suggested: isOpen ? withSuggested(suggested, [codeId]) : suggested,
  };
}
