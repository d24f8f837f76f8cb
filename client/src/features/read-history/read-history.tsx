import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Permitted } from '../../components/permitted.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { EventTable } from './event-table.js';
import { HistoryFilters } from './history-filters.js';
import { type HistoryState, parseHistoryState, toHistoryPath } from './history-state.js';
import { historyQuery, type ShownHistory } from './read-history.graphql.js';

/** The history that the address asks for, for survey leads and administrators. */
export function ReadHistory() {
  return (
    <Permitted any={['ReadHistory']}>
      {({ permissions }) => <AskedHistory linksPeople={permissions.includes('ManagePeople')} />}
    </Permitted>
  );
}

function AskedHistory({ linksPeople }: { readonly linksPeople: boolean }) {
  const [parameters, setParameters] = useSearchParams();
  const state = parseHistoryState(parameters);
  if (state === null)
    return (
      <InsetText>
        <p>
          The address does not say whose history to show. A survey lead finds the link on the page of a round
          or a frame, an administrator on the page <Link to="/manage/people">People</Link>.
        </p>
      </InsetText>
    );
  const change = (changed: Partial<HistoryState>) =>
    setParameters(toHistoryPath({ ...state, before: null, ...changed }).split('?')[1] ?? '', {
      preventScrollReset: true,
    });
  return (
    <FoundHistory
      key={`${state.kind} ${state.id} ${state.round}`}
      state={state}
      linksPeople={linksPeople}
      onChange={change}
    />
  );
}

interface FoundHistoryProps {
  readonly state: HistoryState;
  readonly linksPeople: boolean;
  readonly onChange: (change: Partial<HistoryState>) => void;
}

function FoundHistory({ state, linksPeople, onChange }: FoundHistoryProps) {
  const { round, ...asked } = state;
  const [{ data, error, fetching }, again] = useQuery({
    query: historyQuery,
    variables: { ...asked, roundId: round },
    requestPolicy: 'cache-and-network',
  });
  if (error && !fetching)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the history" />;
  const { history } = data;
  return (
    <>
      <SyntheticNotice kind={history.synthetic ? 'synthetic' : ''} />
      <h2>{headingOf(state, history)}</h2>
      <p>
        The latest first. Nothing here can be changed or removed. Answers and comments are not part of it: it
        says that something changed, not what a team wrote.
      </p>
      {/* Starts anew when the address changes by itself, for instance by the Back button. */}
      <HistoryFilters key={`${state.from} ${state.to}`} state={state} onChange={onChange} />
      <p role="status">{countWords(state, history)}</p>
      {history.events.length > 0 && (
        <EventTable
          caption={`${history.title}: what happened`}
          events={history.events}
          linksPeople={linksPeople}
          ownId={state.id}
        />
      )}
      <Pages state={state} older={history.older} />
    </>
  );
}

function Pages({ state, older }: { readonly state: HistoryState; readonly older: number | null }) {
  if (older === null && state.before === null) return null;
  return (
    <nav className="la-no-print" aria-label="Pages of the history">
      <ul className="la-history-pages">
        {state.before !== null && (
          <li>
            <Link to={toHistoryPath({ ...state, before: null })}>Latest events</Link>
          </li>
        )}
        {older !== null && (
          <li>
            <Link to={toHistoryPath({ ...state, before: older })}>Earlier events</Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function headingOf({ kind }: HistoryState, { title, roundTitle }: ShownHistory): string {
  return roundTitle === '' || kind === 'round' ? title : `${title}, ${roundTitle}`;
}

function countWords({ group, from, to, before }: HistoryState, { events, older }: ShownHistory): string {
  const isNarrowed = group !== '' || from !== '' || to !== '';
  if (events.length === 0)
    return isNarrowed || before !== null
      ? 'Nothing happened that fits these choices.'
      : 'Nothing has happened yet.';
  const more = older === null ? '' : '; there are earlier ones';
  return `${countOf(events.length, 'event')}${more}.`;
}
