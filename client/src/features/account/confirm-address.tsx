import { type ReactNode, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { InsetText, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { accountViewerQuery, confirmAddressMutation } from './account.graphql.js';

interface ConfirmAddressProps {
  /** The page around it: its heading says whether the address is to be changed or has been. */
  readonly frame: (heading: string, content: ReactNode) => ReactNode;
}

/** Where the mail to a new address leads. Only the button uses the link: programs open every link of a mail. */
export function ConfirmAddress({ frame }: ConfirmAddressProps) {
  const { hash } = useLocation();
  return <Confirm key={hash} token={hash.slice(1)} frame={frame} />;
}

function Confirm({ token, frame }: ConfirmAddressProps & { readonly token: string }) {
  const [done, setDone] = useState(false);
  const outcome = useRef<HTMLParagraphElement>(null);
  const [{ error, fetching }, confirm] = useMutation(confirmAddressMutation);
  const heading = done ? 'Your address was changed' : 'Confirm your new address';
  if (token === '')
    return frame(
      heading,
      <InsetText>
        <p>This address lacks the part after “#”. Open the link of your mail once more, or copy all of it.</p>
      </InsetText>,
    );
  const send = async () => {
    if (fetching) return;
    const { data } = await confirm({ token });
    if (!data?.confirmAddress) return;
    setDone(true);
    // The pressed button goes away.
    outcome.current?.focus();
  };
  return frame(
    heading,
    <>
      <p role="status" tabIndex={-1} ref={outcome}>
        {done ? 'Your account has the new address.' : ''}
      </p>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {done ? (
        <WhatFollows />
      ) : (
        <>
          <p>Press the button to use the address that this link was sent to. It works once.</p>
          <button type="button" className="nhsuk-button" aria-disabled={fetching} onClick={() => void send()}>
            {fetching ? 'Confirming…' : 'Use this address'}
          </button>
        </>
      )}
    </>,
  );
}

/** What the change means, and where to go from here. */
function WhatFollows() {
  const [{ data }] = useQuery({ query: accountViewerQuery });
  return (
    <>
      <p>
        Mails and links to sign in go there from now on. A link that lies in the old mailbox signs nobody in
        any more; where you are signed in already, you stay so.
      </p>
      <p>
        {data?.viewer.signedIn ? (
          <Link to="/account">Your account</Link>
        ) : (
          <Link to="/sign-in">Sign in with the new address</Link>
        )}
        {', '}
        <Link to="/">start page</Link>
      </p>
    </>
  );
}
