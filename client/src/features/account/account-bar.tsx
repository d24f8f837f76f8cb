import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { toLiveRoundPath } from '../../lib/to-live-round-path.js';
import { accountViewerQuery, ownGrantsQuery, signOutMutation } from './account.graphql.js';

/** In the header: who is signed in, the places their roles open, and sign-out; the way to sign in for others. */
export function AccountBar() {
  const [{ data }] = useQuery({ query: accountViewerQuery });
  const signedIn = data?.viewer.signedIn ?? false;
  const [own] = useQuery({ query: ownGrantsQuery, pause: !signedIn, requestPolicy: 'cache-and-network' });
  const [, leave] = useMutation(signOutMutation);
  if (!data) return null;
  const { displayName, permissions } = data.viewer;
  if (!signedIn)
    return (
      <div className="la-account">
        <Link to="/sign-in">Sign in</Link>
      </div>
    );
  const live = toLiveRoundPath(own.data?.rounds ?? [], own.data?.myGrants);
  return (
    <div className="la-account">
      <span>
        Signed in: <Link to="/account">{displayName}</Link>
      </span>
      <span className="la-account__places">
        <Link to="/schemes">Schemes</Link>
        {permissions.includes('ReadLiveRound') && live !== '' && <Link to={live}>Live round</Link>}
        {permissions.includes('PlanRound') && <Link to="/manage/rounds">Rounds</Link>}
        {permissions.includes('DesignInstrument') && <Link to="/manage/instruments">Questionnaires</Link>}
        {permissions.includes('ManageFrame') && <Link to="/manage/frames">Frames</Link>}
        {permissions.includes('ManageRegister') && <Link to="/manage/services">Register</Link>}
        {permissions.includes('CodeComments') && <Link to="/manage/coding">Coding</Link>}
        {permissions.includes('ManagePeople') && <Link to="/manage/people">People</Link>}
        {permissions.includes('ManagePersonalData') && <Link to="/manage/personal-data">Personal data</Link>}
        {permissions.includes('ReadOutbox') && <Link to="/manage/outbox">Outbox</Link>}
        {permissions.includes('ReadSystem') && <Link to="/manage/system">System</Link>}
        <button type="button" onClick={() => void leave({})}>
          Sign out
        </button>
      </span>
    </div>
  );
}
