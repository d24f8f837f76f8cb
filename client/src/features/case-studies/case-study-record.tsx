import { CASE_STUDIES_AS_AT, type CaseStudy } from '@liaison-atlas/shared/commissioning/case-study';
import { PRIORITY_AREAS } from '@liaison-atlas/shared/commissioning/priority-areas';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';
import { Link } from 'react-router';

import { SummaryList } from '../../components/summary-list.js';

/** One case study: who, where, how, what came of it and what helped; what the source leaves out is said. */
export function CaseStudyRecord({ study }: { readonly study: CaseStudy }) {
  return (
    <>
      <p className="nhsuk-lede-text">{study.summary}</p>
      <SummaryList
        rows={[
          { name: 'As at', value: `${CASE_STUDIES_AS_AT}; whether it still exists is not known here` },
          { name: 'Began', value: study.began || 'not known: the source does not say' },
          {
            name: 'Place',
            value: (
              <ul className="nhsuk-list">
                {study.places.map(({ name, hospital, note }) => (
                  <li key={name}>
                    {hospital === '' ? name : <Link to={`/hospitals/${hospital}`}>{name}</Link>}
                    {note !== '' && <span className="la-source"> {note}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
          { name: 'Provided by', value: study.providers.join('; ') },
          {
            name: 'Commissioned by',
            value: study.commissioners.join('; ') || 'not known: the source does not say',
          },
          {
            name: 'Gaps this addresses',
            value: PRIORITY_AREAS.filter(({ number }) => study.priorities.includes(number))
              .map(({ number, title }) => `${number}. ${title}`)
              .join('; '),
          },
        ]}
      />
      <h2>How it works</h2>
      {study.model.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h2>What came of it</h2>
      {study.outcomes.length === 0 ? (
        <p>The source reports no outcomes. That does not mean that there were none.</p>
      ) : (
        <Points texts={study.outcomes} />
      )}
      <h2>What helped</h2>
      <Points texts={study.enablers} />
      <p className="la-source">Source: {sourceWords(study.source)}, retold in our own words.</p>
      <p>
        <Link to="/case-studies">All case studies</Link>
      </p>
    </>
  );
}

function Points({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
