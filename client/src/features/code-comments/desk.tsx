import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { type Desk as DeskData, deskQuery, finishCodingMutation } from './coding-desk.graphql.js';
import { DeskComment } from './desk-comment.js';
import { type DeskSaves, useDeskSaves } from './use-desk-saves.js';

/** Comments that are fetched at once. */
const PAGE = 50;

/** Number of the comment that a desk opens with: the first that is not final, else the first of all; 0 = none. */
const toFirst = ({ firstOpen, total }: Pick<DeskData, 'firstOpen' | 'total'>): number =>
  total === 0 ? 0 : firstOpen < total ? firstOpen + 1 : 1;

/** A coder's desk: one comment at a time, codes by keyboard, everything stored at once. */
export function Desk({ taskId }: { readonly taskId: string }) {
  const [params, setParams] = useSearchParams();
  const wanted = Number(params.get('n') ?? 0);
  const known = Number.isInteger(wanted) && wanted > 0;
  const skip = known ? Math.floor((wanted - 1) / PAGE) * PAGE : 0;
  const [{ data, error, fetching }, again] = useQuery({
    query: deskQuery,
    variables: { taskId, skip, take: PAGE },
    requestPolicy: 'cache-and-network',
  });
  const saves = useDeskSaves(taskId);
  const [shortcuts, setShortcuts] = useState(true);
  const goTo = useCallback(
    (number: number) => setParams({ n: String(number) }, { replace: true }),
    [setParams],
  );
  const reload = () => again({ requestPolicy: 'network-only' });
  // The first comment that is not final may lie beyond what was fetched: its number in the address fetches it.
  const first = data === undefined ? 0 : toFirst(data.codingDesk);
  useEffect(() => {
    if (!known && first > 0) goTo(first);
  }, [known, first, goTo]);
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="your comments" />;
  const desk = data.codingDesk;
  const { total, codebook } = desk;
  if (total === 0)
    return (
      <InsetText>
        <p>There is no comment to code yet. Comments come with the answers of the hospitals.</p>
      </InsetText>
    );
  const at = Math.min(known ? wanted : first, total);
  // By its own number: while the next part is fetched, what is here still is the part before.
  const comment = desk.comments.find(({ number }) => number === at);
  return (
    <>
      <SyntheticNotice kind={desk.roundKind} />
      <p>
        {countOf(total, 'comment')}, {desk.final} final. Codebook {codebook.title}, version {codebook.version}
        .
      </p>
      <SavingLine saves={saves} onLoadAgain={reload} />
      {comment === undefined ? (
        fetching || !known ? (
          <p>Fetching the comment…</p>
        ) : (
          <InsetText>
            <p>This comment does not count any more.</p>
          </InsetText>
        )
      ) : (
        <DeskComment
          key={comment.unitId}
          taskId={taskId}
          comment={comment}
          codes={codebook.codes}
          suggests={desk.suggestions}
          at={at}
          total={total}
          saves={saves}
          shortcuts={shortcuts}
          onGo={goTo}
        />
      )}
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small la-no-print" data-module="nhsuk-checkboxes">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id="shortcuts"
            type="checkbox"
            checked={shortcuts}
            onChange={(event) => setShortcuts(event.target.checked)}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="shortcuts">
            Use single keys: the key of a code toggles it, n next, p previous, Enter final and next
            {desk.suggestions && ', + accepts the first suggestion, - dismisses it'}
          </label>
        </div>
      </div>
      <FinishTask
        taskId={taskId}
        finishedAt={desk.finishedAt}
        isStored={saves.state === 'stored'}
        onDone={reload}
      />
    </>
  );
}

function SavingLine({ saves, onLoadAgain }: { readonly saves: DeskSaves; readonly onLoadAgain: () => void }) {
  const { state, failed } = saves;
  const words = {
    stored: 'All stored.',
    saving: 'Storing…',
    failed: `${countOf(failed.length, 'comment')} not stored. What you chose is kept here.`,
  };
  return (
    <div className={state === 'failed' ? 'nhsuk-inset-text' : undefined}>
      <p role="status" data-saving={state}>
        {words[state]}
      </p>
      {failed.length > 0 && (
        <>
          <ul>
            {[...new Set(failed.map(({ message, mend }) => `${message} ${mend}`))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <div className="la-actions">
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => saves.store.retry()}
            >
              Store again
            </button>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => {
                saves.store.dropFailed();
                onLoadAgain();
              }}
            >
              Give up these changes and load again
            </button>
          </div>
        </>
      )}
    </div>
  );
}

interface FinishTaskProps {
  readonly taskId: string;
  readonly finishedAt: string;
  readonly isStored: boolean;
  readonly onDone: () => void;
}

function FinishTask({ taskId, finishedAt, isStored, onDone }: FinishTaskProps) {
  const [{ error, fetching }, finish] = useMutation(finishCodingMutation);
  const [asking, setAsking] = useState(false);
  if (finishedAt !== '')
    return (
      <InsetText>
        <p>You have declared this task finished. The survey lead can open it again.</p>
      </InsetText>
    );
  const confirm = async () => {
    if (fetching || !isStored) return;
    const done = await finish({ taskId });
    setAsking(false);
    if (done.data) onDone();
  };
  return (
    <section aria-labelledby="finish-task" className="la-no-print">
      <h2 className="nhsuk-heading-s" id="finish-task">
        When you have coded every comment
      </h2>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {asking ? (
        <div className="la-actions">
          <button
            type="button"
            className="nhsuk-button"
            aria-disabled={fetching || !isStored}
            onClick={() => void confirm()}
          >
            Yes, every comment is final
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => setAsking(false)}
          >
            Not yet
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={() => setAsking(true)}
        >
          Finish the task
        </button>
      )}
    </section>
  );
}
