import { DataTable } from '../../components/data-table.js';

const ADDRESSES = [
  ['/open/v1/rounds', 'JSON', 'All rounds with kind, state and latest release.'],
  [
    '/open/v1/rounds/{id}/summary.json',
    'JSON',
    'Frame, forms, indicators with bounds and intervals, scores. Proportions from 0 to 1, unrounded; null = not published by the source.',
  ],
  [
    '/open/v1/rounds/{id}/hospitals.geojson',
    'GeoJSON',
    'One feature a hospital: category, label, kind, asAt.',
  ],
  ['/open/v1/rounds/{id}/hospitals.csv', 'CSV', 'The same rows as a table.'],
  [
    '/open/v1/rounds/{id}/files.json',
    'JSON',
    'Every file of the release with what it holds, bytes and SHA-256.',
  ],
  [
    '/open/v1/rounds/{id}/export.zip',
    'zip',
    'All files of the release: CSV, workbook, SPSS, Stata and R syntax, codebook, data package, DDI, questionnaire.',
  ],
  [
    '/open/v1/frames/acute-ed-2018/hospitals.geojson',
    'GeoJSON',
    'The 175 hospitals of the list, without answers.',
  ],
  ['/open/v1/early-implementers.geojson', 'GeoJSON', 'Areas of the sourced early implementers.'],
  ['/open/v1/areas', 'JSON', 'Regions, ICBs and CCGs of 2018 with level and code.'],
  [
    '/open/v1/areas/{code}.json?round={id}',
    'JSON',
    'One area in a round: a sentence, counts that add up, its hospitals. What is not published is counted as that.',
  ],
  ['/open/v1/case-studies', 'JSON', 'Ten services retold from a report of 2016, by priority area.'],
  ['/graphql', 'GraphQL', 'POST a query; the pages of this site use nothing else.'],
  ['/health/ready', 'JSON', '{"status":"ok"} when the server is ready.'],
] as const;

/** Addresses of the open data, how to ask, what errors look like. */
export function ApiReference() {
  return (
    <section aria-labelledby="api-heading">
      <h2 id="api-heading">Addresses</h2>
      <p>
        No key and no account. Answers carry an <code>ETag</code>: send it back as <code>If-None-Match</code>{' '}
        and get 304 while nothing has changed. Send <code>Accept-Encoding: br, gzip</code> for small answers.
        What stands under <code>/open/v1</code> keeps its members; new ones may be added.
      </p>
      <DataTable
        caption="Open data addresses"
        columns={[
          {
            id: 'path',
            heading: 'GET',
            names: true,
            cell: ([path]) =>
              path.includes('{') || path === '/graphql' ? <code>{path}</code> : <a href={path}>{path}</a>,
          },
          { id: 'format', heading: 'Format', cell: ([, format]) => format },
          { id: 'holds', heading: 'Holds', cell: ([, , holds]) => holds },
        ]}
        rows={ADDRESSES}
        keyOf={([path]) => path}
      />
      <p>
        An error is <code>{'{code, field, message, mend}'}</code>: a stable code, what is at fault, what is
        wrong in plain words, and what to do. A round without a release answers 404 with{' '}
        <code>NOT_RELEASED</code>.
      </p>
      <p>
        Every row of a synthetic round carries <code>kind: synthetic</code>, names that start with DEMO, and
        file names that start with SYNTHETIC. Keep these marks when you pass the data on.
      </p>
      <h3>A map in your own page</h3>
      <p>
        <code>/embed/map</code> takes the same choices in its address as <a href="/map">the map page</a>,
        without header and footer. Keep the attribution line.
      </p>
    </section>
  );
}
