import { useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import type { Places } from './grant-fields.js';
import { InviteForm } from './invite-form.js';
import { peoplePlacesQuery, peopleQuery } from './manage-people.graphql.js';
import { PersonGrants } from './person-grants.js';

/** Everybody with an account; for administrators. */
export function PeopleList() {
  const [{ data, error }, again] = useQuery({ query: peoplePlacesQuery });
  const retry = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={retry} />;
  if (!data) return <Loading what="the people" />;
  return <People places={data} />;
}

function People({ places }: { readonly places: Places }) {
  const [{ data, error, fetching }, again] = useQuery({
    query: peopleQuery,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  const people = data?.people ?? [];
  return (
    <>
      <section aria-labelledby="invite-heading">
        <h2 id="invite-heading">Invite somebody</h2>
        <InviteForm places={places} onDone={reload} />
      </section>
      <section aria-labelledby="people-heading">
        <h2 id="people-heading">Who has an account</h2>
        {error && !fetching && <ProblemNotice problem={toProblem(error)} onRetry={reload} />}
        {!data && !error && <Loading what="the people" />}
        {data && (
          <p>
            {people.length === 0
              ? 'Nobody has an account yet.'
              : `${countOf(people.length, 'person', 'people')}.`}
          </p>
        )}
        <ul className="la-people">
          {people.map((person) => (
            <PersonGrants key={person.id} person={person} places={places} onChanged={reload} />
          ))}
        </ul>
      </section>
    </>
  );
}
