import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { Permitted } from '../../components/permitted.js';
import { toProblem } from '../../lib/to-problem.js';
import { RecordForm } from './record-form.js';
import { recordedAnswersQuery, reopenMutation, type ShownRecord } from './record-answers.graphql.js';

const STATE_WORDS: Readonly<Record<string, string>> = {
  begun: 'begun, not sent',
  sent: 'sent',
  withdrawn: 'withdrawn',
};

/** Answers taken by telephone or on paper: those there are, and the form that begins another. */
export function RecordAnswers({ roundId }: { readonly roundId: string }) {
  return <Permitted any={['RecordAnswer']}>{() => <Records roundId={roundId} />}</Permitted>;
}

function Records({ roundId }: { readonly roundId: string }) {
  const [{ data, error }, again] = useQuery({
    query: recordedAnswersQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [reopening, reopen] = useMutation(reopenMutation);
  if (error && !data)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the recorded answers" />;
  const goOn = async ({ id }: ShownRecord) => {
    const result = await reopen({ id });
    if (result.data) window.location.assign(result.data.reopenRecordedAnswer.path);
  };
  const records = data.recordedAnswers;
  return (
    <>
      <h2>Telephone and paper answers</h2>
      <p>
        You fill in the same pages as a team does. The answer is marked with the way in which it came, and it
        is noted that you wrote it down. Names of respondents are not kept.
      </p>
      {reopening.error && <ProblemNotice problem={toProblem(reopening.error)} />}
      {records.length === 0 ? (
        <p>No answer of this round was taken by telephone or on paper yet.</p>
      ) : (
        <DataTable<ShownRecord>
          caption="Recorded answers, the newest first"
          columns={[
            { id: 'hospital', heading: 'Hospital', names: true, cell: ({ hospitalName }) => hospitalName },
            { id: 'note', heading: 'How it came', cell: ({ note }) => note },
            { id: 'state', heading: 'State', cell: ({ state }) => STATE_WORDS[state] ?? state },
            {
              id: 'open',
              heading: 'Go on',
              cell: (record) =>
                record.state === 'withdrawn' ? (
                  ''
                ) : (
                  <button
                    type="button"
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    aria-disabled={reopening.fetching}
                    onClick={() => void (reopening.fetching ? undefined : goOn(record))}
                  >
                    Open<span className="nhsuk-u-visually-hidden"> the answer of {record.hospitalName}</span>
                  </button>
                ),
            },
          ]}
          rows={records}
          keyOf={({ id }) => id}
        />
      )}
      <RecordForm roundId={roundId} hospitals={data.liveRound.hospitals} />
    </>
  );
}
