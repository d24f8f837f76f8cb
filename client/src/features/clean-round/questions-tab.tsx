import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ShownCleaning } from './clean-round.graphql.js';
import {
  closeSiteQueryMutation,
  recordSiteAnswerMutation,
  siteQueriesQuery,
} from './site-queries.graphql.js';

interface QuestionsTabProps {
  readonly cleaning: ShownCleaning;
  readonly onChanged: () => void;
}

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'dont_know', label: 'Don’t know' },
] as const;
const STATES = { waiting: 'waits for the site', answered: 'answered', closed: 'closed' } as const;
const answerWords = (answer: string | null): string =>
  ANSWERS.find(({ value }) => value === answer)?.label ?? 'no answer yet';

/** What sites were asked and what they answered; an answer by telephone is written down here. */
export function QuestionsTab({ cleaning, onChanged }: QuestionsTabProps) {
  const { roundId } = cleaning;
  const [{ data, error }, again] = useQuery({
    query: siteQueriesQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [, record] = useMutation(recordSiteAnswerMutation);
  const [, close] = useMutation(closeSiteQueryMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const after = (words: string, found: readonly Problem[]) => {
    setProblems(found);
    setSaid(found.length === 0 ? words : '');
    again({ requestPolicy: 'network-only' });
    onChanged();
  };
  const answer = async (id: string, value: (typeof ANSWERS)[number]['value']) => {
    const { data: sent, error: failed } = await record({ roundId, id, answer: value });
    const outcome = sent?.recordSiteAnswer;
    after(
      'The answer is written down and waits in the queue.',
      failed ? [toProblem(failed)] : outcome?.__typename === 'CleaningRefused' ? outcome.problems : [],
    );
  };
  const drop = async (id: string) => {
    const { data: sent, error: failed } = await close({ roundId, id });
    const outcome = sent?.closeSiteQuery;
    after(
      'The question is closed.',
      failed ? [toProblem(failed)] : outcome?.__typename === 'CleaningRefused' ? outcome.problems : [],
    );
  };
  const queries = data?.siteQueries ?? [];
  return (
    <>
      <h2>Questions to sites</h2>
      <p role="status">{said}</p>
      <ProblemList heading="Nothing was stored" problems={problems} />
      {error && !data && <ProblemNotice problem={toProblem(error)} />}
      {!data && !error && <p>Loading the questions…</p>}
      {data && queries.length === 0 && <p>No site has been asked yet.</p>}
      {queries.length > 0 && (
        <DataTable
          caption="Questions, the latest first"
          columns={[
            { id: 'hospital', heading: 'Hospital', names: true, cell: ({ hospital }) => hospital },
            { id: 'about', heading: 'About', cell: ({ about }) => about },
            {
              id: 'asked',
              heading: 'Asked',
              cell: ({ askedAt, askedBy, way }) =>
                `${formatMoment(askedAt)}, ${way === 'mail' ? 'by e-mail' : 'by telephone'}, ${askedBy}`,
            },
            { id: 'state', heading: 'Now', cell: ({ state }) => STATES[state] },
            { id: 'answer', heading: 'Answer', cell: (query) => answerWords(query.answer) },
            {
              id: 'do',
              heading: 'Write down or close',
              cell: ({ id, state, hospital }) =>
                state === 'waiting' && (
                  <>
                    {ANSWERS.map(({ value, label }) => (
                      <button
                        key={value}
                        type="button"
                        className="la-link-button"
                        onClick={() => void answer(id, value)}
                      >
                        {label}
                        <span className="nhsuk-u-visually-hidden">, answered {hospital}</span>
                      </button>
                    ))}
                    <button type="button" className="la-link-button" onClick={() => void drop(id)}>
                      Close<span className="nhsuk-u-visually-hidden"> the question to {hospital}</span>
                    </button>
                  </>
                ),
            },
          ]}
          rows={queries}
          keyOf={({ id }) => id}
        />
      )}
    </>
  );
}
