import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { ProblemList } from '../../components/problem-list.js';
import { markedRoundTitle, roundStateWords } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { Objections } from './objections.js';
import { releaseDeskQuery } from './release-desk.graphql.js';
import { ReleaseList } from './release-list.js';
import { RightOfReply } from './right-of-reply.js';
import { SignOffs } from './sign-offs.js';
import { useDesk } from './use-desk.js';

/** What goes before a release of a round, and what is added to releases afterwards; for its lead only. */
export function ReleaseDeskPage({ roundId }: { readonly roundId: string }) {
  const path = `/manage/rounds/${encodeURIComponent(roundId)}`;
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: `Round ${roundId}`, path },
  ];
  return (
    <Page heading="Right of reply and releases" caption={`Round ${roundId}`} crumbs={crumbs} wide>
      <Permitted any={['ReleaseRound']}>{() => <Desk roundId={roundId} path={path} />}</Permitted>
    </Page>
  );
}

function Desk({ roundId, path }: { readonly roundId: string; readonly path: string }) {
  const [{ data, error }, again] = useQuery({
    query: releaseDeskQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  const outcome = useDesk(reload);
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="right of reply and releases" />;
  const { releaseDesk: desk, releases, round } = data;
  const isFrozen = desk.freezeNumber !== null;
  return (
    <>
      {round && <SyntheticNotice kind={round.kind} />}
      <p role="status">{outcome.said}</p>
      <ProblemList heading="Nothing was stored" problems={outcome.problems} />
      <p>
        {round ? `${markedRoundTitle(round)}: ${roundStateWords(round.state)}. ` : ''}
        {isFrozen ? (
          <>Freeze {desk.freezeNumber} holds.</>
        ) : (
          <>
            The round is not frozen. A right of reply, sign-offs and a final release need a freeze:{' '}
            <Link to={`${path}/cleaning?tab=freezes`}>freeze it on its cleaning page</Link>.
          </>
        )}{' '}
        <Link to={path}>Preview and publish on the page of the round</Link>.
      </p>
      <RightOfReply desk={desk} outcome={outcome} />
      <Objections desk={desk} outcome={outcome} cleaningPath={`${path}/cleaning`} />
      <SignOffs desk={desk} isSynthetic={round?.kind === 'synthetic'} outcome={outcome} />
      <ReleaseList roundId={roundId} releases={releases} outcome={outcome} />
    </>
  );
}
