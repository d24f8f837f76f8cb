import { caseStudiesByPriority } from '@liaison-atlas/shared/commissioning/case-studies';
import { prioritiesFor } from '@liaison-atlas/shared/commissioning/priorities-for';
import { Link } from 'react-router';

import type { ShownAreaHospital } from './shown-area.js';

const STEPS = [
  { path: '/estimate/need', label: 'Estimate the need', text: 'how many people, with every input open' },
  { path: '/estimate/workforce', label: 'Plan the workforce', text: 'by role, against the staff of today' },
  { path: '/estimate/training', label: 'Plan top-up training', text: 'and the trainees who follow' },
  { path: '/estimate/benefits', label: 'Estimate benefits', text: 'from nothing to the whole difference' },
  { path: '/standards', label: 'Check standards', text: 'waiting, access, recovery, paired scores' },
  { path: '/readiness', label: 'Check readiness', text: 'twelve requirements and what follows' },
] as const;

/** What to do next, and who has solved it elsewhere. */
export function NextSteps({
  hospitals,
  briefing,
}: {
  readonly hospitals: readonly ShownAreaHospital[];
  /** Address of the briefing on this area and round. */
  readonly briefing: string;
}) {
  const suggested = prioritiesFor(hospitals.map(({ category }) => category));
  const library = caseStudiesByPriority();
  return (
    <>
      <section aria-labelledby="services">
        <h2 id="services">Existing services</h2>
        <p>
          This atlas does not hold a list of services yet. Liaison teams, clinical health psychology, IAPT for
          long-term conditions, pain and fatigue services and the voluntary sector may all be at work here:{' '}
          <strong>not known</strong>, which is not “none”. Ask before you commission, so that a new in-reach
          does not compete with a team on site.
        </p>
      </section>
      <section aria-labelledby="next-steps">
        <h2 id="next-steps">Need, workforce, standards, readiness</h2>
        <p>
          <Link to={briefing}>Briefing on two pages</Link>: all of this for a board, as a page, PDF or Word
          document
        </p>
        <ul>
          {STEPS.map(({ path, label, text }) => (
            <li key={path}>
              <Link to={path}>{label}</Link>: {text}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">Who has solved it elsewhere</h2>
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
      </section>
    </>
  );
}
