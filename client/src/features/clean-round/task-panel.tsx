import { type RefObject, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { AskSiteQuestion } from './ask-site-question.js';
import { cleaningFormsQuery, type ShownForm, type ShownTask } from './clean-round.graphql.js';
import { taskWords } from './clean-words.js';
import { DecisionQuestion } from './decision-question.js';
import { FormCompare } from './form-compare.js';
import { MaskQuestion } from './mask-question.js';
import type { Question, SentDecision, TaskActions } from './to-task-actions.js';

interface TaskPanelProps {
  readonly roundId: string;
  readonly task: ShownTask;
  readonly actions: TaskActions;
  readonly frozen: boolean;
  readonly busy: boolean;
  readonly question: Question | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAct: (action: keyof TaskActions) => void;
  readonly onQuestion: (question: Question | null) => void;
  readonly onDecide: (decisions: readonly SentDecision[]) => void;
  readonly onAsked: () => void;
}

const KEY_OF: Readonly<Partial<Record<keyof TaskActions, string>>> = {
  accept: 'a',
  exclude: 'x',
  merge: 'm',
  query: 'q',
};

/** One task: what it is about, its forms beside each other, and what can be done. */
export function TaskPanel(props: TaskPanelProps) {
  const { roundId, task, actions, frozen, busy, question, heading, onAct, onQuestion, onDecide, onAsked } =
    props;
  const [{ data, error }] = useQuery({
    query: cleaningFormsQuery,
    variables: { roundId, ids: [...task.responseIds] },
    requestPolicy: 'network-only',
  });
  // What lies there from the task before belongs to that one.
  const loaded = data?.cleaningForms ?? [];
  const forms = task.responseIds.every((id) => loaded.some((form) => form.id === id)) ? loaded : [];
  const ready = forms.length > 0 && !frozen;
  const asked = ready ? question : null;
  const close = () => onQuestion(null);
  return (
    <section className="la-task" aria-labelledby="task-heading">
      <h3 id="task-heading" tabIndex={-1} ref={heading}>
        {taskWords(task.kind)}: {task.hospital || 'hospital not known'}
      </h3>
      {task.about !== '' && <p>{task.about}</p>}
      {task.asked && <p>The site has been asked and has not answered.</p>}
      {task.answer !== '' && (
        <p>The site answered: {task.answer === 'dont_know' ? 'don’t know' : task.answer}.</p>
      )}
      {task.objection !== '' && (
        <>
          <blockquote className="la-comment">{task.objection}</blockquote>
          <p>
            Correct the forms, where they are wrong, as any other; the round has to be opened again for it. Then write
            down what became of the objection on the{' '}
            <Link to={`/manage/rounds/${encodeURIComponent(roundId)}/release`}>release page</Link>.
          </p>
        </>
      )}
      <p>Waits since {formatMoment(task.since)}.</p>
      <div className="la-task__actions la-no-print">
        {(Object.keys(actions) as (keyof TaskActions)[]).map((action) => (
          <button
            key={action}
            type="button"
            className={`nhsuk-button nhsuk-button--small${action === 'accept' || action === 'merge' ? '' : ' nhsuk-button--secondary'}`}
            aria-disabled={busy || !ready}
            aria-keyshortcuts={KEY_OF[action]}
            onClick={() => ready && !busy && onAct(action)}
          >
            {actions[action]?.label}
          </button>
        ))}
      </div>
      {task.kind === 'comment' && <CommentAsSent task={task} form={forms[0]} />}
      {error && <ProblemNotice problem={toProblem(error)} />}
      {forms.length === 0 ? !error && <p>Loading its forms…</p> : <FormCompare key={task.id} forms={forms} />}
      {asked === 'ask_site' && (
        <AskSiteQuestion roundId={roundId} task={task} forms={forms} onAsked={onAsked} onClose={close} />
      )}
      {asked === 'mask' && (
        <MaskQuestion task={task} forms={forms} busy={busy} onDecide={onDecide} onClose={close} />
      )}
      {(asked === 'exclude' || asked === 'merge' || asked === 'match' || asked === 'close') && (
        <DecisionQuestion
          question={asked}
          task={task}
          forms={forms}
          busy={busy}
          onDecide={onDecide}
          onClose={close}
        />
      )}
    </section>
  );
}

/** A comment that is held back, for the person who decides about it; covered until they ask for it. */
function CommentAsSent({ task, form }: { readonly task: ShownTask; readonly form: ShownForm | undefined }) {
  const [shownFor, setShownFor] = useState('');
  const comment = form?.comments.find(({ variable }) => variable === task.variable);
  if (comment === undefined) return null;
  if (shownFor !== task.id)
    return (
      <p>
        <button type="button" className="la-link-button" onClick={() => setShownFor(task.id)}>
          Read the comment as it was sent
        </button>
      </p>
    );
  return (
    <blockquote className="la-comment">
      {comment.original.slice(0, comment.parts[0]?.from)}
      {comment.parts.map(({ from, to, sign }, at) => (
        <span key={from}>
          <mark title={sign}>{comment.original.slice(from, to)}</mark>
          {comment.original.slice(to, comment.parts[at + 1]?.from)}
        </span>
      ))}
    </blockquote>
  );
}
