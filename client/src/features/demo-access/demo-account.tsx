import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { signOut, viewerQuery } from './demo-access.graphql.js';

/** In the header: who is signed in, the way to the live round, and sign-out. Empty for everybody else. */
export function DemoAccount() {
  const [{ data }] = useQuery({ query: viewerQuery });
  const [, leave] = useMutation(signOut);
  if (!data?.viewer.signedIn) return null;
  return (
    <div className="la-account">
      <span>Signed in: {data.viewer.displayName}</span>
      <Link to="/manage/rounds/demo-2026">Live round</Link>
      <button type="button" onClick={() => void leave({})}>
        Sign out
      </button>
    </div>
  );
}
