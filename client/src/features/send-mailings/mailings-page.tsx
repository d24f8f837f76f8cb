import { useEffect } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { toProblem } from '../../lib/to-problem.js';
import { MailingTable } from './mailing-table.js';
import { firstTextsQuery, mailingListsQuery, mailingsQuery } from './send-mailings.graphql.js';
import { ThanksForm } from './thanks-form.js';
import { WriteMailing } from './write-mailing.js';

/** How often progress is asked for: while something is being sent, and at rest. */
const SENDING_MS = 2000;
const RESTING_MS = 20_000;

/** Invitations, reminders and thanks of a round; for its lead only. */
export function MailingsPage({ roundId }: { readonly roundId: string }) {
  const path = `/manage/rounds/${encodeURIComponent(roundId)}`;
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: `Round ${roundId}`, path },
  ];
  return (
    <Page heading="Invitations and reminders" caption={`Round ${roundId}`} crumbs={crumbs} wide>
      <Permitted any={['ManageContacts']}>
        {() => (
          <>
            <p>
              <Link to={`${path}/contacts`}>Contacts</Link> and what became of each mail in the{' '}
              <Link to={`/manage/outbox?round=${encodeURIComponent(roundId)}`}>outbox</Link>
            </p>
            <Mailings roundId={roundId} />
          </>
        )}
      </Permitted>
    </Page>
  );
}

function Mailings({ roundId }: { readonly roundId: string }) {
  const [{ data, error, fetching }, again] = useQuery({
    query: mailingsQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: lists }] = useQuery({
    query: mailingListsQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: texts, error: textsError }] = useQuery({ query: firstTextsQuery, variables: { roundId } });
  const isSending = data?.mailings.some(
    ({ queued, sending, state }) => state === 'sending' || queued + sending > 0,
  );
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' });
      },
      isSending ? SENDING_MS : RESTING_MS,
    );
    return () => clearInterval(timer);
  }, [again, isSending]);
  const reload = () => again({ requestPolicy: 'network-only' });
  const failed = (data ? undefined : error) ?? textsError;
  if (failed && !fetching) return <ProblemNotice problem={toProblem(failed)} onRetry={reload} />;
  if (!data || !texts) return <Loading what="the mailings" />;
  const thanks = data.mailings.find(({ kind }) => kind === 'thanks') ?? null;
  return (
    <>
      <MailingTable mailings={data.mailings} onChanged={reload} />
      <WriteMailing
        roundId={roundId}
        lists={lists?.contacts.lists ?? []}
        first={texts.firstMailTexts}
        onSent={reload}
      />
      <ThanksForm
        key={thanks?.id ?? ''}
        roundId={roundId}
        thanks={thanks}
        first={texts.firstMailTexts.thanks}
        onChanged={reload}
      />
    </>
  );
}
