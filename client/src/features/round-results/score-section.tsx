import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { countOf } from '../../lib/format.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { ShownResults } from './shown-results.js';

/** The hospitals that rated integration and may be named, and those with a marker. */
export function ScoreSection({ release }: { readonly release: ShownResults }) {
  const { scores, hospitals } = release;
  const marked = hospitals.filter(
    ({ marker, odsCode }) => marker !== '' && !scores.values.some((value) => value.odsCode === odsCode),
  );
  return (
    <section aria-labelledby="scores-heading">
      <h2 id="scores-heading">Hospitals named for in-reach</h2>
      <p>
        {countOf(scores.n, 'hospital')} with in-reach rated how well care is integrated, from 0 to 100. Each
        score is one respondent’s view, {release.round.fieldwork}; the parent trust may have changed since.
        {scores.median !== null && ` The middle score is ${scores.median}.`}
        {scores.min !== null && scores.max !== null && ` Scores run from ${scores.min} to ${scores.max}.`}
        {scores.mean === null
          ? ' No mean is given: so few opinions have none worth quoting.'
          : ` Their mean, to the whole number, is ${scores.mean}.`}
      </p>
      {scores.values.length > 0 ? (
        <DataTable
          caption="Integration as judged by the liaison team"
          columns={[
            {
              id: 'name',
              heading: 'Hospital',
              names: true,
              cell: ({ odsCode, name }) => <Link to={`/hospitals/${odsCode}`}>{name}</Link>,
            },
            { id: 'score', heading: 'Score of 100', numeric: true, cell: ({ score }) => score },
            {
              id: 'label',
              heading: 'What is reported',
              cell: ({ odsCode }) => {
                const hospital = hospitals.find((one) => one.odsCode === odsCode);
                return hospital ? (
                  <span className="la-with-mark">
                    <LadderMark code={hospital.category} /> <span>{hospital.label}</span>
                  </span>
                ) : (
                  'not listed'
                );
              },
            },
          ]}
          rows={scores.values}
          keyOf={({ odsCode }) => odsCode}
        />
      ) : (
        <p>No score may be published by name.</p>
      )}
      {marked.length > 0 && (
        <>
          <h3>Also noted</h3>
          <ul>
            {marked.map(({ odsCode, name, marker }) => (
              <li key={odsCode}>
                <Link to={`/hospitals/${odsCode}`}>{name}</Link>: {marker}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
