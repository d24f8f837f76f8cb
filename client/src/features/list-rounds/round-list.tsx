import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { SummaryList } from '../../components/summary-list.js';
import { releaseKindWords, roundKindWords, roundStateWords } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { roundsQuery } from './list-rounds.graphql.js';

/** Every round: what kind of truth it holds, where it stands, its latest release. */
export function RoundList() {
  const [{ data, error }, again] = useQuery({ query: roundsQuery });
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the rounds" />;
  if (data.rounds.length === 0) return <p>No round has been set up on this server yet.</p>;
  return (
    <>
      {data.rounds.map((round) => (
        <section key={round.id} aria-labelledby={`round-${round.id}`}>
          <h2 id={`round-${round.id}`}>
            {round.latestRelease ? <Link to={`/rounds/${round.id}`}>{round.title}</Link> : round.title}
          </h2>
          <SyntheticNotice kind={round.kind} />
          <SummaryList
            rows={[
              { name: 'What it holds', value: roundKindWords(round.kind) },
              { name: 'State', value: roundStateWords(round.state) },
              { name: 'Answers collected', value: round.fieldwork },
              { name: 'Questionnaire', value: `version ${round.instrumentVersion}` },
              {
                name: 'Latest release',
                value: round.latestRelease
                  ? `number ${round.latestRelease.number}, ${dayInWords(round.latestRelease.publishedAt)}, ${releaseKindWords(round.latestRelease.kind)}`
                  : 'none yet; nothing of this round is public',
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}
