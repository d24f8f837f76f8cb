import { useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { sendAllInDoubtMutation } from './manage-outbox.graphql.js';

interface SendAllAgainProps {
  readonly roundId: string;
  /** Mails in doubt, as the page shows them. */
  readonly inDoubt: number;
  /** Mails that wait or are being handed over. */
  readonly underway: number;
  readonly onDone: () => void;
}

/** Sends every mail in doubt once more, after a question; says how far that is. Nothing to show = nothing there. */
export function SendAllAgain({ roundId, inDoubt, underway, onDone }: SendAllAgainProps) {
  const [{ error, fetching }, send] = useMutation(sendAllInDoubtMutation);
  const [asking, setAsking] = useState(false);
  const [queued, setQueued] = useState(0);
  const confirm = async () => {
    if (fetching) return;
    const { data } = await send({ roundId, expected: inDoubt });
    setAsking(false);
    setQueued(data?.sendAllInDoubt ?? 0);
    onDone();
  };
  const gone = Math.max(0, queued - underway);
  return (
    <>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {queued > 0 && (
        <p className="nhsuk-inset-text">
          {underway === 0 || gone === queued
            ? `${countOf(queued, 'mail')} in doubt went out again; the counts above say what came of them.`
            : `Sending again: ${gone} of ${countOf(queued, 'mail')}.`}
        </p>
      )}
      {inDoubt > 0 &&
        (asking ? (
          <div className="nhsuk-inset-text">
            <p>
              {countOf(inDoubt, 'mail')} may have been sent. If they were, these people get the mail twice; if
              not, they have not got it yet. The mail keeps its number, by which some mailboxes drop the
              second.
            </p>
            <div className="la-actions">
              <button
                type="button"
                className="nhsuk-button nhsuk-button--small"
                aria-disabled={fetching}
                onClick={() => void confirm()}
              >
                Yes, send {countOf(inDoubt, 'mail')} again
              </button>
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                onClick={() => setAsking(false)}
              >
                No
              </button>
            </div>
          </div>
        ) : (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small la-no-print"
            onClick={() => setAsking(true)}
          >
            Send all in doubt again ({inDoubt})
          </button>
        ))}
    </>
  );
}
