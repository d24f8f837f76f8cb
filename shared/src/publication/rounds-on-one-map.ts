import type { ChangeVerdict } from '../analysis/change-between-rounds.js';
import { changeVerdict } from '../analysis/change-verdict.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { Instrument } from '../instrument/instrument.js';

/** What of a round decides whether its map may stand beside another. */
export interface MappedRound {
  readonly kind: RoundKind;
  readonly instrument: Pick<Instrument, 'key' | 'version' | 'comparability'>;
}

/** Whether the maps of two rounds may be read together, and in words why, or why not. */
export interface MapVerdict {
  readonly verdict: ChangeVerdict;
  readonly comparable: boolean;
  readonly why: string;
}

/** The questions that the ladder is made from. */
const LADDER_VARIABLES = ['iapt_treats_mus_ltc', 'iapt_inreach', 'integration'] as const;

/** From the verdict that allows everything to the one that forbids most. */
const ORDER: readonly ChangeVerdict[] = ['same', 'minor_wording', 'new', 'not_comparable', 'no_verdict'];

const WORDS: Readonly<Record<ChangeVerdict, string>> = {
  same: 'Both rounds asked the same questions in the same words.',
  minor_wording:
    'The questions were worded a little differently; their makers judged that they can be compared.',
  new: 'One of the questions was not asked in the earlier round.',
  not_comparable: 'The questions changed so much that the answers cannot be compared.',
  no_verdict: 'Nobody has judged whether the questions of the two rounds can be compared.',
};

/**
 * Whether hospitals of two rounds may be shown side by side by ladder: the least favourable verdict on the questions
 * that the ladder is made from (methods C1, C3). Invented answers are never set beside real ones.
 */
export function roundsOnOneMap(one: MappedRound, other: MappedRound): MapVerdict {
  if ((one.kind === 'synthetic') !== (other.kind === 'synthetic'))
    return {
      verdict: 'no_verdict',
      comparable: false,
      why: 'One round holds real answers and the other invented ones; the two are never compared.',
    };
  const verdicts = LADDER_VARIABLES.map((variable) =>
    changeVerdict(variable, one.instrument, other.instrument),
  );
  const verdict = ORDER.findLast((each) => verdicts.includes(each)) ?? 'no_verdict';
  return { verdict, comparable: verdict === 'same' || verdict === 'minor_wording', why: WORDS[verdict] };
}
