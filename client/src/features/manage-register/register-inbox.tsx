import { isCaseStudyMessage } from '@liaison-atlas/shared/commissioning/case-study-message';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Pagination } from '../../components/pagination.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { usePageInAddress } from '../../lib/use-page-in-address.js';
import { ProposalCard } from './proposal-card.js';
import {
  decideCorrectionMutation,
  registerInboxQuery,
  type WaitingCorrection,
} from './register-inbox.graphql.js';
import { VerdictButtons } from './verdict-buttons.js';

const SIZE = 10;

/** `/manage/services`: corrections of readers and facts of releases that wait for a person; the pages are in the address. */
export function RegisterInbox() {
  const [letters, turnLetters] = usePageInAddress('corrections');
  const [facts, turnFacts] = usePageInAddress('facts');
  const [{ data, error }, again] = useQuery({
    query: registerInboxQuery,
    variables: { offset: (letters - 1) * SIZE, limit: SIZE },
    requestPolicy: 'cache-and-network',
  });
  const [said, setSaid] = useState('');
  const lettersHeading = useRef<HTMLHeadingElement>(null);
  const factsHeading = useRef<HTMLHeadingElement>(null);
  const waiting = data?.registerInbox.correctionsWaiting;
  const letterPages = pagesOf(waiting ?? 0);
  useEffect(() => {
    // The last of a page has been decided, or the address names a page that is not there.
    if (waiting !== undefined && letters > letterPages) turnLetters(letterPages);
  }, [waiting, letters, letterPages, turnLetters]);
  const reload = () => again({ requestPolicy: 'network-only' });
  const done = (what: string, heading: RefObject<HTMLHeadingElement | null>) => {
    setSaid(what);
    reload();
    // What was decided leaves the list, and with it the button that had the focus.
    heading.current?.focus();
  };
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="what waits" />;
  const { corrections, correctionsWaiting, proposals } = data.registerInbox;
  const factPages = pagesOf(proposals.length);
  const shown = Math.min(facts, factPages);
  return (
    <>
      <p role="status">{said}</p>
      <p>
        <Link to="/manage/services/new">Enter a service</Link>
      </p>
      <section aria-labelledby="corrections">
        <h2 id="corrections" tabIndex={-1} ref={lettersHeading}>
          Corrections from readers ({correctionsWaiting})
        </h2>
        {correctionsWaiting === 0 ? (
          <p>None waits.</p>
        ) : (
          <ul className="la-entries">
            {corrections.map((correction) => (
              <Correction
                key={correction.id}
                correction={correction}
                onDone={(what) => done(what, lettersHeading)}
              />
            ))}
          </ul>
        )}
        <Pagination
          page={Math.min(letters, letterPages)}
          pages={letterPages}
          what="corrections"
          onPage={(page) => {
            turnLetters(page);
            lettersHeading.current?.focus();
          }}
        />
      </section>
      <section aria-labelledby="proposals">
        <h2 id="proposals" tabIndex={-1} ref={factsHeading}>
          Facts of released rounds ({proposals.length})
        </h2>
        <p>
          Nothing enters the register by itself. Synthetic rounds propose nothing; what is declined stays
          declined.
        </p>
        {proposals.length === 0 ? (
          <p>None waits.</p>
        ) : (
          <ul className="la-entries">
            {proposals.slice((shown - 1) * SIZE, shown * SIZE).map((proposal) => (
              <ProposalCard
                key={proposal.key}
                proposal={proposal}
                onDone={(what) => done(what, factsHeading)}
              />
            ))}
          </ul>
        )}
        <Pagination
          page={shown}
          pages={factPages}
          what="proposals"
          onPage={(page) => {
            turnFacts(page);
            factsHeading.current?.focus();
          }}
        />
      </section>
    </>
  );
}

const pagesOf = (entries: number): number => Math.max(1, Math.ceil(entries / SIZE));

function Correction({
  correction,
  onDone,
}: {
  readonly correction: WaitingCorrection;
  readonly onDone: (said: string) => void;
}) {
  const { id, serviceId, serviceName, odsCode, hospital, text, createdAt, wantsAnswer } = correction;
  const [, send] = useMutation(decideCorrectionMutation);
  const isCaseStudy = isCaseStudyMessage(text);
  const about =
    [serviceName, hospital].filter((each) => each !== '').join(', ') ||
    (isCaseStudy ? 'a case study' : 'a service that is missing');
  const decide = async (accepted: boolean, reason: string): Promise<readonly Problem[]> => {
    const outcome = await send({ id, verdict: accepted ? 'accepted' : 'declined', reason });
    if (outcome.error) return [toProblem(outcome.error)];
    const result = outcome.data?.decideCorrection;
    if (result?.__typename !== 'RegisterDone') return result?.problems ?? [];
    onDone(`${about}: ${result.said}`);
    return [];
  };
  return (
    <li>
      <h3>
        {isCaseStudy ? (
          'A case study for the library'
        ) : serviceId === '' ? (
          'A service that is missing'
        ) : (
          <Link to={`/services/${serviceId}`}>{serviceName}</Link>
        )}
        {odsCode !== '' && (
          <>
            {', '}
            <Link to={`/hospitals/${odsCode}`}>{hospital}</Link>
          </>
        )}
      </h3>
      <p>
        {formatMoment(createdAt)}. {wantsAnswer ? 'Wants to hear what came of it.' : 'Wants no answer.'}
      </p>
      <blockquote className="la-mail">{text}</blockquote>
      {isCaseStudy ? (
        <p>
          Ask back what is not clear, have it written up in the <Link to="/case-studies">library</Link> in
          words of its own, then note it as taken over.
        </p>
      ) : (
        <p>
          <Link to={serviceId === '' ? '/manage/services/new' : `/manage/services/${serviceId}`}>
            {serviceId === '' ? 'Enter the service' : 'Change the service'}
          </Link>{' '}
          first, then note it as taken over.
        </p>
      )}
      <VerdictButtons
        about={about}
        accept="It has been taken over"
        reasonHint={wantsAnswer ? 'It is mailed to who sent the correction.' : 'Kept with the decision.'}
        onDecide={decide}
      />
    </li>
  );
}
