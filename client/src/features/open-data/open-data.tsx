import type { ResultOf } from 'gql.tada';
import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { formatCount } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { EmbedSnippet } from './embed-snippet.js';
import { openDataQuery } from './open-data.graphql.js';
import { RoundFiles } from './round-files.js';

/** Downloads by round, and the sources with licence and the attribution each asks for. */
export function OpenData() {
  const [{ data, error }, again] = useQuery({ query: openDataQuery });
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="downloads and sources" />;
  return (
    <>
      <section aria-labelledby="downloads-heading">
        <h2 id="downloads-heading">Downloads</h2>
        <DataTable
          caption="Released rounds"
          columns={[
            {
              id: 'title',
              heading: 'Round',
              names: true,
              cell: markedRoundTitle,
            },
            {
              id: 'release',
              heading: 'Release',
              cell: ({ latestRelease }) =>
                latestRelease
                  ? `${latestRelease.number}, ${dayInWords(latestRelease.publishedAt)}`
                  : 'none yet',
            },
            {
              id: 'files',
              heading: 'Files',
              cell: ({ id, latestRelease }) =>
                latestRelease ? (
                  <ul className="la-inline-list la-files">
                    {[
                      'summary.json',
                      'hospitals.csv',
                      'hospitals.geojson',
                      'fhir-bundle.json',
                      'report.html',
                      'report.docx',
                      'report.pdf',
                      'export.zip',
                    ].map((file) => (
                      <li key={file}>
                        <a href={`/open/v1/rounds/${encodeURIComponent(id)}/${file}`}>
                          {file}
                          <span className="nhsuk-u-visually-hidden"> of {id}</span>
                        </a>
                      </li>
                    ))}
                  </ul>
                ) : (
                  'nothing is public yet'
                ),
            },
          ]}
          rows={data.rounds}
          keyOf={({ id }) => id}
        />
      </section>
      <RoundFiles rounds={releasedRounds(data.rounds)} />
      <EmbedSnippet rounds={releasedRounds(data.rounds)} />
      <section aria-labelledby="sources-heading">
        <h2 id="sources-heading">Reference data: sources, licences, attributions</h2>
        <DataTable
          caption="Reference data"
          columns={[
            {
              id: 'title',
              heading: 'Table',
              names: true,
              cell: ({ title, file }) => (
                <>
                  {title} <code className="la-block">{file}</code>
                </>
              ),
            },
            { id: 'vintage', heading: 'As at', cell: ({ vintage }) => vintage },
            { id: 'rows', heading: 'Rows', numeric: true, cell: ({ rows }) => formatCount(rows) },
            { id: 'licence', heading: 'Licence', cell: ({ licence }) => licence },
            {
              id: 'attribution',
              heading: 'Attribution',
              cell: ({ attribution, note }) => (
                <>
                  {attribution} {note}
                </>
              ),
            },
          ]}
          rows={data.referenceSources}
          keyOf={({ file }) => file}
        />
      </section>
    </>
  );
}

/** Rounds of which something is public, by their marked titles. */
const releasedRounds = (rounds: ResultOf<typeof openDataQuery>['rounds']) =>
  rounds
    .filter(({ latestRelease }) => latestRelease !== null)
    .map((round) => ({ id: round.id, title: markedRoundTitle(round) }));
