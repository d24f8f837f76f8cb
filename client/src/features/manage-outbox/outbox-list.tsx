import type { ResultOf } from 'gql.tada';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { countIn, countsInWords, mailStateWords, maySendAgain } from './mail-words.js';
import { outboxPlacesQuery, outboxQuery, sendAgainMutation } from './manage-outbox.graphql.js';
import { SendAllAgain } from './send-all-again.js';

type Message = ResultOf<typeof outboxQuery>['outbox']['messages'][number];

const REFRESH_MS = 10_000;
const ACCOUNTS = { value: '', label: 'Accounts: sign-in links and welcomes' };

/** What has gone out, what waits and what could not be sent; without a mail server, the place where mail is read. */
export function OutboxList() {
  const [{ data, error }, again] = useQuery({ query: outboxPlacesQuery });
  const [params, setParams] = useSearchParams();
  const retry = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={retry} />;
  if (!data) return <Loading what="the outbox" />;
  const rounds = data.rounds.filter(({ kind }) => kind !== 'published_facts');
  // A round that is not known, in an address typed by hand, is the accounts: what the list then says it shows.
  const chosen = rounds.find(({ id }) => id === params.get('round'))?.id ?? '';
  return (
    <>
      <SelectField
        label="Mail about"
        value={chosen}
        choices={[ACCOUNTS, ...rounds.map(({ id, title }) => ({ value: id, label: `Round: ${title}` }))]}
        onChange={(round) => setParams(round === '' ? {} : { round }, { replace: true })}
      />
      <Messages key={chosen} roundId={chosen} />
    </>
  );
}

function Messages({ roundId }: { readonly roundId: string }) {
  const [{ data, error, fetching }, again] = useQuery({
    query: outboxQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [sending, send] = useMutation(sendAgainMutation);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' });
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [again]);
  const reload = () => again({ requestPolicy: 'network-only' });
  const sendAgain = async (id: string) => {
    await send({ id });
    reload();
  };
  if (error && !fetching) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the outbox" />;
  const { sends, messages, counts } = data.outbox;
  return (
    <>
      {!sends && (
        <InsetText>
          <p>
            No mail server is set, so nothing is sent: what would go out waits here and can be read. Links
            that sign somebody in are shown to nobody.
          </p>
        </InsetText>
      )}
      {sending.error && <ProblemNotice problem={toProblem(sending.error)} />}
      <p role="status">
        {messages.length === 0 ? 'There is no mail yet.' : `All mail: ${countsInWords(counts)}.`}
      </p>
      <SendAllAgain
        roundId={roundId}
        inDoubt={countIn(counts, 'in_doubt')}
        underway={countIn(counts, 'queued', 'sending')}
        onDone={reload}
      />
      {messages.length > 0 && (
        <DataTable<Message>
          caption={`${messages.length === 1 ? '1 message' : `${messages.length} messages`}: what was not sent or is in doubt, then the newest`}
          columns={[
            { id: 'to', heading: 'To', names: true, cell: ({ recipient }) => recipient },
            {
              id: 'what',
              heading: 'Message',
              cell: ({ subject, body }) => (
                <Details summary={subject}>
                  <p className="la-mail">{body}</p>
                </Details>
              ),
            },
            { id: 'queued', heading: 'Queued', cell: ({ createdAt }) => formatMoment(createdAt) },
            {
              id: 'state',
              heading: 'State',
              cell: (message) => <StateOf {...message} onAgain={sendAgain} />,
            },
          ]}
          rows={messages}
          keyOf={({ id }) => id}
        />
      )}
    </>
  );
}

function StateOf(message: Message & { readonly onAgain: (id: string) => Promise<void> }) {
  const { id, state, sentAt, reason, recipient, attempts, dueAt } = message;
  return (
    <>
      {mailStateWords(state)}
      {sentAt !== null && `, ${formatMoment(sentAt)}`}
      {state === 'queued' && attempts > 0 && `, next attempt ${formatMoment(dueAt)}`}
      {reason !== '' && <div className="la-source">{reason}</div>}
      {maySendAgain(state) && (
        <button type="button" className="la-link-button" onClick={() => void message.onAgain(id)}>
          Send again{state === 'in_doubt' && ' (they may get two)'}
          <span className="nhsuk-u-visually-hidden"> to {recipient}</span>
        </button>
      )}
    </>
  );
}
