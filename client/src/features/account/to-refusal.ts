import type { Problem } from '@liaison-atlas/shared/kernel/problem';

const ELSE = 'You can ask for a link by mail below.';
const REFUSALS: Readonly<Record<string, readonly [message: string, mend: string]>> = {
  unknown: [
    'Your organisation knows you, but no account here has your e-mail address.',
    'Ask an administrator of the survey to invite this address.',
  ],
  unverified: [
    'Your organisation does not confirm that your e-mail address is yours, so it cannot be matched to an account.',
    ELSE,
  ],
  failed: ['Your organisation did not confirm who you are.', `Try again. ${ELSE}`],
  unavailable: ['The sign-in page of your organisation could not be reached.', `Try again later. ${ELSE}`],
};

/** Why the server sent somebody back to this page, by the word in its address; undefined for none that we know. */
export function toRefusal(word: string | null): Problem | undefined {
  const words = word === null || !Object.hasOwn(REFUSALS, word) ? undefined : REFUSALS[word];
  return words && { code: 'NOT_SIGNED_IN', field: '', message: words[0], mend: words[1] };
}
