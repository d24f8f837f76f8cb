import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { ProblemList } from '../../components/problem-list.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { freezeFrameMutation, type ShownFrame } from './manage-frames.graphql.js';

interface FreezeFrameProps {
  readonly frame: ShownFrame;
  readonly onFrozen: () => void;
}

/** Freezing in two steps: the button opens a warning, and only its own button freezes. */
export function FreezeFrame({ frame, onFrozen }: FreezeFrameProps) {
  const { counts } = frame;
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, freeze] = useMutation(freezeFrameMutation);
  const confirm = async () => {
    const { data, error } = await freeze({ frameId: frame.id });
    setAsking(false);
    const outcome = data?.freezeFrame;
    if (outcome?.__typename === 'SamplingFrame') onFrozen();
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <div className="la-no-print">
      <ProblemList heading="The frame was not frozen" problems={problems} />
      {counts.undecided > 0 && (
        <p>
          {countOf(counts.undecided, 'hospital')} to decide on before the frame can be frozen: whether{' '}
          {counts.undecided === 1 ? 'it belongs' : 'they belong'} to it is not known.
        </p>
      )}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        aria-haspopup="dialog"
        onClick={() => {
          setProblems([]);
          setAsking(true);
        }}
      >
        Freeze the frame
      </button>
      {asking && (
        <ConfirmDialog
          heading="Freeze this frame for ever?"
          action={fetching ? 'Freezing…' : 'Yes, freeze'}
          busy={fetching}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>
            {frame.title}, as of {dayInWords(frame.asOf)}: {countOf(counts.eligible, 'hospital')} in the
            frame, {counts.ineligible} not in it, {counts.unknown} not known.
          </p>
          <p>
            A frozen frame can never be changed or thawed, and its hospitals become public. A mistake is
            mended by a copy.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
