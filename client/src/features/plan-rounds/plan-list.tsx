import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { RoundKind, RoundState } from '@liaison-atlas/shared/fieldwork/round';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { markedRoundTitle, roundStateWords } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { NewRound } from './new-round.js';
import { planChoicesQuery, roundPlansQuery, type ShownPlan } from './plan-rounds.graphql.js';
import { nextStepWords } from './plan-words.js';

/** Every round that one may plan, with state, dates and what comes next; and the way to make another. */
export function RoundPlanList() {
  const [{ data, error }, again] = useQuery({ query: roundPlansQuery, requestPolicy: 'cache-and-network' });
  const [choices] = useQuery({ query: planChoicesQuery, requestPolicy: 'cache-and-network' });
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the rounds" />;
  const day = (moment: string) => (moment === '' ? 'not set' : dayInWords(moment));
  return (
    <>
      <p>
        A round asks one questionnaire of the hospitals of one frame. It begins as a draft, can be tried out
        as a pilot, and goes forward from there.
      </p>
      {data.roundPlans.length === 0 ? (
        <InsetText>
          <p>There is no round that you may plan.</p>
        </InsetText>
      ) : (
        <DataTable
          caption="Rounds, the latest first"
          columns={[
            {
              id: 'title',
              heading: 'Round',
              names: true,
              cell: ({ id, title, kind }: ShownPlan) => (
                <Link to={`/manage/rounds/${encodeURIComponent(id)}/plan`}>
                  {markedRoundTitle({ title, kind: kind as RoundKind })}
                </Link>
              ),
            },
            {
              id: 'state',
              heading: 'State',
              cell: ({ state }: ShownPlan) => roundStateWords(state as RoundState),
            },
            { id: 'opens', heading: 'Opens', cell: ({ opensAt }: ShownPlan) => day(opensAt) },
            { id: 'closes', heading: 'Closes', cell: ({ closesAt }: ShownPlan) => day(closesAt) },
            {
              id: 'corrections',
              heading: 'Corrections until',
              cell: ({ correctionsUntil }: ShownPlan) => day(correctionsUntil),
            },
            { id: 'next', heading: 'What comes next', cell: nextStepWords },
          ]}
          rows={data.roundPlans}
          keyOf={({ id }) => id}
        />
      )}
      {choices.data?.roundPlanChoices.mayCreate && (
        <NewRound rounds={data.roundPlans} choices={choices.data.roundPlanChoices} />
      )}
    </>
  );
}
