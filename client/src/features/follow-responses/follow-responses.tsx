import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SummaryList } from '../../components/summary-list.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { AreaTable } from './area-table.js';
import { type ShownTracker, trackerQuery } from './follow-responses.graphql.js';
import { RateTable } from './rate-table.js';
import { RingList } from './ring-list.js';
import { SilenceMap } from './silence-map.js';
import { TrackerControls } from './tracker-controls.js';
import type { TrackerState } from './tracker-state.js';
import { useTrackerState } from './use-tracker-state.js';

/** How often the tracker is asked for again while the page is in sight. */
const REFRESH_MS = 20_000;

/** How the replies of a round come in, whom to ring, and what is still needed. For those who may see a live round. */
export function FollowResponses({ roundId }: { readonly roundId: string }) {
  const { state, unknown, change } = useTrackerState();
  const { level, threshold, eligibleShare, question } = state;
  const [{ data, error }, again] = useQuery({
    query: trackerQuery,
    variables: { roundId, level, threshold, eligibleShare, question },
    requestPolicy: 'cache-and-network',
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' });
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [again]);

  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the replies" />;
  const { tracker } = data;
  return (
    <>
      {unknown.length > 0 && (
        <InsetText>
          <p>
            The address asks for something that is not understood: {unknown.join(', ')}. It was left out, and
            everything else is shown.
          </p>
        </InsetText>
      )}
      <h2>Replies so far</h2>
      <RepliesInEngland tracker={tracker} />
      <h2>By area or kind of site</h2>
      <TrackerControls state={state} questions={tracker.questions} onChange={change} />
      <p role="status">
        {countOf(tracker.areas.length, 'group')}. Threshold {tracker.threshold}: a question is settled once it
        is certain whether {tracker.threshold} of the hospitals or more would say yes. Otherwise the table
        says how many further replies that takes, at least and at most.
      </p>
      <AreaTable tracker={tracker} state={state} onChange={change} />
      <h2>Response rates</h2>
      <RateTable tracker={tracker} />
      <h2>Whom to ring</h2>
      <p className="la-no-print">
        Somebody answers on the telephone, or sends a form on paper?{' '}
        <Link to="?tab=recorded">Record the answer</Link>
      </p>
      <RingList tracker={tracker} page={state.page} onPage={(page) => change({ page })} />
      <MapOfSilence tracker={tracker} open={state.map} onChange={change} />
    </>
  );
}

function RepliesInEngland({ tracker }: { readonly tracker: ShownTracker }) {
  const { frame, invited, opened, bounced, started, submitted, silent } = tracker.england;
  const of = (count: number): string => `${count} of ${frame} hospitals`;
  return (
    <>
      <SummaryList
        rows={[
          { name: 'Invited', value: of(invited) },
          { name: 'Opened', value: of(opened) },
          { name: 'Bounced', value: of(bounced) },
          { name: 'Started', value: of(started) },
          { name: 'Submitted', value: of(submitted) },
          { name: 'Silent', value: of(silent) },
        ]}
      />
      <p className="la-source">
        As at {formatMoment(tracker.asAt)}. Units are hospitals of the frame, never forms. Invited: at least
        one personal link was made and, where it goes by mail, sent. Opened: a link that was mailed was
        opened, by a person or by a scanner of mail. Bounced: every invitation came back. Forms that came
        another way count as started and submitted without an invitation.
      </p>
    </>
  );
}

interface MapOfSilenceProps {
  readonly tracker: ShownTracker;
  readonly open: boolean;
  readonly onChange: (change: Partial<TrackerState>) => void;
}

function MapOfSilence({ tracker, open, onChange }: MapOfSilenceProps) {
  if (tracker.toRing.length === 0) return null;
  return (
    <section aria-labelledby="silence-heading">
      <h2 id="silence-heading">Map of silence</h2>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small la-no-print"
        aria-expanded={open}
        onClick={() => onChange({ map: !open })}
      >
        {open ? 'Hide the map' : 'Show the map'}
      </button>
      {open && <SilenceMap tracker={tracker} />}
    </section>
  );
}
