import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { countOf, formatDay } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { freezeFrameMutation, type ShownFrame } from './manage-frames.graphql.js';
import { ProblemList } from './problem-list.js';

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
    if (fetching) return;
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
        <WarningDialog onClose={() => setAsking(false)}>
          <h2 id="freeze-heading">Freeze this frame for ever?</h2>
          <p>
            {frame.title}, as of {formatDay(frame.asOf)}: {countOf(counts.eligible, 'hospital')} in the frame,{' '}
            {counts.ineligible} not in it, {counts.unknown} not known.
          </p>
          <p>
            A frozen frame can never be changed or thawed, and its hospitals become public. A mistake is
            mended by a copy.
          </p>
          <div className="la-dialog__actions">
            <button
              type="button"
              className="nhsuk-button"
              aria-disabled={fetching}
              onClick={() => void confirm()}
            >
              {fetching ? 'Freezing…' : 'Yes, freeze'}
            </button>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary"
              onClick={() => setAsking(false)}
            >
              No, go back
            </button>
          </div>
        </WarningDialog>
      )}
    </div>
  );
}

/** A modal dialog of the browser's own: it keeps the focus, and Escape closes it. */
function WarningDialog({
  children,
  onClose,
}: {
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog className="la-dialog" ref={dialog} aria-labelledby="freeze-heading" onClose={onClose}>
      {children}
    </dialog>
  );
}
