import type { ResultOf } from 'gql.tada';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { PersonalFileButtons } from '../../components/personal-files.js';
import { formatMoment } from '../../lib/format.js';
import { roleDoes, roleLabel, scopeWords } from '../../lib/role-words.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  accountViewerQuery,
  exportOwnDataMutation,
  mySessionsQuery,
  ownGrantsQuery,
  revokeOtherSessionsMutation,
  revokeSessionMutation,
} from './account.graphql.js';

type OwnSession = ResultOf<typeof mySessionsQuery>['mySessions'][number];

/** What somebody may do, and where they are signed in. */
export function OwnAccount() {
  const [{ data: who, error }] = useQuery({ query: accountViewerQuery });
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!who) return <Loading what="your account" />;
  if (!who.viewer.signedIn)
    return (
      <InsetText>
        <p>
          You are not signed in. <Link to="/sign-in">Sign in</Link>
        </p>
      </InsetText>
    );
  return (
    <>
      <p>You are signed in as {who.viewer.displayName}.</p>
      <OwnRoles />
      <OwnSessions />
      <OwnData />
    </>
  );
}

function OwnData() {
  const [{ fetching, error }, make] = useMutation(exportOwnDataMutation);
  return (
    <section aria-labelledby="own-data">
      <h2 id="own-data">What is kept about you</h2>
      <p>
        Everything, your private schemes included, as a file. To have something put right or erased, ask as
        the <Link to="/privacy">privacy notice</Link> says.
      </p>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <PersonalFileButtons busy={fetching} onMake={async () => (await make({})).data?.exportOwnData} />
    </section>
  );
}

function OwnRoles() {
  const [{ data, error }] = useQuery({ query: ownGrantsQuery, requestPolicy: 'cache-and-network' });
  return (
    <section aria-labelledby="roles-heading">
      <h2 id="roles-heading">What you may do</h2>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {data?.myGrants.length === 0 && (
        <p>You have no role at present. An administrator can give you one; you need not sign in again.</p>
      )}
      <ul>
        {data?.myGrants.map(({ role, scopeKind, scopeId }) => (
          <li key={`${role} ${scopeKind} ${scopeId}`}>
            {roleLabel(role)}, {scopeWords(scopeKind, scopeId)}: {roleDoes(role)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnSessions() {
  const [{ data, error }, again] = useQuery({ query: mySessionsQuery, requestPolicy: 'cache-and-network' });
  const [one, revokeOne] = useMutation(revokeSessionMutation);
  const [rest, revokeRest] = useMutation(revokeOtherSessionsMutation);
  const failed = one.error ?? rest.error ?? error;
  const sessions = data?.mySessions ?? [];
  const reload = () => again({ requestPolicy: 'network-only' });
  const end = async (id: string) => {
    await revokeOne({ id });
    reload();
  };
  const endRest = async () => {
    await revokeRest({});
    reload();
  };
  return (
    <section aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">Where you are signed in</h2>
      <p>
        A session ends by itself, at the latest when the table says; one that is not used may end sooner. End
        those that you do not know, or have left open.
      </p>
      {failed && <ProblemNotice problem={toProblem(failed)} />}
      {data && (
        <DataTable<OwnSession>
          caption="Your sessions"
          columns={[
            {
              id: 'since',
              heading: 'Signed in',
              names: true,
              cell: ({ createdAt }) => formatMoment(createdAt),
            },
            { id: 'until', heading: 'Ends', cell: ({ expiresAt }) => formatMoment(expiresAt) },
            {
              id: 'end',
              heading: 'Action',
              cell: ({ id, current, createdAt }) =>
                current ? (
                  'this browser'
                ) : (
                  <button type="button" className="la-link-button" onClick={() => void end(id)}>
                    End
                    <span className="nhsuk-u-visually-hidden"> the session of {formatMoment(createdAt)}</span>
                  </button>
                ),
            },
          ]}
          rows={sessions}
          keyOf={({ id }) => id}
        />
      )}
      <p role="status">{sessions.length === 1 ? 'You are signed in nowhere else.' : ''}</p>
      {sessions.length > 1 && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => void endRest()}>
          End all other sessions
        </button>
      )}
    </section>
  );
}
