import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { searchPlaces } from './search-places.graphql.js';

const KINDS = {
  hospital: 'Hospital',
  trust: 'Trust',
  icb: 'ICB',
  region: 'Region',
  ccg: 'CCG of 2018',
  postcode: 'Postcode',
} as const;

/** What the search found, the kind of each hit in words. */
export function SearchResults({ text }: { readonly text: string }) {
  const [{ data, fetching, error }, again] = useQuery({
    query: searchPlaces,
    variables: { text },
    pause: text === '',
  });
  if (text === '') return <p>Type the name of a hospital, trust or area, or a postcode.</p>;
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (fetching || !data) return <Loading what={`what matches “${text}”`} />;
  if (data.search.length === 0) {
    return (
      <InsetText>
        <p>Nothing matches “{text}”.</p>
        <p>
          Try fewer letters, the town, or the first half of a postcode such as OL1. Hospitals outside England
          are not in this atlas.
        </p>
      </InsetText>
    );
  }
  return (
    <>
      <p role="status">
        {countOf(data.search.length, 'match', 'matches')} for “{text}”
      </p>
      <ul className="nhsuk-list la-hits">
        {data.search.map(({ kind, code, label, detail, path }) => (
          <li key={`${kind}-${code}`}>
            <strong className="nhsuk-tag nhsuk-tag--grey">{KINDS[kind]}</strong>{' '}
            <Link to={path}>{label}</Link>
            {detail && <span className="la-source"> {detail}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
