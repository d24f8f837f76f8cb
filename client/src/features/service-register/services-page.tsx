import {
  SERVICE_KINDS,
  SERVICE_STATUSES,
  type ServiceKind,
  type ServiceStatus,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { KIND_WORDS, STATUS_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { REGISTER_NOTE } from '@liaison-atlas/shared/commissioning/register/to-open-services';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { AreaField } from '../../components/area-field.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { Pagination } from '../../components/pagination.js';
import { SelectField } from '../../components/select-field.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { DuplicationNotice } from './duplication-notice.js';
import { ServiceList } from './service-list.js';
import { registerViewerQuery, servicesQuery } from './service-register.graphql.js';

const SIZE = 25;

const ALL = { value: '', label: 'All' };
const oneOf = <Name extends string>(names: readonly Name[], text: string): Name | undefined =>
  names.find((name) => name === text);

/** `/services`: the register with its filters, which are in the address: area, hospital, kind, status, page. */
export function ServicesPage() {
  const [parameters, setParameters] = useSearchParams();
  const asked = (key: string): string => (parameters.get(key) ?? '').trim().slice(0, 40);
  const set = (key: string, value: string): void => {
    const next = new URLSearchParams(parameters);
    if (value === '') next.delete(key);
    else next.set(key, value);
    if (key !== 'page') next.delete('page');
    setParameters(next, { replace: true });
  };
  const page = Math.max(1, Number.parseInt(asked('page'), 10) || 1);
  const hospital = asked('hospital').toUpperCase();
  const area = asked('area').toUpperCase();
  const kind = oneOf<ServiceKind>(SERVICE_KINDS, asked('kind'));
  const status = oneOf<ServiceStatus>(SERVICE_STATUSES, asked('status'));
  const [{ data, error, fetching }, again] = useQuery({
    query: servicesQuery,
    variables: {
      ...(hospital !== '' && { hospital }),
      ...(area !== '' && { area }),
      kind,
      status,
      offset: (page - 1) * SIZE,
      limit: SIZE,
    },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: who }] = useQuery({ query: registerViewerQuery });
  const register = error ? undefined : data?.registerServices;
  const filtered = [hospital, area, kind ?? '', status ?? ''].some((each) => each !== '');
  return (
    <>
      <p className="la-measure">{REGISTER_NOTE}</p>
      {who?.viewer.permissions.includes('ManageRegister') && (
        <p className="la-no-print">
          <Link to="/manage/services/new">Enter a service</Link>,{' '}
          <Link to="/manage/services">decide what waits</Link>
        </p>
      )}
      <p className="la-no-print">
        <Link to="/services/correct">Tell us of a service that is missing or wrong</Link>: no account is
        needed.
      </p>
      <form
        className="la-no-print la-frame-filters"
        aria-label="Narrow the register"
        onSubmit={(event) => event.preventDefault()}
      >
        <AreaField label="Area" value={area} none="All" onChange={(value) => set('area', value)} />
        <SelectField
          label="Kind of service"
          value={kind ?? ''}
          choices={[ALL, ...SERVICE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))]}
          onChange={(value) => set('kind', value)}
        />
        <SelectField
          label="Status"
          value={status ?? ''}
          choices={[ALL, ...SERVICE_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))]}
          onChange={(value) => set('status', value)}
        />
        {hospital !== '' && (
          <p>
            Only services at <Link to={`/hospitals/${hospital}`}>{hospital}</Link>.{' '}
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => set('hospital', '')}
            >
              All hospitals
            </button>
          </p>
        )}
      </form>
      {error && (
        <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
      )}
      {!register && !error && <Loading what="the register" />}
      {register && (
        <>
          <p role="status">
            {fetching ? 'Loading…' : countOf(register.total, 'service')}
            {!fetching && filtered && ' fit'}
          </p>
          <DuplicationNotice duplications={register.duplications} />
          {register.total === 0 ? (
            <InsetText>
              <p>
                {filtered
                  ? 'The register holds no such service yet. That is not known, which is not “none”.'
                  : 'The register holds no service yet. What works where is not known, which is not “none”.'}
              </p>
            </InsetText>
          ) : (
            <ServiceList caption="Services by name" services={register.services} />
          )}
          <Pagination
            page={page}
            pages={Math.ceil(register.total / SIZE)}
            what="services"
            onPage={(to) => set('page', to === 1 ? '' : String(to))}
          />
        </>
      )}
      <p className="la-source">
        The same as data: <a href="/open/v1/services.json">services.json</a>. What each field means is in the{' '}
        <Link to="/data">description of the data</Link>.
      </p>
    </>
  );
}
