import { usualRound } from '@liaison-atlas/shared/publication/usual-round';
import { type ReactNode, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { ExploreControls } from './explore-controls.js';
import { ExploreFigures } from './explore-figures.js';
import { exploreLiveQuery, exploreReleasedQuery, exploreStartQuery } from './explore-figures.graphql.js';
import { type ExploreState, parseExploreState, toExploreParams } from './explore-state.js';
import type { RoundChoice, ShownFigures } from './shown-figures.js';

/** What the page's frame needs to know: the heading is made from the same choices as the figures. */
interface ExplorePageProps {
  readonly frame: (heading: string, content: ReactNode) => ReactNode;
}

/** Figures by indicator, breakdown and round: public where released, live for the survey team. */
export function ExplorePage({ frame }: ExplorePageProps) {
  const [parameters, setParameters] = useSearchParams();
  const parsed = useMemo(() => parseExploreState(parameters), [parameters]);
  const [start] = useQuery({ query: exploreStartQuery });
  const rounds = start.data?.rounds ?? [];
  const round = rounds.find(({ id }) => id === parsed.state.round) ?? usualRound(rounds) ?? rounds[0];
  const mayLive = start.data?.viewer.permissions.includes('ReadAnalysis') ?? false;
  const { shown, error, again, loading } = useFigures(round?.id ?? '', parsed.state);
  const change = (changed: Partial<ExploreState>) =>
    setParameters(toExploreParams({ ...parsed.state, ...changed }), {
      replace: true,
      preventScrollReset: true,
    });

  const heading = shown === null ? 'Explore figures' : `${markedTitle(shown)}: ${shown.indicator.title}`;
  if (start.error) return frame('Explore figures', <ProblemNotice problem={toProblem(start.error)} />);
  if (!start.data) return frame('Explore figures', <Loading what="the rounds" />);
  if (round === undefined)
    return frame(
      'Explore figures',
      <InsetText>
        <p>There is no round yet. Figures appear here when a survey lead has released them.</p>
      </InsetText>,
    );
  return frame(
    heading,
    <>
      <LeftOut words={leftOut(parsed, round, shown)} />
      <ExploreControls
        rounds={rounds}
        round={round}
        shown={shown}
        state={parsed.state}
        mayLive={mayLive}
        onChange={change}
      />
      {error ? (
        <ProblemNotice problem={toProblem(error)} onRetry={again} />
      ) : loading ? (
        <Loading what="the figures" />
      ) : shown === null ? (
        <InsetText>
          <p>Nothing of this round, or no release of this number, has been released. Choose another round.</p>
        </InsetText>
      ) : (
        <ExploreFigures
          shown={shown}
          state={parsed.state}
          others={rounds.filter((one) => one.id !== round.id && mayCompare(one, round))}
          onChange={change}
        />
      )}
    </>,
  );
}

function useFigures(roundId: string, { indicator, by, live, release }: ExploreState) {
  const variables = { roundId, indicator, by };
  const [released, askReleased] = useQuery({
    query: exploreReleasedQuery,
    variables: { ...variables, number: release },
    pause: live || roundId === '',
  });
  const [unreleased, askLive] = useQuery({
    query: exploreLiveQuery,
    variables,
    pause: !live || roundId === '',
    requestPolicy: 'cache-and-network',
  });
  const { error, data } = live
    ? { error: unreleased.error, data: unreleased.data?.exploreLive }
    : { error: released.error, data: released.data?.exploreReleased };
  return {
    shown: error === undefined ? (data ?? null) : null,
    error,
    loading: data === undefined,
    again: () => (live ? askLive : askReleased)({ requestPolicy: 'network-only' }),
  };
}

/** A published report has no answers of single hospitals; invented and real ones are never compared. */
const mayCompare = (one: RoundChoice, other: RoundChoice): boolean =>
  one.kind !== 'published_facts' && (one.kind === 'synthetic') === (other.kind === 'synthetic');

const markedTitle = ({ round }: ShownFigures): string =>
  round.kind === 'synthetic' ? 'Figures, SYNTHETIC' : 'Figures';

/** What the address asks for and is not there: said, and never an empty page. */
function leftOut(
  { state, unknown }: ReturnType<typeof parseExploreState>,
  round: RoundChoice,
  shown: ShownFigures | null,
): readonly string[] {
  const missing = (key: string, asked: string, found: boolean): readonly string[] =>
    asked === '' || found ? [] : [`${key}=${asked}`];
  return [
    ...unknown,
    ...missing('round', state.round, state.round === round.id),
    ...(shown === null
      ? []
      : [
          ...missing('ind', state.indicator, state.indicator === shown.indicator.id),
          ...missing('by', state.by, state.by === shown.by),
          ...missing(
            'trace',
            state.trace,
            shown.figures.some(({ code }) => code === state.trace),
          ),
        ]),
  ];
}

function LeftOut({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <InsetText>
      <p>The address asks for something that is not here: {words.join(', ')}. It was left out.</p>
    </InsetText>
  );
}
