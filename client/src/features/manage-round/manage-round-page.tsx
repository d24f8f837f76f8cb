import { type ReactNode, useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { TabList } from '../../components/tab-list.js';
import { formatMoment } from '../../lib/format.js';
import { markedRoundTitle, releaseKindWords, roundStateWords } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { LiveState, type ShownLiveRound } from './live-state.js';
import { liveRoundQuery, managePermissionsQuery } from './manage-round.graphql.js';
import { ReleaseForm } from './release-form.js';

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
export function ManageRoundPage({ roundId, sections }: ManageRoundPageProps) {
  const [parameters, setParameters] = useSearchParams();
  const section = sections.find(({ id }) => id === parameters.get('tab'));
  const [{ data: who, error: whoError }] = useQuery({ query: managePermissionsQuery });
  const permissions = who?.viewer.permissions ?? [];
  const mayRead = permissions.includes('ReadLiveRound');
  const [{ data, error }, again] = useQuery({
    query: liveRoundQuery,
    variables: { id: roundId },
    pause: !mayRead,
    requestPolicy: 'cache-and-network',
  });

  useEffect(() => {
    if (!mayRead) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' });
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [mayRead, again]);

  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={CRUMBS} wide={section !== undefined}>
      {content}
    </Page>
  );
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (whoError) return frame('Live round', <ProblemNotice problem={toProblem(whoError)} />);
  if (!who) return frame('Live round', <Loading what="your permissions" />);
  if (!mayRead) {
    return frame(
      'Live round',
      <InsetText>
        <p>
          Only the survey lead sees a round before it is released. You are{' '}
          {who.viewer.signedIn ? 'signed in without this permission' : 'not signed in'}.
        </p>
        {who.viewer.demo && (
          <p>
            In this demonstration you can sign in as survey lead on the <Link to="/">start page</Link>.
          </p>
        )}
      </InsetText>,
    );
  }
  if (error && !data)
    return frame('Live round', <ProblemNotice problem={toProblem(error)} onRetry={refresh} />);
  if (!data) return frame('Live round', <Loading what="the live state of this round" />);
  const { round } = data.liveRound;
  const heading = `${markedRoundTitle(round)}, live`;
  return frame(
    heading,
    <>
      <LiveHead live={data.liveRound} onRefresh={refresh} />
      <TabList
        label="Parts of the round"
        tabs={[LIVE_STATE, ...sections]}
        selected={section?.id ?? LIVE_STATE.id}
        onSelect={(id) => setParameters(id === LIVE_STATE.id ? {} : { tab: id }, { replace: true })}
      >
        {section?.content ?? (
          <>
            {permissions.includes('CleanRound') && (
              <p>
                <Link to={`/manage/rounds/${encodeURIComponent(roundId)}/cleaning`}>Clean this round</Link>:
                decide about forms, and freeze them.
              </p>
            )}
            {permissions.includes('ReleaseRound') && (
              <ReleaseForm live={data.liveRound} onReleased={refresh} />
            )}
            <LiveState live={data.liveRound} />
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
