import { addressesByPart, formatOf } from '@liaison-atlas/shared/publication/address-table';
import type { OpenAddress } from '@liaison-atlas/shared/publication/open-address';
import { OPEN_ADDRESSES } from '@liaison-atlas/shared/publication/open-addresses';

import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';

/** Addresses of the open data, made from the list that describes them to programs; how to ask, what errors look like. */
export function ApiReference() {
  return (
    <section aria-labelledby="api-heading">
      <h2 id="api-heading">Addresses</h2>
      <p>
        No key and no account. Answers carry an <code>ETag</code>: send it back as <code>If-None-Match</code>{' '}
        and get 304 while nothing has changed. Send <code>Accept-Encoding: br, gzip</code> for small answers.
        What stands under <code>/open/v1</code> keeps its members; new ones may be added.
      </p>
      <p>
        In a GIS such as QGIS add a connection of the kind “WFS / OGC API – Features” with the address{' '}
        <code>{window.location.origin}/open/v1</code>. For programs the same list is{' '}
        <a href="/open/v1/openapi.json">OpenAPI 3.1</a>.
      </p>
      {addressesByPart(OPEN_ADDRESSES).map(({ part, title, addresses }) => (
        <AddressTable key={part} title={title} addresses={addresses} />
      ))}
      <p>
        The pages of this site ask <code>/graphql</code> and nothing else; anybody may POST a query there.
      </p>
      <h3>When something is refused</h3>
      <p>
        An error is <code>{'{code, field, message, mend}'}</code>: a stable code, what is at fault, what is
        wrong in plain words, and what to do. A round without a release answers 404 with{' '}
        <code>NOT_RELEASED</code>; a parameter that does not exist is refused with 400. Under{' '}
        <code>/fhir</code> the same comes as an OperationOutcome.
      </p>
      <p>
        Who asks very often is answered 429 for the rest of the minute. <code>RateLimit-Policy</code> says how
        many requests one address may make, <code>RateLimit</code> how many are left, <code>Retry-After</code>{' '}
        how many seconds to wait.
      </p>
      <p>
        Every row of a synthetic round carries <code>kind: synthetic</code>, names that start with DEMO, and
        file names that start with SYNTHETIC. Keep these marks when you pass the data on.
      </p>
    </section>
  );
}

function AddressTable({
  title,
  addresses,
}: {
  readonly title: string;
  readonly addresses: readonly OpenAddress[];
}) {
  return (
    <>
      <DataTable
        caption={title}
        columns={[
          {
            id: 'path',
            heading: 'GET',
            names: true,
            cell: ({ path, example }) => (path === example ? <a href={path}>{path}</a> : <code>{path}</code>),
          },
          { id: 'format', heading: 'Format', cell: formatOf },
          { id: 'holds', heading: 'Holds', cell: ({ holds }) => holds },
        ]}
        rows={addresses}
        keyOf={({ path }) => path}
      />
      <Details summary={`Parameters and example calls: ${title}`}>
        <ul>
          {addresses.map(({ path, example, parameters }) => (
            <li key={path}>
              <a href={example}>
                <code>{example}</code>
              </a>
              {parameters.length > 0 && (
                <ul>
                  {parameters.map(({ name, description }) => (
                    <li key={name}>
                      <code>{name}</code>: {description}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
