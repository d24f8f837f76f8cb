import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  assignCoderMutation,
  removeCoderMutation,
  reopenCodingMutation,
  roundCodingQuery,
  type ShownTask,
} from './code-comments.graphql.js';
import { setSuggestionsMutation } from './suggestions.graphql.js';

interface Place {
  readonly roundId: string;
  readonly codebookId: string;
}

/** Who codes the round, how far each is, and the form that gives a task. */
export function RoundTasks({ roundId, codebookId }: Place) {
  const [{ data, error }, again] = useQuery({
    query: roundCodingQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the tasks" />;
  const tasks = data.codingTasks.filter((task) => task.codebookId === codebookId);
  return (
    <>
      {tasks.length === 0 ? (
        <InsetText>
          <p>Nobody codes this round with this codebook yet. Give a task to two people below.</p>
        </InsetText>
      ) : (
        <DataTable
          caption="Tasks"
          columns={[
            {
              id: 'coder',
              heading: 'Person',
              names: true,
              cell: ({ coderName }) => coderName || 'erased account',
            },
            { id: 'kind', heading: 'Task', cell: taskWords },
            {
              id: 'final',
              heading: 'Final',
              numeric: true,
              cell: ({ kind, final, total }) => (kind === 'code' ? `${final} of ${total}` : ''),
            },
            {
              id: 'open',
              heading: 'Begun',
              numeric: true,
              cell: ({ kind, open }) => (kind === 'code' ? open : ''),
            },
            { id: 'suggestions', heading: 'Suggestions', cell: suggestionWords },
            { id: 'state', heading: 'State', cell: stateWords },
            { id: 'do', heading: 'Change', cell: (task) => <TaskActions task={task} onDone={reload} /> },
          ]}
          rows={tasks}
          keyOf={({ id }: ShownTask) => id}
        />
      )}
      <AssignForm roundId={roundId} codebookId={codebookId} people={data.possibleCoders} onDone={reload} />
    </>
  );
}

const taskWords = ({ kind, part, parts }: ShownTask): string =>
  kind === 'adjudicate' ? 'decides' : parts === 1 ? 'codes all' : `codes share ${part} of ${parts}`;

const suggestionWords = ({ kind, suggestions, removedAt }: ShownTask): string =>
  kind !== 'code' || removedAt !== '' ? '' : suggestions ? 'on' : 'off';

function stateWords({ removedAt, finishedAt, final, total }: ShownTask): string {
  if (removedAt !== '') return 'taken off';
  if (finishedAt === '') return 'at work';
  return final === total ? 'finished' : `finished, ${total - final} new`;
}

function TaskActions({ task, onDone }: { readonly task: ShownTask; readonly onDone: () => void }) {
  const [removed, remove] = useMutation(removeCoderMutation);
  const [reopened, reopen] = useMutation(reopenCodingMutation);
  const [turned, turn] = useMutation(setSuggestionsMutation);
  const [asking, setAsking] = useState<'' | 'remove' | 'reopen' | 'suggest'>('');
  if (task.removedAt !== '') return null;
  const error = removed.error ?? reopened.error ?? turned.error;
  const run = async () => {
    const taskId = task.id;
    const { data } =
      asking === 'remove'
        ? await remove({ taskId })
        : asking === 'suggest'
          ? await turn({ taskId, on: !task.suggestions })
          : await reopen({ taskId, unitId: '' });
    setAsking('');
    if (data) onDone();
  };
  const name = task.coderName || 'this person';
  return (
    <>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {asking === '' ? (
        <>
          {task.final > 0 && (
            <button type="button" className="la-link-button" onClick={() => setAsking('reopen')}>
              Open again<span className="nhsuk-u-visually-hidden"> for {name}</span>
            </button>
          )}{' '}
          {task.kind === 'code' && (
            <button type="button" className="la-link-button" onClick={() => setAsking('suggest')}>
              Turn suggestions {task.suggestions ? 'off' : 'on'}
              <span className="nhsuk-u-visually-hidden"> for {name}</span>
            </button>
          )}{' '}
          <button type="button" className="la-link-button" onClick={() => setAsking('remove')}>
            Take off<span className="nhsuk-u-visually-hidden">: {name}</span>
          </button>
        </>
      ) : (
        <>
          <span>{questionWords(asking, task, name)}</span>{' '}
          <button type="button" className="la-link-button" onClick={() => void run()}>
            {YES[asking]}
          </button>{' '}
          <button type="button" className="la-link-button" onClick={() => setAsking('')}>
            No
          </button>
        </>
      )}
    </>
  );
}

const YES = { remove: 'Yes, take off', reopen: 'Yes, open again', suggest: 'Yes' };

function questionWords(asking: keyof typeof YES, { suggestions }: ShownTask, name: string): string {
  if (asking === 'remove') return `${name} sees these comments no more. What is final stays and counts.`;
  if (asking === 'reopen') return `${name} may change all comments again.`;
  return suggestions
    ? `No code is suggested to ${name} any more. What was suggested stays recorded.`
    : `Codes are suggested to ${name} from words of comments coded before, never from what the other coder says. Agreement is then shown with and without them.`;
}

interface AssignFormProps extends Place {
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly onDone: () => void;
}

function AssignForm({ roundId, codebookId, people, onDone }: AssignFormProps) {
  const [personId, setPersonId] = useState('');
  const [what, setWhat] = useState('1/1');
  const [{ error, fetching }, assign] = useMutation(assignCoderMutation);
  const chosen = people.some((person) => person.personId === personId)
    ? personId
    : (people[0]?.personId ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching || chosen === '') return;
    const [part = 1, parts = 1] = what.split('/').map(Number);
    const share =
      what === 'decide'
        ? { kind: 'adjudicate' as const, part: 1, parts: 1 }
        : { kind: 'code' as const, part, parts };
    const { data } = await assign({ input: { roundId, codebookId, personId: chosen, ...share } });
    if (data) onDone();
  };
  if (people.length === 0)
    return (
      <InsetText>
        <p>Nobody may code in this round. An administrator gives people the role of a coder.</p>
      </InsetText>
    );
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="la-measure la-no-print"
      aria-labelledby="assign"
    >
      <h3 id="assign">Give a task</h3>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <SelectField
        label="Person"
        value={chosen}
        choices={people.map((person) => ({ value: person.personId, label: person.name }))}
        onChange={setPersonId}
      />
      <SelectField
        label="Task"
        value={what}
        choices={[
          { value: '1/1', label: 'Code all comments' },
          { value: '1/2', label: 'Code the first half' },
          { value: '2/2', label: 'Code the second half' },
          { value: 'decide', label: 'Decide between coders' },
        ]}
        onChange={setWhat}
      />
      <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
        {fetching ? 'Giving…' : 'Give this task'}
      </button>
    </form>
  );
}
