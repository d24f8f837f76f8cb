import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { InsetText, SyntheticNotice } from '../../components/notice.js';
import { csvText } from '../../lib/csv-text.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { saveFile } from '../../lib/save-file.js';
import { PlaceMap, type ShownComparison, type ShownPlace } from './place-map.js';

/** The places side by side: maps, table, whether they are apart, and what to know. */
export function ComparisonView({ comparison }: { readonly comparison: ShownComparison }) {
  const { round, places, rows, pairs, unknown } = comparison;
  const apart = pairs.filter((pair) => pair.apart);
  return (
    <>
      <SyntheticNotice kind={round.kind} />
      {unknown.map((code) => (
        <InsetText key={code}>
          <p>No area, trust or hospital of this round has the code “{code}”: it is left out of the table.</p>
        </InsetText>
      ))}
      {places.length > 0 && (
        <>
          <section aria-labelledby="maps">
            <h2 id="maps">Where they are</h2>
            <div className="la-place-maps">
              {places.map((place) => (
                <PlaceMap key={place.code} place={place} />
              ))}
            </div>
          </section>
          <section aria-labelledby="side-by-side">
            <h2 id="side-by-side">Side by side</h2>
            <DataTable
              caption={`${places.map(({ name }) => name).join(', ')} in ${markedRoundTitle(round)}`}
              columns={[
                {
                  id: 'heading',
                  heading: 'Indicator',
                  names: true,
                  cell: ({ group, heading }) => (
                    <>
                      <span className="la-source la-block">{group}</span> {heading}
                    </>
                  ),
                },
                ...places.map((place, at) => ({
                  id: place.code,
                  heading: place.name,
                  cell: ({ cells }: ShownComparison['rows'][number]) => linesOf(cells[at] ?? 'not known'),
                })),
              ]}
              rows={rows}
              keyOf={({ id }) => id}
            />
          </section>
          {places.length > 1 && (
            <section aria-labelledby="apart">
              <h2 id="apart">Are they apart?</h2>
              {apart.length === 0 && (
                <p>
                  <strong>Cannot say</strong>, for any two of them: their ranges touch, or there is none. A
                  reply from a hospital that has not answered would help most.
                </p>
              )}
              <ul>
                {pairs.map(({ question, a, b, words }) => (
                  <li key={`${question} ${a} ${b}`}>
                    {question}: {words}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <div className="la-no-print">
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary"
              onClick={() => window.print()}
            >
              Print
            </button>{' '}
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary"
              onClick={() => saveFile(toCsv(comparison), `compare-${round.id}.csv`)}
            >
              Download CSV
            </button>
          </div>
          <p className="la-source">
            {markedRoundTitle(round)}, release {comparison.release}, answers as at{' '}
            {dayInWords(comparison.asAt)}. Areas are counted from what is published by name; England as the
            release counts it. “Not known” and “not published” are not “none”. Each range takes everything not
            known for “no”, then for “yes”; places are apart only where their ranges do not touch. Shares from
            five hospitals on. Residents: Office for National Statistics, mid-2019.{' '}
            <Link to="/methods">How figures are made</Link>. Each by itself:{' '}
            {places.map((place, at) => (
              <span key={place.code}>
                {at > 0 && ', '}
                <Link to={pathOf(place, round.id)}>{place.name}</Link>
              </span>
            ))}
            .
          </p>
        </>
      )}
    </>
  );
}

const linesOf = (cell: string) =>
  cell.split('\n').map((line) => (
    <span key={line} className="la-line">
      {line}
    </span>
  ));

const pathOf = ({ code, area }: ShownPlace, round: string): string =>
  area === null ? `/hospitals/${code}` : `/areas/${code}?round=${encodeURIComponent(round)}`;

function toCsv({ round, release, asAt, places, rows, pairs }: ShownComparison): Blob {
  const title = `${markedRoundTitle(round)}, release ${release}, as at ${asAt}`;
  return new Blob(
    [
      csvText([
        [title],
        ['group', 'indicator', ...places.map(({ name, code }) => `${name} (${code})`)],
        ...rows.map(({ group, heading, cells }) => [
          group,
          heading,
          ...cells.map((cell) => cell.replaceAll('\n', '; ')),
        ]),
        ...pairs.map(({ question, words }) => ['apart?', question, words]),
      ]),
    ],
    { type: 'text/csv' },
  );
}
