import { CHANGE_STATES } from '@liaison-atlas/shared/analysis/change-between-rounds';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { ProblemNotice } from '../../components/notice.js';
import { countOf, formatPercent } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { STATE_WORDS, toTransitionRows, verdictWords } from './change-words.js';
import { exploreChangeQuery } from './explore-figures.graphql.js';
import { chanceWords } from './figure-words.js';
import type { ShownChange, ShownFigures } from './shown-figures.js';
import { FigureChart } from './figure-chart.js';
import { PictureDownloads } from './picture-downloads.js';
import { RoundBounds } from './round-bounds.js';
import { toFileName } from './to-file-name.js';
import { toTransitionPicture } from './to-transition-picture.js';

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
  const picture = change.comparable ? toTransitionPicture(change, shown.round.kind === 'synthetic') : null;
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
      <Movers change={change} />
      {change.comparable && picture && (
        <>
          <RoundBounds change={change} />
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
          <FigureChart picture={picture} />
          <PictureDownloads
            picture={picture}
            what="Change"
            nameOf={toFileName(shown, `since-${change.from.id}`)}
          />
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

/** Who answered in one of the rounds only, by name: they are in no number of the change. */
function Movers({ change }: { readonly change: ShownChange }) {
  const names = new Map(change.hospitals.map(({ odsCode, name }) => [odsCode, name]));
  const groups = [
    { summary: 'Answered before and not now', codes: change.droppedOut },
    { summary: 'Answered now and not before', codes: change.joined },
    { summary: 'Answered before and no longer in the frame', codes: change.leftFrame },
  ].filter(({ codes }) => codes.length > 0);
  return groups.map(({ summary, codes }) => (
    <Details key={summary} summary={`${summary} (${codes.length})`}>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            {names.get(code) ?? code} ({code})
          </li>
        ))}
      </ul>
    </Details>
  ));
}
