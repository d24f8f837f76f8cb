import type { Role } from '../access/permissions.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { Problem } from '../kernel/problem.js';

/** Somebody who has said that a freeze may be published. */
export interface SignOff {
  readonly personId: string;
  /** The role by which they might; what the public is told of them. */
  readonly role: Role;
}

const MOST_SIGN_OFFS = 5;

/** Sign-offs that a round needs unless its lead says otherwise: invented figures need no second pair of eyes. */
export const defaultSignOffs = (kind: RoundKind): number => (kind === 'synthetic' ? 0 : 1);

/** What stands in the way of asking for so many sign-offs; empty = it can be set. */
export function checkRequiredSignOffs(kind: RoundKind, required: number): readonly Problem[] {
  const least = kind === 'synthetic' ? 0 : 1;
  if (Number.isInteger(required) && required >= least && required <= MOST_SIGN_OFFS) return [];
  return [
    {
      code: 'BAD_SIGN_OFFS',
      field: 'required',
      message: `A ${kind} round needs from ${least} to ${MOST_SIGN_OFFS} sign-offs.`,
      mend: 'Choose a number between them; only a synthetic round can do without.',
    },
  ];
}

/** The sign-offs that count: each person once, and never the one who publishes. */
export const countedSignOffs = (signed: readonly SignOff[], publisherId: string): readonly SignOff[] =>
  signed.filter(
    ({ personId }, at) =>
      personId !== publisherId && signed.findIndex((other) => other.personId === personId) === at,
  );

/** What a release says of its sign-offs: number and roles, never names. */
export interface ReleasedSignOffs {
  readonly required: number;
  readonly given: number;
  /** The role of each who signed, in order. */
  readonly roles: readonly Role[];
}

export const toReleasedSignOffs = (
  required: number,
  signed: readonly SignOff[],
  publisherId: string,
): ReleasedSignOffs => {
  const counted = countedSignOffs(signed, publisherId);
  return { required, given: counted.length, roles: counted.map(({ role }) => role).sort() };
};

/** Whether a release that stands on a freeze has the sign-offs it needs; empty = it has. */
export function checkSignOffs({ required, given }: ReleasedSignOffs): readonly Problem[] {
  if (given >= required) return [];
  return [
    {
      code: 'SIGN_OFF_MISSING',
      field: 'kind',
      message: `This freeze has ${given} of ${required} sign-offs by others than you.`,
      mend: 'Ask a colleague who may release this round to sign it off on the release page.',
    },
  ];
}

/** What stands in the way of taking one's own sign-off back; empty = it can be. */
export function checkTakenBack(asked: {
  readonly hasSigned: boolean;
  /** Whether a release stands on the freeze already: then what was signed is out. */
  readonly isReleased: boolean;
  readonly reason: string;
}): readonly Problem[] {
  if (!asked.hasSigned) return [NOT_SIGNED];
  if (asked.isReleased) return [IS_OUT];
  return asked.reason.trim() === '' ? [NO_REASON] : [];
}

const NOT_SIGNED: Problem = {
  code: 'NOT_SIGNED',
  field: '',
  message: 'You have not signed this freeze off, so there is nothing to take back.',
  mend: 'Load the page again.',
};
const IS_OUT: Problem = {
  code: 'RELEASED_ALREADY',
  field: '',
  message: 'A release stands on this freeze; it says how many signed it off.',
  mend: 'Withdraw the release, or correct it by an erratum.',
};
const NO_REASON: Problem = {
  code: 'REASON_REQUIRED',
  field: 'reason',
  message: 'A sign-off is not taken back without saying why.',
  mend: 'Write the reason; it stays in the history of the round.',
};
