import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { InsetText } from '../../components/notice.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { ShownAreaHospital } from './shown-area.js';

/** The hospitals of an area with what the round publishes of each. */
export function AreaHospitals({
  name,
  hospitals,
}: {
  readonly name: string;
  readonly hospitals: readonly ShownAreaHospital[];
}) {
  return (
    <section aria-labelledby="hospitals">
      <h2 id="hospitals" tabIndex={-1}>
        Hospitals
      </h2>
      {hospitals.length === 0 ? (
        <InsetText>
          <p>
            No hospital of the survey lies in this area. People here use hospitals elsewhere: enter a postcode
            to see the nearest.
          </p>
        </InsetText>
      ) : (
        <DataTable
          caption={`Hospitals in ${name}`}
          columns={[
            {
              id: 'name',
              heading: 'Hospital',
              names: true,
              cell: (one) => <Link to={`/hospitals/${one.odsCode}`}>{one.name}</Link>,
            },
            {
              id: 'trust',
              heading: 'Trust (2018)',
              cell: ({ trust, trustCode }) => <Link to={`/trusts/${trustCode}`}>{trust}</Link>,
            },
            {
              id: 'label',
              heading: 'What is reported',
              cell: ({ category, label, score, marker }) => (
                <>
                  <span className="la-with-mark">
                    <LadderMark code={category} /> {label}
                  </span>
                  {/* What was taken over from a report says the score itself. */}
                  {score !== null && !marker.startsWith('Integration ' + score) && (
                    <> Integration {score} of 100.</>
                  )}
                  {marker !== '' && <span className="la-source"> {marker}</span>}
                </>
              ),
            },
          ]}
          rows={hospitals}
          keyOf={({ odsCode }) => odsCode}
        />
      )}
    </section>
  );
}
