import { useQuery } from 'urql';

import { CodeName } from '../../components/code-name.js';
import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { instrumentsQuery } from './methods.graphql.js';

/** Each version of the questionnaire, question by question, and which answers may be compared across versions. */
export function Questionnaires() {
  const [{ data, error }, again] = useQuery({ query: instrumentsQuery });
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">Questionnaires</h2>
      {error && (
        <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
      )}
      {!data && !error && <Loading what="the questionnaires" />}
      {data?.instruments.map(
        ({ key, version, status, changeNote, contentHash, questions, comparability }) => (
          <div key={`${key}-${version}`}>
            <h3>Version {version}</h3>
            <p>
              {changeNote} Status: {status}. <span className="la-hash">SHA-256 {contentHash}</span>
            </p>
            <Details summary={`Questions of version ${version}`}>
              <DataTable
                caption={`Questions of version ${version}`}
                columns={[
                  {
                    id: 'variable',
                    heading: 'Variable',
                    names: true,
                    cell: (question) => <CodeName name={question.variable} />,
                  },
                  { id: 'text', heading: 'Question', cell: ({ text }) => text },
                  {
                    id: 'options',
                    heading: 'Options',
                    cell: ({ options }) => options.map(({ label }) => label).join(' / ') || 'open',
                  },
                  { id: 'asked', heading: 'Asked', cell: ({ askedWhen }) => askedWhen },
                  { id: 'publication', heading: 'Published', cell: ({ publication }) => publication },
                  { id: 'source', heading: 'Source', cell: ({ source }) => source },
                ]}
                rows={questions}
                keyOf={({ variable }) => variable}
              />
            </Details>
            {comparability.length > 0 && (
              <Details summary={`Comparing version ${version} with earlier ones`}>
                <ul>
                  {comparability.map(({ variable, fromVersion, verdict, note }) => (
                    <li key={`${fromVersion}-${variable}`}>
                      <CodeName name={variable} /> since {fromVersion}: {verdict.replaceAll('_', ' ')}. {note}
                    </li>
                  ))}
                </ul>
              </Details>
            )}
          </div>
        ),
      )}
    </section>
  );
}
