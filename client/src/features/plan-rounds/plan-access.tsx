import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { planPermissionsQuery } from './plan-rounds.graphql.js';

/** Shows its content to those who may plan rounds; others are told what they would need. */
export function PlanAccess({ children }: { readonly children: ReactNode }) {
  const [{ data, error }] = useQuery({ query: planPermissionsQuery });
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <Loading what="your permissions" />;
  const { permissions, signedIn, demo } = data.viewer;
  if (permissions.includes('PlanRound')) return children;
  return (
    <InsetText>
      <p>
        Only survey leads and administrators plan rounds. You are{' '}
        {signedIn ? 'signed in without this permission' : 'not signed in'}.
      </p>
      {demo && (
        <p>
          In this demonstration you can sign in as survey lead on the <Link to="/">start page</Link>.
        </p>
      )}
    </InsetText>
  );
}
