import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { TabList } from '../../components/tab-list.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { AgreementSection } from './agreement-section.js';
import { codebookListQuery, myTasksQuery, roundsQuery } from './code-comments.graphql.js';
import { Quotations } from './quotations.js';
import { RoundTasks } from './round-tasks.js';
import { toDecisionsPath } from './to-decisions-path.js';
import { TallySection } from './tally-section.js';

/** The tasks of whoever looks. `quiet` = something else on the page says that it is loading. */
export function OwnTasks({ quiet }: { readonly quiet: boolean }) {
  const [{ data, error }, again] = useQuery({ query: myTasksQuery, requestPolicy: 'cache-and-network' });
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return quiet ? null : <Loading what="your tasks" />;
  return (
    <section aria-labelledby="own-tasks">
      <h2 id="own-tasks">Your tasks</h2>
      {data.myCodingTasks.length === 0 ? (
        <InsetText>
          <p>You have no task. The survey lead gives tasks.</p>
        </InsetText>
      ) : (
        <ul>
          {data.myCodingTasks.map((task) => (
            <li key={task.id}>
              {task.kind === 'code' ? (
                <>
                  <Link to={`/manage/coding/desks/${task.id}`}>
                    Code round {task.roundId} with {task.codebookTitle}
                  </Link>
                  : {task.final} of {countOf(task.total, 'comment')} final
                  {task.finishedAt !== '' && ', finished'}
                </>
              ) : (
                <Link to={toDecisionsPath(task.roundId, task.codebookId)}>
                  Decide between the coders of round {task.roundId}, {task.codebookTitle}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const TABS = [
  { id: 'tasks', label: 'Tasks' },
  { id: 'agreement', label: 'Agreement' },
  { id: 'counts', label: 'Counts' },
  { id: 'quotations', label: 'Quotations' },
] as const;
type Tab = (typeof TABS)[number]['id'];

/** For the survey lead: one round and one codebook, chosen in the address. */
export function LeadCoding() {
  const [params, setParams] = useSearchParams();
  const [rounds] = useQuery({ query: roundsQuery });
  const [books, again] = useQuery({ query: codebookListQuery, requestPolicy: 'cache-and-network' });
  const error = rounds.error ?? books.error;
  if (error && !(rounds.data && books.data))
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!rounds.data || !books.data) return <Loading what="rounds and codebooks" />;
  const choices = rounds.data.rounds.filter(({ kind }) => kind !== 'published_facts');
  const roundId = choices.find(({ id }) => id === params.get('round'))?.id ?? choices[0]?.id ?? '';
  const usable = books.data.codebooks.filter((book) => book.roundId === '' || book.roundId === roundId);
  const codebookId = usable.find(({ id }) => id === params.get('book'))?.id ?? usable[0]?.id ?? '';
  const tab: Tab = TABS.find(({ id }) => id === params.get('tab'))?.id ?? 'tasks';
  const set = (values: Record<string, string>) =>
    setParams({ round: roundId, book: codebookId, tab, ...values }, { replace: true });
  return (
    <section aria-labelledby="lead-coding">
      <h2 id="lead-coding">Coding of a round</h2>
      <p>
        <Link to="/manage/coding/codebooks">Codebooks</Link>
      </p>
      {roundId === '' ? (
        <InsetText>
          <p>There is no round with comments yet.</p>
        </InsetText>
      ) : (
        <>
          <SelectField
            label="Round"
            value={roundId}
            choices={choices.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(round) => set({ round })}
          />
          {codebookId === '' ? (
            <InsetText>
              <p>
                There is no codebook yet. <Link to="/manage/coding/codebooks">Begin one</Link>, for example
                with the themes of 2018.
              </p>
            </InsetText>
          ) : (
            <>
              <SelectField
                label="Codebook"
                value={codebookId}
                choices={usable.map(({ id, title, version }) => ({
                  value: id,
                  label: `${title}, version ${version}`,
                }))}
                onChange={(book) => set({ book })}
              />
              <TabList label="Coding" tabs={TABS} selected={tab} onSelect={(next) => set({ tab: next })}>
                {tab === 'tasks' && <RoundTasks roundId={roundId} codebookId={codebookId} />}
                {tab === 'agreement' && <AgreementSection roundId={roundId} codebookId={codebookId} />}
                {tab === 'counts' && <TallySection roundId={roundId} codebookId={codebookId} />}
                {tab === 'quotations' && <Quotations roundId={roundId} codebookId={codebookId} />}
              </TabList>
            </>
          )}
        </>
      )}
    </section>
  );
}
