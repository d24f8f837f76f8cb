import { caseStudiesByPriority } from '@liaison-atlas/shared/commissioning/case-studies';
import { prioritiesFor } from '@liaison-atlas/shared/commissioning/priorities-for';
import { Link } from 'react-router';

import type { ShownArea, ShownAreaHospital } from './shown-area.js';

/** Need, workforce, standards and readiness: each a sheet of its own, filled in as far as the area is known. */
export function Plans({ area }: { readonly area: ShownArea }) {
  const { population } = area;
  const people = population === null ? '' : `?p=${population.total}`;
  return (
    <>
      <section aria-labelledby="need">
        <h2 id="need" tabIndex={-1}>
          Need
        </h2>
        {population === null ? (
          <p>
            How many people live here is <strong>not known</strong>
            {area.level === 'trust' && ': a trust has no residents of its own'}. Enter the number you plan
            for: <Link to="/estimate/need">Estimate the need</Link>.
          </p>
        ) : (
          <p>
            {population.total.toLocaleString('en-GB')} people lived here in the middle of 2019,{' '}
            {population.adults.toLocaleString('en-GB')} of them adults (residents, not registered patients;
            Office for National Statistics): <Link to={`/estimate/need${people}`}>Estimate the need</Link>,
            and <Link to="/estimate/benefits">what recoveries may be worth</Link>.
          </p>
        )}
      </section>
      <section aria-labelledby="workforce">
        <h2 id="workforce" tabIndex={-1}>
          Workforce
        </h2>
        <p>
          Staff today are <strong>not known</strong> here: enter them.{' '}
          <Link to={`/estimate/workforce${people}`}>Plan the workforce</Link> by role, and{' '}
          <Link to="/estimate/training">top-up training</Link>.
        </p>
      </section>
      <section aria-labelledby="standards">
        <h2 id="standards" tabIndex={-1}>
          Standards
        </h2>
        <p>
          Waiting, access, recovery and paired scores are <strong>not reported</strong> to this atlas.{' '}
          <Link to="/standards">Check your own counts</Link>: they stay in your browser unless you keep them
          in a scheme.
        </p>
      </section>
      <section aria-labelledby="readiness">
        <h2 id="readiness" tabIndex={-1}>
          Readiness
        </h2>
        <p>
          <Link to="/readiness">Go through the twelve requirements</Link> and what follows; what is left stays
          “not known”.
        </p>
      </section>
    </>
  );
}

/** Case studies for what is reported absent or weak, each with the reason. */
export function Elsewhere({ hospitals }: { readonly hospitals: readonly ShownAreaHospital[] }) {
  const suggested = prioritiesFor(hospitals.map(({ category }) => category));
  const library = caseStudiesByPriority();
  const learning = hospitals.filter(({ category }) => prioritiesFor([category]).length > 0);
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps" tabIndex={-1}>
        Who has solved it elsewhere
      </h2>
      {suggested.length === 0 ? (
        <p>
          Nothing is published as absent or weak here, which does not mean that nothing is.{' '}
          <Link to="/case-studies">All case studies</Link>
        </p>
      ) : (
        <ul>
          {suggested.map(({ area, reason }) => (
            <li key={area.number}>
              {area.title} (because {reason}):{' '}
              {library
                .find((one) => one.area.number === area.number)
                ?.studies.map(({ slug, title }, at) => (
                  <span key={slug}>
                    {at > 0 && '; '}
                    <Link to={`/case-studies/${slug}`}>{title}</Link>
                  </span>
                ))}
            </li>
          ))}
        </ul>
      )}
      {learning.length > 0 && (
        <p>
          Hospitals like these that have solved it, with the reasons why they are alike, stand on the page of
          each:{' '}
          {learning.map(({ odsCode, name }, at) => (
            <span key={odsCode}>
              {at > 0 && '; '}
              <Link to={`/hospitals/${odsCode}`}>{name}</Link>
            </span>
          ))}
          .
        </p>
      )}
    </section>
  );
}
