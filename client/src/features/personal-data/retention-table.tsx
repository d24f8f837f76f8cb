import { lengthInWords } from '@liaison-atlas/shared/privacy/retention';
import { useQuery } from 'urql';

import { CodeName } from '../../components/code-name.js';
import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { retentionQuery } from './personal-data.graphql.js';

const unitOf = (unit: string): 'days' | 'months' => (unit === 'days' ? 'days' : 'months');

/** What is erased by time: how it is set here, what is due, and when it goes. */
export function RetentionTable() {
  const [{ data, error }, again] = useQuery({ query: retentionQuery, requestPolicy: 'cache-and-network' });
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <section aria-labelledby="retention">
      <h2 id="retention">What is erased by time</h2>
      <p>Whoever runs the product sets other lengths by the settings named here, and starts it anew.</p>
      {error && !data && <ProblemNotice problem={toProblem(error)} onRetry={retry} />}
      {data && (
        <DataTable
          caption="Periods"
          columns={[
            { id: 'what', heading: 'What', names: true, cell: ({ what }) => what },
            {
              id: 'length',
              heading: 'Kept',
              cell: ({ length, unit, since }) => `${lengthInWords(length, unitOf(unit))} after ${since}`,
            },
            {
              id: 'setting',
              heading: 'Setting',
              cell: ({ setting, standard, length }) => (
                <>
                  <CodeName name={setting} /> {length === standard ? '(default)' : `(default ${standard})`}
                </>
              ),
            },
            { id: 'due', heading: 'Due now', numeric: true, cell: ({ due }) => due.toLocaleString('en-GB') },
            {
              id: 'next',
              heading: 'Next run',
              cell: ({ nextRun }) => (nextRun === null ? 'after the start' : formatMoment(nextRun)),
            },
          ]}
          rows={data.retentionPeriods}
          keyOf={({ key }) => key}
        />
      )}
    </section>
  );
}
