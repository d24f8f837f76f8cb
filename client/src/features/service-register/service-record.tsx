import { FADES_AFTER_MONTHS } from '@liaison-atlas/shared/commissioning/register/fact-age';
import { KIND_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice, WarningCallout } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  registerViewerQuery,
  serviceQuery,
  type ShownFact,
  type ShownService,
} from './service-register.graphql.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Services', path: '/services' },
];

/** `/services/:id`: one service, each fact with its source and its age. */
export function ServicePage({ id }: { readonly id: string }) {
  const [{ data, error }, again] = useQuery({
    query: serviceQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const frame = (heading: string, content: ReactNode, caption?: string) => (
    <Page heading={heading} caption={caption} crumbs={CRUMBS} wide>
      {content}
    </Page>
  );
  if (error && !data) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return frame('Service', <ProblemNotice problem={toProblem(error)} onRetry={retry} />);
  }
  if (!data) return frame('Service', <Loading what="this service" />);
  const service = data.registerService;
  if (!service)
    return frame(
      'Service not found',
      <InsetText>
        <p>
          The register has no service with this id. <Link to="/services">All services</Link>
        </p>
      </InsetText>,
    );
  return frame(service.name, <ServiceRecord service={service} />, KIND_WORDS[service.kind]);
}

function ServiceRecord({ service }: { readonly service: ShownService }) {
  const [{ data: who }] = useQuery({ query: registerViewerQuery });
  const { id, lines, hospitals, fadedFacts, knownFacts, lastConfirmedOn, lastConfirmedBy } = service;
  return (
    <>
      {fadedFacts > 0 && (
        <WarningCallout heading="Part of this is old">
          <p>
            {fadedFacts} of {countOf(knownFacts, 'known fact')} {fadedFacts === 1 ? 'has' : 'have'} not been
            confirmed for {FADES_AFTER_MONTHS} months. Ask before you rely on them.
          </p>
        </WarningCallout>
      )}
      {service.status === 'closed' && (
        <InsetText>
          <p>This service is closed. It stays here so that its history can be found.</p>
        </InsetText>
      )}
      <p>
        {lastConfirmedOn === ''
          ? 'When it was last confirmed is not known.'
          : `Last confirmed on ${dayInWords(lastConfirmedOn)} by ${lastConfirmedBy}.`}
        {who?.viewer.permissions.includes('ManageRegister') && (
          <span className="la-no-print">
            {' '}
            <Link to={`/manage/services/${id}`}>Change, confirm or close it</Link>
          </span>
        )}
      </p>
      <Facts caption="What is known, from where, how old" heading="Fact" facts={lines} />
      {hospitals.length === 0 ? (
        <p>For which hospitals it works is not known.</p>
      ) : (
        <Facts
          caption="Hospitals, and how the service reaches them"
          heading="Hospital"
          facts={hospitals}
          pathOf={(key) => `/hospitals/${key.replace(/^at:/, '')}`}
        />
      )}
      <p className="la-source">
        The same as data: <a href={`/open/v1/services/${id}`}>/open/v1/services/{id}</a>
      </p>
    </>
  );
}

interface FactsProps {
  readonly caption: string;
  readonly heading: string;
  readonly facts: readonly ShownFact[];
  readonly pathOf?: (key: string) => string;
}

function Facts({ caption, heading, facts, pathOf }: FactsProps) {
  return (
    <DataTable<ShownFact>
      caption={caption}
      columns={[
        {
          id: 'label',
          heading,
          names: true,
          cell: ({ key, label }) => (pathOf ? <Link to={pathOf(key)}>{label}</Link> : label),
        },
        { id: 'value', heading: 'What is said', cell: ({ value }) => value },
        { id: 'source', heading: 'Source', cell: ({ source }) => (source === '' ? 'not known' : source) },
        { id: 'age', heading: 'Confirmed', cell: (fact) => <Age fact={fact} /> },
      ]}
      rows={facts}
      keyOf={({ key }) => key}
    />
  );
}

/** When and by whom, with the word faded where nobody has confirmed it for two years. */
function Age({ fact: { age, confirmedOn, confirmedBy, monthsOld } }: { readonly fact: ShownFact }) {
  if (age === 'not_known') return 'not known';
  return (
    <>
      {age === 'faded' && (
        <>
          <strong>Faded.</strong>{' '}
        </>
      )}
      {dayInWords(confirmedOn)} ({countOf(monthsOld ?? 0, 'month')} ago), {confirmedBy}
    </>
  );
}
