import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { codingPermissionsQuery } from './code-comments.graphql.js';

interface CodingAccessProps {
  /** Who is let in: coders and leads, or leads alone. */
  readonly to: 'coders' | 'leads';
  readonly children: (mayManage: boolean) => ReactNode;
}

/** Shows its content to coders and survey leads; others are told what they would need. */
export function CodingAccess({ to, children }: CodingAccessProps) {
  const [{ data, error }] = useQuery({ query: codingPermissionsQuery });
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <Loading what="your permissions" />;
  const { permissions, signedIn, demo } = data.viewer;
  const mayManage = permissions.includes('ManageCoding');
  if (mayManage || (to === 'coders' && permissions.includes('CodeComments'))) return children(mayManage);
  return (
    <InsetText>
      <p>
        {to === 'coders'
          ? 'Only coders and the survey lead code comments.'
          : 'Only the survey lead sees this.'}{' '}
        You are {signedIn ? 'signed in without this permission' : 'not signed in'}.
      </p>
      {demo && (
        <p>
          In this demonstration you can sign in as survey lead on the <Link to="/">start page</Link>.
        </p>
      )}
    </InsetText>
  );
}
