import { KIND_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { SERVICE_KINDS } from '@liaison-atlas/shared/commissioning/register/register-service';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { DuplicationNotice } from './duplication-notice.js';
import { ServiceList } from './service-list.js';
import { servicesQuery } from './service-register.graphql.js';

/** As many as fit under a hospital or an area; the rest is on the page of the register. */
const SHOWN = 25;

interface ServicesHereProps {
  /** Where; exactly one of the two. */
  readonly hospital?: string;
  readonly area?: string;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Existing services of a hospital or an area. What the register does not hold is said to be not known. */
export function ServicesHere({ hospital, area }: ServicesHereProps) {
  const [{ data, error }, again] = useQuery({
    query: servicesQuery,
    variables: { hospital, area, offset: 0, limit: SHOWN },
    requestPolicy: 'cache-and-network',
  });
  const where = hospital === undefined ? `area=${area ?? ''}` : `hospital=${hospital}`;
  const place = hospital === undefined ? 'this area' : 'this hospital';
  const register = data?.registerServices;
  const missing = SERVICE_KINDS.filter((kind) =>
    register?.services.every((service) => service.kind !== kind),
  );
  return (
    <section aria-labelledby="services">
      <h2 id="services" tabIndex={-1}>
        Existing services
      </h2>
      {error && !data && (
        <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
      )}
      {!register && !error && <Loading what="the services" />}
      {register && (
        <>
          <DuplicationNotice duplications={register.duplications} />
          {register.total === 0 ? (
            <p>
              The register holds no service for {place} yet. That is <strong>not known</strong>, which is not
              “none”: {list.format(SERVICE_KINDS.map((kind) => KIND_WORDS[kind]))} may all be at work here.
              Ask before you commission, so that a new in-reach does not compete with a team on site.
            </p>
          ) : (
            <>
              <ServiceList caption={`Services known at ${place}`} services={register.services} />
              {register.total > SHOWN && (
                <p>
                  {SHOWN} of {register.total} are shown. <Link to={`/services?${where}`}>All of them</Link>
                </p>
              )}
              {register.total <= SHOWN && missing.length > 0 && (
                <p>Not known, which is not “none”: {list.format(missing.map((kind) => KIND_WORDS[kind]))}.</p>
              )}
            </>
          )}
        </>
      )}
      <p className="la-no-print">
        <Link to={`/services?${where}`}>Services of {place} in the register</Link>,{' '}
        <Link to={hospital === undefined ? '/services/correct' : `/services/correct?hospital=${hospital}`}>
          tell us of a missing one
        </Link>
      </p>
    </section>
  );
}
