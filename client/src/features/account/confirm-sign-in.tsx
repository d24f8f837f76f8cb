import { Link, useLocation, useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { InsetText, ProblemNotice } from '../../components/notice.js';
import { afterSignIn } from '../../lib/kept-for-scheme.js';
import { toProblem } from '../../lib/to-problem.js';
import { confirmSignInMutation } from './account.graphql.js';

/**
 * Where a link from the mail leads. Only the button uses the link up: programs that open every link of a mail to look
 * for harm would otherwise do so before its owner. The token stands behind `#`, which no browser sends to a server.
 */
export function ConfirmSignIn() {
  const { hash } = useLocation();
  // A second link opened in the same window is another one.
  return <Confirm key={hash} token={hash.slice(1)} />;
}

function Confirm({ token }: { readonly token: string }) {
  const [{ error, fetching }, confirm] = useMutation(confirmSignInMutation);
  const navigate = useNavigate();
  if (token === '')
    return (
      <InsetText>
        <p>
          This address lacks the part after “#”. Open the link of your mail once more, or copy all of it.{' '}
          <Link to="/sign-in">Ask for a new link</Link>
        </p>
      </InsetText>
    );
  const enter = async () => {
    if (fetching) return;
    const entered = await confirm({ token });
    if (entered.data?.confirmSignIn.signedIn) await navigate(afterSignIn(Date.now()), { replace: true });
  };
  return error ? (
    <>
      <ProblemNotice problem={toProblem(error)} />
      <p>
        <Link to="/sign-in">Ask for a new link</Link>
      </p>
    </>
  ) : (
    <>
      <p>Press the button to sign in with the link you were sent. It works once.</p>
      <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void enter()}>
        {fetching ? 'Signing in…' : 'Sign in'}
      </button>
    </>
  );
}
