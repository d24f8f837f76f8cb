import { CHANGE_STATES } from '@liaison-atlas/shared/analysis/change-between-rounds';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { countOf, formatPercent } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { STATE_WORDS, toTransitionRows, verdictWords } from './change-words.js';
import { exploreChangeQuery } from './explore-figures.graphql.js';
import { chanceWords } from './figure-words.js';
import type { ShownFigures } from './shown-figures.js';
import { TransitionDiagram } from './transition-diagram.js';

interface RoundChangeProps {
  readonly shown: ShownFigures;
  readonly from: string;
}

/** What became of the hospitals that answered in both rounds; never the difference of different responders. */
export function RoundChange({ shown, from }: RoundChangeProps) {
  const [{ data, error }] = useQuery({
    query: exploreChangeQuery,
    variables: { fromRoundId: from, toRoundId: shown.round.id, indicator: shown.indicator.id },
  });
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <p>Comparing the rounds…</p>;
  const change = data.exploreChange;
  const percentage = (share: number): string =>
    `${share < 0 ? '−' : share > 0 ? '+' : ''}${formatPercent(Math.abs(share))}`;
  return (
    <>
      <p>
        {countOf(change.matched, 'hospital')} answered in both rounds; {change.droppedOut.length} answered
        before and not now, {change.joined.length} now and not before
        {change.leftFrame.length > 0 ? `, ${change.leftFrame.length} are no longer in the frame` : ''}.{' '}
        {verdictWords(change.verdict)}
      </p>
      {change.comparable && (
        <>
          <DataTable
            caption={`From ${change.from.title} to ${change.to.title}, hospitals that answered in both`}
            columns={[
              { id: 'from', heading: 'Before', names: true, cell: (row) => STATE_WORDS[row.from] },
              ...CHANGE_STATES.map((state) => ({
                id: state,
                heading: `Now: ${STATE_WORDS[state]}`,
                numeric: true,
                cell: (row: ReturnType<typeof toTransitionRows>[number]) => row.to[state],
              })),
            ]}
            rows={toTransitionRows(change)}
            keyOf={(row) => row.from}
          />
          <TransitionDiagram change={change} />
          {change.p !== null && change.difference !== null && (
            <p>
              Of {countOf(change.knownInBoth, 'hospital')} that said yes or no both times, {change.gained}{' '}
              went from no to yes and {change.lost} from yes to no: {percentage(change.difference.difference)}{' '}
              (95% interval {percentage(change.difference.low)} to {percentage(change.difference.high)}),
              exact McNemar test {chanceWords(change.p)}.
            </p>
          )}
        </>
      )}
    </>
  );
}
