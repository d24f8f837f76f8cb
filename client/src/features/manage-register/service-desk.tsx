import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { editedServiceQuery } from './manage-register.graphql.js';
import { ServiceActs } from './service-acts.js';
import { EMPTY_DRAFT, toDraft } from './service-draft.js';
import { ServiceForm } from './service-form.js';
import { ServiceHistory } from './service-history.js';

/** `/manage/services/new`: an empty form; the page of the service opens once it is stored. */
export function NewService() {
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const name = (parameters.get('name') ?? '').slice(0, 200);
  return (
    <ServiceForm
      id=""
      revision={0}
      initial={{ ...EMPTY_DRAFT, name }}
      onSaved={(id) => void navigate(`/services/${id}`)}
    />
  );
}

/** `/manage/services/:id`: change, confirm or close a service, and its history. */
export function ServiceDesk({ id }: { readonly id: string }) {
  const [{ data, error }, again] = useQuery({
    query: editedServiceQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const [said, setSaid] = useState('');
  const reload = () => again({ requestPolicy: 'network-only' });
  const done = (what: string) => {
    setSaid(what);
    reload();
  };
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="this service" />;
  const service = data.registerService;
  if (!service)
    return (
      <InsetText>
        <p>
          The register has no service with this id. <Link to="/services">All services</Link>
        </p>
      </InsetText>
    );
  return (
    <>
      <p role="status">{said}</p>
      <p>
        <Link to={`/services/${id}`}>{service.name}, as everybody sees it</Link>
      </p>
      <ServiceActs key={`acts ${service.revision}`} service={service} onDone={done} />
      <h2>Change it</h2>
      <ServiceForm
        key={service.revision}
        id={id}
        revision={service.revision}
        initial={toDraft(service)}
        onSaved={() => done(`${service.name}: stored.`)}
      />
      <ServiceHistory id={id} revision={service.revision} onDone={done} />
    </>
  );
}
