import { caseStudiesByPriority } from '@liaison-atlas/shared/commissioning/case-studies';
import { CASE_STUDIES_AS_AT } from '@liaison-atlas/shared/commissioning/case-study';
import { Link } from 'react-router';

import { InsetText } from '../../components/notice.js';

/** The ten priority areas with their case studies; an area without one says so and invites it. */
export function CaseStudyList() {
  return (
    <>
      <InsetText>
        <p>
          Ten services as a report described them in {CASE_STUDIES_AS_AT}, in our own words. Whether a service
          still exists is not known here.
        </p>
      </InsetText>
      {caseStudiesByPriority().map(({ area, studies }) => (
        <section key={area.number} aria-labelledby={`area-${area.number}`}>
          <h2 id={`area-${area.number}`} className="nhsuk-heading-m">
            {area.number}. {area.title} <span className="nhsuk-caption-m">{area.setting}</span>
          </h2>
          {studies.length === 0 ? (
            <p>
              No case study yet. That does not mean that nobody works on it: if your service does,{' '}
              <Link to={`/services/correct?priority=${area.number}`}>
                tell us of it<span className="nhsuk-u-visually-hidden">: {area.title}</span>
              </Link>
              , and it can stand here.
            </p>
          ) : (
            <ul>
              {studies.map(({ slug, letter, title, summary }) => (
                <li key={slug}>
                  <Link to={`/case-studies/${slug}`}>
                    {letter}: {title}
                  </Link>
                  . {summary}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
