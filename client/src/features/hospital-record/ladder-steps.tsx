import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import { ladderLabel } from '@liaison-atlas/shared/analysis/ladder-label';

import { LadderMark } from '../../map/ladder-mark.js';

/** The rungs from none to well integrated; codes of “not known” stand on no rung. */
const RUNGS: readonly LadderCode[] = ['G0', 'G1', 'G2', 'G3', 'G4'];

/** Rung that a code with something unknown still reaches; in-reach without a published score is between rungs. */
const IN_REACH_WITHOUT_SCORE: ReadonlySet<LadderCode> = new Set<LadderCode>(['GU', 'GP']);

/** The ladder in words, the hospital's rung marked; where it stands on none, a sentence says so. */
export function LadderSteps({ code }: { readonly code: LadderCode }) {
  const onRung = RUNGS.includes(code);
  return (
    <>
      {!onRung && (
        <p>
          {IN_REACH_WITHOUT_SCORE.has(code)
            ? 'In-reach is reported; on which of the upper three steps is not known or not published.'
            : 'On which step this hospital stands is not known.'}
        </p>
      )}
      <ol className="la-ladder">
        {RUNGS.map((rung, at) => (
          <li key={rung} aria-current={rung === code ? 'step' : undefined}>
            <LadderMark code={rung} />
            <span>
              Step {at + 1}: {ladderLabel(rung, 'not_known').split(';')[0]}
              {rung === code && <span> – reported for this hospital</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
