import { type ReactNode, useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { TabList } from '../../components/tab-list.js';
import { formatMoment } from '../../lib/format.js';
import { markedRoundTitle, releaseKindWords, roundStateWords } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { LiveState, type ShownLiveRound } from './live-state.js';
import { liveRoundQuery } from './manage-round.graphql.js';
import { ReleaseForm } from './release-form.js';
import { RoundLinks } from './round-links.js';

const CRUMBS = [{ label: 'Home', path: '/' }];
/** How often the live state is asked for again while the page is in sight. */
const REFRESH_MS = 20_000;
const LIVE_STATE = { id: 'live', label: 'Live state' };

/** A further tab of the page; its content is shown only to those who may see the live round. */
export interface RoundSection {
  /** Value of `tab` in the address. */
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface ManageRoundPageProps {
  readonly roundId: string;
  /** Tabs after "Live state". Features do not know each other: the route puts them together. */
  readonly sections: readonly RoundSection[];
}

/** The survey lead's view of a round; others are told what they would need. */
export function ManageRoundPage(props: ManageRoundPageProps) {
  return (
    <Permitted any={['ReadLiveRound']} frame={(content) => frame('Live round', content)}>
      {({ permissions }) => <LiveRound {...props} permissions={permissions} />}
    </Permitted>
  );
}

const frame = (heading: string, content: ReactNode) => (
  <Page heading={heading} crumbs={CRUMBS} wide>
    {content}
  </Page>
);

interface LiveRoundProps extends ManageRoundPageProps {
  readonly permissions: readonly string[];
}

function LiveRound({ roundId, sections, permissions }: LiveRoundProps) {
  const [parameters, setParameters] = useSearchParams();
  const section = sections.find(({ id }) => id === parameters.get('tab'));
  const [{ data, error }, again] = useQuery({
    query: liveRoundQuery,
    variables: { id: roundId },
    requestPolicy: 'cache-and-network',
  });

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' });
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [again]);

  const refresh = () => again({ requestPolicy: 'network-only' });
  if (error && !data)
    return frame('Live round', <ProblemNotice problem={toProblem(error)} onRetry={refresh} />);
  if (!data) return frame('Live round', <Loading what="the live state of this round" />);
  const { round } = data.liveRound;
  const heading = `${markedRoundTitle(round)}, live`;
  return frame(
    heading,
    <>
      <LiveHead live={data.liveRound} onRefresh={refresh} />
      <RoundLinks roundId={round.id} permissions={permissions} />
      <TabList
        label="Parts of the round"
        tabs={[LIVE_STATE, ...sections]}
        selected={section?.id ?? LIVE_STATE.id}
        onSelect={(id) => setParameters(id === LIVE_STATE.id ? {} : { tab: id }, { replace: true })}
      >
        {section?.content ?? (
          <>
            {permissions.includes('ReleaseRound') && (
              <ReleaseForm live={data.liveRound} onReleased={refresh} />
            )}
            <LiveState live={data.liveRound} mayReadHistory={permissions.includes('ReadHistory')} />
          </>
        )}
      </TabList>
    </>,
  );
}

function LiveHead({ live, onRefresh }: { readonly live: ShownLiveRound; readonly onRefresh: () => void }) {
  const { round, asAt, lastRelease } = live;
  return (
    <>
      <SyntheticNotice kind={round.kind} />
      <p>
        Not public. State: {roundStateWords(round.state)}. As at {formatMoment(asAt)}; asked for again every
        20 seconds.
      </p>
      <p>
        {lastRelease ? (
          <>
            Latest release:{' '}
            <Link to={`/rounds/${encodeURIComponent(round.id)}`}>number {lastRelease.number}</Link>,{' '}
            {releaseKindWords(lastRelease.kind)}, {formatMoment(lastRelease.publishedAt)}.
          </>
        ) : (
          'Nothing of this round has been released yet.'
        )}
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={onRefresh}
      >
        Refresh now
      </button>
    </>
  );
}
