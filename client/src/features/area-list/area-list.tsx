import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Details } from '../../components/details.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { areaListQuery } from './area-list.graphql.js';

/** Regions with their ICBs, and on demand the CCGs of 2018. */
export function AreaList() {
  const [{ data, error }, again] = useQuery({ query: areaListQuery });
  if (error)
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Loading what="the areas" />;
  const { regions, icbs, ccgs } = data;
  return regions.map((region) => (
    <section key={region.code} aria-labelledby={`region-${region.code}`}>
      <h2 className="nhsuk-heading-m" id={`region-${region.code}`}>
        <Link to={`/areas/${region.code}`}>{region.name}</Link>
      </h2>
      <Areas areas={icbs.filter(({ regionCode }) => regionCode === region.code)} />
      <Details summary={`CCGs of 2018 in ${region.name}`}>
        <Areas areas={ccgs.filter(({ regionCode }) => regionCode === region.code)} />
      </Details>
    </section>
  ));
}

function Areas({ areas }: { readonly areas: readonly { readonly code: string; readonly name: string }[] }) {
  return (
    <ul className="la-area-list">
      {areas.map(({ code, name }) => (
        <li key={code}>
          <Link to={`/areas/${code}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
