import { RECORD_KINDS, RECORD_WORDS } from '@liaison-atlas/shared/privacy/record-kinds';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { privacyNoticeQuery } from './privacy-notice.graphql.js';

/** Kinds that are no record of their own for a reader: what they say stands under others. */
const LEFT_OUT = new Set(['mentions', 'fixed_mentions', 'new_address']);

/** What is kept about people, why, for how long, and whom to ask; every figure comes from the settings. */
export function PrivacyNotice() {
  const [{ data, error }, again] = useQuery({ query: privacyNoticeQuery });
  const retry = () => again({ requestPolicy: 'network-only' });
  if (error) return <ProblemNotice problem={toProblem(error)} onRetry={retry} />;
  if (!data) return <Loading what="the periods" />;
  const { periods, backups, askAt } = data.privacyNotice;
  return (
    <>
      <h2>What is kept, and why</h2>
      <dl className="nhsuk-summary-list">
        {RECORD_KINDS.filter((kind) => !LEFT_OUT.has(kind)).map((kind) => {
          const { heading, purpose, source, seenBy } = RECORD_WORDS[kind];
          return (
            <div className="nhsuk-summary-list__row" key={kind}>
              <dt className="nhsuk-summary-list__key">{heading}</dt>
              <dd className="nhsuk-summary-list__value">
                {purpose} Where it comes from: {source} Who sees it: {seenBy}.
              </dd>
            </div>
          );
        })}
      </dl>
      <p>
        Answers of teams hold no name and no address of whoever gave them; no question asks for one. On which
        legal basis a round asks stands on its information page.
      </p>
      <h2>For how long</h2>
      <ul>
        {periods.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
      <p>
        Forms that were sent are kept, because every published figure must be possible to recompute; a form
        that is withdrawn by its link is emptied on the spot. The audit trail, the history of roles and the
        wish to get no more mail are kept for good, under pseudonyms or as a hash. {backups}
      </p>
      <h2>What is not kept</h2>
      <p>
        No IP address and no browser of anybody who answers; no cookie of visitors who do not sign in, but for
        the language that a respondent chooses; nothing at a third party. There is no tracking. Links and
        sessions are kept as hashes only.
      </p>
      <h2>Your rights, and whom to ask</h2>
      <p>
        You can ask for a copy of what is kept about you, have it put right or erased, and object to its use.{' '}
        {askAt === '' ? (
          'Ask whoever invited you: answer the mail that you were sent. '
        ) : (
          <>
            Write to <a href={`mailto:${askAt}`}>{askAt}</a>.{' '}
          </>
        )}
        If you have an account, you find a copy on the page of <Link to="/account">your account</Link>. If you
        were invited, each mail has a link by which you get no more of it. Whoever has the link of a form can
        correct and withdraw it. You can complain to the{' '}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.
      </p>
    </>
  );
}
