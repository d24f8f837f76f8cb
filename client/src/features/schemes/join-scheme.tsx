import { Link, useLocation, useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { joinSchemeMutation } from './schemes.graphql.js';

/** `/schemes/join#…`: a link that lets one person in. Only the button uses it up. */
export function JoinScheme({ signedIn }: { readonly signedIn: boolean }) {
  const { hash } = useLocation();
  const [{ error, fetching }, join] = useMutation(joinSchemeMutation);
  const navigate = useNavigate();
  const token = hash.slice(1);
  if (token === '') return <p>This address lacks the part after “#”. Copy the whole link.</p>;
  if (!signedIn)
    return (
      <p>
        <Link to="/sign-in">Sign in</Link> first, then open the link once more: it works once, and is not used
        up yet.
      </p>
    );
  const enter = async () => {
    if (fetching) return;
    const { data } = await join({ token });
    if (data) await navigate(`/schemes/${data.joinScheme.id}`, { replace: true });
  };
  // A link that was refused stays refused: nothing is offered that would only be refused once more.
  if (error && toProblem(error).code === 'UNUSABLE_LINK')
    return (
      <>
        <ProblemNotice problem={toProblem(error)} />
        <p>
          <Link to="/schemes">Your schemes</Link>
        </p>
      </>
    );
  return (
    <>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <p>Somebody has shared a scheme with you. Its members will see your name.</p>
      <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void enter()}>
        Open the scheme
      </button>
    </>
  );
}
