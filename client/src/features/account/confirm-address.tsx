import { useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMutation } from 'urql';

import { InsetText, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { confirmAddressMutation } from './account.graphql.js';

/** Where the mail to a new address leads. Only the button uses the link: programs open every link of a mail. */
export function ConfirmAddress() {
  const { hash } = useLocation();
  return <Confirm key={hash} token={hash.slice(1)} />;
}

function Confirm({ token }: { readonly token: string }) {
  const [done, setDone] = useState(false);
  const outcome = useRef<HTMLParagraphElement>(null);
  const [{ error, fetching }, confirm] = useMutation(confirmAddressMutation);
  if (token === '')
    return (
      <InsetText>
        <p>This address lacks the part after “#”. Open the link of your mail once more, or copy all of it.</p>
      </InsetText>
    );
  const send = async () => {
    if (fetching) return;
    const { data } = await confirm({ token });
    if (!data?.confirmAddress) return;
    setDone(true);
    // The pressed button goes away.
    outcome.current?.focus();
  };
  return (
    <>
      <p role="status" tabIndex={-1} ref={outcome}>
        {done ? 'Your account has the new address.' : ''}
      </p>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {done ? (
        <p>
          <Link to="/sign-in">Sign in with it</Link>
        </p>
      ) : (
        <>
          <p>Press the button to use the address that this link was sent to. It works once.</p>
          <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void send()}>
            {fetching ? 'Confirming…' : 'Use this address'}
          </button>
        </>
      )}
    </>
  );
}
