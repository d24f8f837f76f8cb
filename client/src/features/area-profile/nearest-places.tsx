import { caseStudiesAt } from '@liaison-atlas/shared/commissioning/case-studies';
import { kmWords } from '@liaison-atlas/shared/commissioning/nearest';
import { Link } from 'react-router';

import { InsetText } from '../../components/notice.js';
import type { ShownArea, ShownNear } from './shown-area.js';

interface NearestPlacesProps {
  /** null = nothing to measure from. */
  readonly near: ShownNear | null;
  readonly from: string;
  readonly areaCode: string;
  readonly level: ShownArea['level'];
}

/** The nearest hospitals, and the nearest ones to learn from, by straight line and labelled so. */
export function NearestPlaces({ near, from, areaCode, level }: NearestPlacesProps) {
  if (near === null) return <HowToMeasure from={from} level={level} />;
  const { exemplar, caseStudy } = near;
  return (
    <>
      {near.place && <WhereItLies place={near.place} areaCode={areaCode} />}
      <section aria-labelledby="nearest">
        <h2 id="nearest">Nearest hospitals</h2>
        <p>
          In a straight line from {near.fromWords}: not travel time, and not where patients really go.
          Hospitals in Wales and Scotland are not counted.
        </p>
        <ol>
          {near.hospitals.map(({ place, km }) => (
            <li key={place.odsCode}>
              <Link to={`/hospitals/${place.odsCode}`}>{place.name}</Link>, {kmWords(km)}: {place.label}
            </li>
          ))}
        </ol>
        <h3>Nearest to learn from</h3>
        <ul>
          <li>
            {exemplar ? (
              <>
                Integrated in-reach:{' '}
                <Link to={`/hospitals/${exemplar.place.odsCode}`}>{exemplar.place.name}</Link>,{' '}
                {kmWords(exemplar.km)} ({exemplar.place.label}, as judged by its liaison team)
              </>
            ) : (
              'Integrated in-reach: this round publishes no hospital that is rated partly or well integrated. Others may be.'
            )}
          </li>
          {caseStudy && (
            <li>
              Case study of 2016:{' '}
              {caseStudiesAt(caseStudy.place.odsCode).map(({ slug, title }, at) => (
                <span key={slug}>
                  {at > 0 && '; '}
                  <Link to={`/case-studies/${slug}`}>{title}</Link>
                </span>
              ))}{' '}
              at {caseStudy.place.name}, {kmWords(caseStudy.km)}
            </li>
          )}
        </ul>
      </section>
    </>
  );
}

/** In which ICB and CCG the postcode lies, and how sure that is. */
function WhereItLies({
  place,
  areaCode,
}: {
  readonly place: NonNullable<ShownNear['place']>;
  readonly areaCode: string;
}) {
  const { outcode, postcode, exact, edition } = place;
  return (
    <InsetText>
      <p>
        {postcode || outcode} lies {place.icbMostly && 'mostly '}in{' '}
        {place.icbCode === areaCode ? (
          place.icb
        ) : (
          <Link to={`/areas/${place.icbCode}?from=${encodeURIComponent(postcode || outcode)}`}>
            {place.icb}
          </Link>
        )}
        , and by the CCGs of 2018 {place.ccgMostly ? 'mostly in' : 'in'} {place.ccg}.{' '}
        {exact
          ? `By the official postcode file of ${edition}.`
          : 'This goes by the first half of the postcode and is approximate.'}
        {!exact && edition !== '' && ` The official postcode file of ${edition} does not place it.`}
        {!exact &&
          (place.icbMostly || place.ccgMostly) &&
          ' To be sure, enter a hospital or choose the area.'}
        {place.mostlyOutsideEngland && ' Most of it lies outside England.'}
      </p>
    </InsetText>
  );
}

function HowToMeasure({ from, level }: { readonly from: string; readonly level: ShownArea['level'] }) {
  if (level === 'england' && from === '') return null;
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest">Nearest hospitals</h2>
      <p>
        {from !== '' && `“${from}” is no English postcode or hospital of the survey. `}
        <Link to="/areas">Search for a postcode</Link> to see the nearest hospitals and the nearest to learn
        from.
      </p>
    </section>
  );
}
