import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { liveRoundsQuery, signOut, viewerQuery } from './demo-access.graphql.js';
import { toLiveRoundPath } from './to-live-round-path.js';

/** In the header: who is signed in, the way to the live round, and sign-out. Empty for everybody else. */
export function DemoAccount() {
  const [{ data }] = useQuery({ query: viewerQuery });
  const signedIn = data?.viewer.signedIn ?? false;
  const [live] = useQuery({ query: liveRoundsQuery, pause: !signedIn });
  const [, leave] = useMutation(signOut);
  if (!data || !signedIn) return null;
  const path = toLiveRoundPath(live.data?.rounds ?? []);
  return (
    <div className="la-account">
      <span>Signed in: {data.viewer.displayName}</span>
      {path !== '' && <Link to={path}>Live round</Link>}
      {data.viewer.permissions.includes('ManageFrame') && <Link to="/manage/frames">Frames</Link>}
      <button type="button" onClick={() => void leave({})}>
        Sign out
      </button>
    </div>
  );
}
