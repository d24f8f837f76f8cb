import { usualRound } from '@liaison-atlas/shared/publication/usual-round';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { mapRoundsQuery, releasedHospitalsQuery } from './coverage-map.graphql.js';
import { ExplorerBody } from './explorer-body.js';
import { toExplorerTitle } from './to-map-picture.js';
import { toKnownState } from './to-known-state.js';
import { useExplorerState } from './use-explorer-state.js';

interface ExplorerProps {
  /** Puts heading and content into a page or into the bare frame of an embedded map. */
  readonly frame: (title: string, content: ReactNode) => ReactNode;
}

const PLAIN_TITLE = 'IAPT and liaison psychiatry, hospital by hospital';

/** List, map and summary of one released round, all from the same rows and the same address. */
export function Explorer({ frame }: ExplorerProps) {
  const { state, unknown, change } = useExplorerState();
  const [{ data: listed, error: listError }, listAgain] = useQuery({ query: mapRoundsQuery });
  const released = listed?.rounds.filter(({ latestRelease }) => latestRelease !== null) ?? [];
  const chosen = released.find(({ id }) => id === state.round);
  const usual = usualRound(released);
  // While the list is on its way a round named in the address is asked for at once.
  const roundId = chosen?.id ?? (listed ? usual?.id : state.round) ?? '';
  const [{ data, error }, again] = useQuery({
    query: releasedHospitalsQuery,
    variables: { roundId },
    pause: roundId === '',
  });

  const failure = listError ?? error;
  if (failure) {
    const retry = () => {
      listAgain({ requestPolicy: 'network-only' });
      again({ requestPolicy: 'network-only' });
    };
    return frame(PLAIN_TITLE, <ProblemNotice problem={toProblem(failure)} onRetry={retry} />);
  }
  if (listed && released.length === 0) {
    return frame(PLAIN_TITLE, <InsetText>No round has been released yet.</InsetText>);
  }
  const release = data?.release;
  if (!listed || !release || release.round.id !== roundId) {
    return frame(PLAIN_TITLE, <Loading what="the hospitals of this round" />);
  }

  const known = toKnownState(state, release.hospitals);
  const notices = [
    ...(state.round !== '' && !chosen ? [`round=${state.round}`] : []),
    ...unknown,
    ...known.unknown,
  ];
  return frame(
    toExplorerTitle(release, known.state),
    <ExplorerBody
      release={release}
      rounds={released}
      state={known.state}
      notices={notices}
      onChange={change}
    />,
  );
}
