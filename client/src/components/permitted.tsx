import type { Permission } from '@liaison-atlas/shared/access/permissions';
import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { graphql } from '../lib/graphql.js';
import { toProblem } from '../lib/to-problem.js';
import { whoMay } from '../lib/who-may.js';
import { InsetText, Loading, ProblemNotice } from './notice.js';

const permissionsQuery = graphql(`
  query Permissions {
    viewer {
      signedIn
      permissions
      demo
    }
  }
`);

/** Who is looking, and what they may do somewhere; where it holds is the server's to say. */
type PermittedViewer = ResultOf<typeof permissionsQuery>['viewer'];

interface PermittedProps {
  /** Any one of these lets in. */
  readonly any: readonly Permission[];
  /** The page around what is said instead of the content; absent = it stands in one already. */
  readonly frame?: (content: ReactNode) => ReactNode;
  readonly children: (viewer: PermittedViewer) => ReactNode;
}

/** Shows its content to those who may see it; others are told who that is. */
export function Permitted({ any, frame = (content) => content, children }: PermittedProps) {
  const [{ data, error }, again] = useQuery({ query: permissionsQuery });
  const retry = () => again({ requestPolicy: 'network-only' });
  if (error) return frame(<ProblemNotice problem={toProblem(error)} onRetry={retry} />);
  if (!data) return frame(<Loading what="your permissions" />);
  const { permissions, signedIn, demo } = data.viewer;
  if (any.some((one) => permissions.includes(one))) return children(data.viewer);
  return frame(
    <InsetText>
      <p>
        Only {whoMay(any)} see this. You are{' '}
        {signedIn ? 'signed in without this permission' : 'not signed in'}.{' '}
        {!signedIn && <Link to="/sign-in">Sign in</Link>}
      </p>
      {demo && (
        <p>
          In this demonstration you can take any role on the page <Link to="/sign-in">Sign in</Link>.
        </p>
      )}
    </InsetText>,
  );
}
