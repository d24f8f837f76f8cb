import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { ProblemNotice } from '../../components/notice.js';
import { Pagination } from '../../components/pagination.js';
import { ProblemList } from '../../components/problem-list.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { cleaningQueueQuery, type ShownCleaning } from './clean-round.graphql.js';
import { taskWords } from './clean-words.js';
import { KeyHelp } from './key-help.js';
import { QueueFilters } from './queue-filters.js';
import { TaskPanel } from './task-panel.js';
import type { KeyAction } from './to-key-action.js';
import {
  type Question,
  type SentDecision,
  type TaskActions,
  toBulkDecisions,
  toTaskActions,
} from './to-task-actions.js';
import { useCleaningState } from './use-cleaning-state.js';
import { useDecide } from './use-decide.js';
import { useQueueKeys } from './use-queue-keys.js';

const PER_PAGE = 100;

interface QueueTabProps {
  readonly cleaning: ShownCleaning;
  readonly onChanged: () => void;
}

/** Everything that waits for a person; one task lies open beside the list. */
export function QueueTab({ cleaning, onChanged }: QueueTabProps) {
  const { roundId } = cleaning;
  const { state, change } = useCleaningState();
  const [{ data, error }, again] = useQuery({
    query: cleaningQueueQuery,
    variables: {
      roundId,
      kind: state.kind === '' ? null : state.kind,
      text: state.text,
      page: state.page,
      perPage: PER_PAGE,
    },
    requestPolicy: 'cache-and-network',
  });
  const { busy, problems, undoable, clear, decide, undo } = useDecide(roundId);
  const [question, setQuestion] = useState<Question | null>(null);
  const [help, setHelp] = useState(false);
  const [said, setSaid] = useState('');
  const [moveFocus, setMoveFocus] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const tasks = data?.cleaningQueue.tasks ?? [];
  const total = data?.cleaningQueue.total ?? 0;
  const at = Math.max(
    0,
    tasks.findIndex(({ id }) => id === state.task),
  );
  const task = tasks[at];
  const frozen = cleaning.frozenAs > 0;
  const actions = task === undefined ? {} : toTaskActions(task);
  const bulk = toBulkDecisions(state.kind, tasks);

  useEffect(() => {
    if (moveFocus > 0) heading.current?.focus();
  }, [moveFocus, task?.id]);

  const open = (index: number) => {
    const next = tasks[index];
    if (next === undefined) return;
    clear();
    change({ task: next.id });
    setMoveFocus((count) => count + 1);
  };
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
    onChanged();
  };
  /** After a decision the next task lies open, has the focus, and one region says so. */
  const done = (words: string) => {
    const next = tasks[at + 1] ?? tasks[at - 1];
    setQuestion(null);
    setSaid(
      `${words} ${next === undefined ? 'Nothing else waits on this page.' : `Next: ${taskWords(next.kind)}, ${next.hospital}.`}`,
    );
    change({ task: next?.id ?? '' });
    setMoveFocus((count) => count + 1);
    refresh();
  };
  const send = async (decisions: readonly SentDecision[], words = 'Decided.') => {
    const held = await decide(decisions);
    if (held) done(words);
    else {
      setQuestion(null);
      refresh();
    }
  };
  const takeBack = async () => {
    if (undoable === 0 || busy) return;
    if (await undo()) {
      setSaid('Taken back.');
      refresh();
    }
  };
  const act = (action: keyof TaskActions) => {
    if (frozen || busy || task === undefined) return;
    const { accept, exclude, merge, query, close } = actions as TaskActions;
    if (action === 'accept' && accept)
      void send(accept.decisions, `${taskWords(task.kind)}, ${task.hospital}: decided.`);
    else if (action === 'exclude' && exclude) {
      if (exclude.decisions === 'ask') setQuestion('exclude');
      else void send(exclude.decisions, 'Declined.');
    } else if (action === 'merge' && merge) setQuestion(merge.ask);
    else if (action === 'query' && query) setQuestion(query.ask);
    else if (action === 'close' && close) setQuestion(close.ask);
  };
  useQueueKeys(busy || question !== null, (key: KeyAction) => {
    if (key === 'next') open(at + 1);
    else if (key === 'previous') open(at - 1);
    else if (key === 'undo') void takeBack();
    else if (key === 'help') setHelp((shown) => !shown);
    else act(key);
  });

  return (
    <>
      <h2>What waits for a person</h2>
      <QueueFilters
        cleaning={cleaning}
        state={state}
        onChange={(changed) => change({ page: 1, task: '', ...changed })}
      />
      <p className="la-queue-said" role="status">
        {said}
      </p>
      <ProblemList heading="Nothing was stored" problems={problems} />
      <div className="la-task__actions la-no-print">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-disabled={undoable === 0 || busy || frozen}
          aria-keyshortcuts="u"
          onClick={() => void takeBack()}
        >
          Undo my last decision
        </button>
        {bulk.length > 1 && !frozen && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => setQuestion('bulk')}
          >
            {`Accept all ${bulk.length} on this page…`}
          </button>
        )}
        <button
          type="button"
          className="la-link-button"
          aria-expanded={help}
          aria-keyshortcuts="?"
          onClick={() => setHelp(!help)}
        >
          Keys
        </button>
      </div>
      {help && <KeyHelp />}
      {error && !data && <ProblemNotice problem={toProblem(error)} onRetry={refresh} />}
      {!data && !error && <p>Loading what waits…</p>}
      {data && total === 0 && (
        <p>Nothing waits{state.kind === '' && state.text === '' ? '' : ' of what you chose'}.</p>
      )}
      {task !== undefined && (
        <div className="la-queue">
          <nav className="la-queue__list" aria-label="Tasks">
            <p>{countOf(total, 'task')}</p>
            <ol>
              {tasks.map((each, index) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className="la-queue__task"
                    aria-current={each.id === task.id ? 'true' : undefined}
                    onClick={() => open(index)}
                  >
                    <strong>{each.hospital || 'Hospital not known'}</strong>
                    <span>{taskWords(each.kind)}</span>
                  </button>
                </li>
              ))}
            </ol>
            <Pagination
              page={state.page}
              pages={Math.ceil(total / PER_PAGE)}
              what="tasks"
              onPage={(page) => change({ page, task: '' })}
            />
          </nav>
          <TaskPanel
            roundId={roundId}
            task={task}
            actions={actions}
            frozen={frozen}
            busy={busy}
            question={question}
            heading={heading}
            onAct={act}
            onQuestion={setQuestion}
            onDecide={(decisions) => void send(decisions)}
            onAsked={() => done('The site is asked.')}
          />
        </div>
      )}
      {question === 'bulk' && (
        <ConfirmDialog
          heading={`Accept all ${bulk.length}?`}
          action={`Accept ${bulk.length}`}
          busy={busy}
          onClose={() => setQuestion(null)}
          onConfirm={() => void send(bulk, `${bulk.length} decided at once.`)}
        >
          <p>
            {bulk.length} tasks of one kind ({taskWords(tasks[0]?.kind ?? 'form')}), none with an open
            disagreement. All are decided or none; you can undo it.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
