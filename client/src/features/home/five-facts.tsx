import { useQuery } from 'urql';

import { CountBar } from '../../components/count-bar.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { fiveFactsQuery } from './home.graphql.js';
import { toFiveFacts } from './to-five-facts.js';

/** How many hospitals answered in 2018, and the five facts with a bar each. */
export function FiveFacts() {
  const [{ data, fetching, error }, again] = useQuery({ query: fiveFactsQuery });
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (fetching) return <Loading what="the five facts of 2018" />;
  if (!data?.release) return <InsetText>The results of 2018 are not loaded on this server.</InsetText>;
  const { responseRate } = data.release;
  return (
    <>
      <InsetText>
        <p>
          {responseRate.answered} of {responseRate.frame} hospitals answered in Dec 2017–Jan 2018. What the
          others would have said is not known.
        </p>
      </InsetText>
      <h2>Five facts of 2018</h2>
      <ul className="la-facts">
        {toFiveFacts(data.release).map(({ id, count, of, text }) => (
          <li key={id}>
            <span className="la-fact__number">{count}</span> {text}
            <CountBar count={count} of={of} />
          </li>
        ))}
      </ul>
      <p className="la-source">
        Each bar is a share of the {responseRate.frame} hospitals. The lines are separate counts: the report
        does not say that the hospitals with in-reach are among those whose IAPT treats MUS or LTCs.
      </p>
    </>
  );
}
