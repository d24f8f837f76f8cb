import type { ReactNode } from 'react';
import { useQuery } from 'urql';

import { graphql } from '../lib/graphql.js';
import { toProblem } from '../lib/to-problem.js';
import { Loading, ProblemNotice } from './notice.js';

const signedInQuery = graphql(`
  query SignedIn {
    viewer {
      signedIn
    }
  }
`);

/** Tells its content whether somebody has signed in; for pages that everybody may open. */
export function SignedIn({ children }: { readonly children: (signedIn: boolean) => ReactNode }) {
  const [{ data, error }] = useQuery({ query: signedInQuery, requestPolicy: 'cache-and-network' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} />;
  return data ? children(data.viewer.signedIn) : <Loading what="who is looking" />;
}
