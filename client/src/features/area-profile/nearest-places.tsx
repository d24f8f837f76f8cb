import { caseStudiesAt } from '@liaison-atlas/shared/commissioning/case-studies';
import { isIntegratedExemplar, kmWords, nearestTo } from '@liaison-atlas/shared/commissioning/nearest';
import type { Position } from '@liaison-atlas/shared/frame/distance-km';
import { Link } from 'react-router';

import type { ShownAreaHospital } from './shown-area.js';

interface NearestPlacesProps {
  readonly from: Position;
  /** What the distances are measured from, in words. */
  readonly fromWords: string;
  readonly hospitals: readonly ShownAreaHospital[];
}

/** The nearest hospitals, and the nearest ones to learn from, by straight line and labelled so. */
export function NearestPlaces({ from, fromWords, hospitals }: NearestPlacesProps) {
  const [exemplar] = nearestTo(
    from,
    hospitals.filter(({ category }) => isIntegratedExemplar(category)),
    1,
  );
  const [study] = nearestTo(
    from,
    hospitals.filter(({ odsCode }) => caseStudiesAt(odsCode).length > 0),
    1,
  );
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest">Nearest hospitals</h2>
      <p>
        In a straight line from {fromWords}: not travel time, and not where patients really go. Hospitals in
        Wales and Scotland are not counted.
      </p>
      <ol>
        {nearestTo(from, hospitals, 3).map(({ place, km }) => (
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
        {study && (
          <li>
            Case study of 2016:{' '}
            {caseStudiesAt(study.place.odsCode).map(({ slug, title }) => (
              <Link key={slug} to={`/case-studies/${slug}`}>
                {title}
              </Link>
            ))}{' '}
            at {study.place.name}, {kmWords(study.km)}
          </li>
        )}
      </ul>
    </section>
  );
}
