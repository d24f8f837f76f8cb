import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { InsetText, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { afterSignIn } from '../../lib/kept-for-scheme.js';
import { roleDoes, roleLabel } from '../../lib/role-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { toRefusal } from './to-refusal.js';
import { accountViewerQuery, demoRoleMutation, requestSignInMutation } from './account.graphql.js';

/** Asks for an address; a link is sent to it. The answer is the same whether anybody has an account with it. */
export function SignInForm() {
  const [{ data: who }] = useQuery({ query: accountViewerQuery });
  const [email, setEmail] = useState('');
  const [{ data, error, fetching }, request] = useMutation(requestSignInMutation);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef<HTMLHeadingElement>(null);
  const asked = data?.requestSignIn;
  const [parameters] = useSearchParams();
  const refusal = toRefusal(parameters.get('refused'));
  const problem = error && toProblem(error);
  const ofField = problem?.field === 'email' && problem.code === 'BAD_INPUT';

  useEffect(() => {
    if (asked) sent.current?.focus();
  }, [asked]);
  useEffect(() => {
    if (ofField) field.current?.focus();
  }, [ofField, error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fetching) void request({ email });
  };
  return (
    <>
      {who?.viewer.signedIn && (
        <InsetText>
          <p>
            You are signed in as {who.viewer.displayName}. <Link to="/account">Your account</Link>
          </p>
        </InsetText>
      )}
      {refusal !== undefined && !asked && <ProblemNotice problem={refusal} />}
      {asked ? (
        <section aria-labelledby="sent-heading">
          <h2 id="sent-heading" tabIndex={-1} ref={sent}>
            {asked.sendsMail ? 'Look at your e-mail' : 'No mail is sent from here'}
          </h2>
          <p>{asked.message}</p>
          {asked.sendsMail && (
            <p>Open it in this browser and press the button there. You can close this page.</p>
          )}
          {asked.demoPath !== '' && (
            <InsetText>
              <p>
                The link stands here instead: <Link to={asked.demoPath}>sign in as {email.trim()}</Link>
              </p>
            </InsetText>
          )}
        </section>
      ) : (
        <form onSubmit={submit} noValidate>
          <p>
            There are no passwords. Enter the e-mail address of your account, and a link that signs you in is
            sent to it. Liaison teams need no account: they answer with the link in their invitation.
          </p>
          {problem && !ofField && <ProblemNotice problem={problem} />}
          <TextField
            label="E-mail address"
            type="email"
            autoComplete="email"
            value={email}
            maxLength={254}
            inputRef={field}
            problem={ofField ? `${problem.message} ${problem.mend}` : ''}
            onChange={setEmail}
          />
          <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
            {fetching ? 'Asking…' : 'Send me a link'}
          </button>
        </form>
      )}
      {who?.viewer.identityProvider && (
        <section aria-labelledby="provider-heading">
          <h2 id="provider-heading">Sign in through your organisation</h2>
          <p>
            {/* A plain link: the server sends the browser on to another site. */}
            <a href="/sign-in/oidc">Go to the sign-in page of your organisation</a>
          </p>
        </section>
      )}
      {who?.viewer.demo && <DemoRoles />}
    </>
  );
}

const DEMO_ROLES = [
  'survey_lead',
  'administrator',
  'cleaner',
  'coder',
  'analyst',
  'site_lead',
  'commissioner',
] as const;
type DemoRole = (typeof DEMO_ROLES)[number];

/** In demo mode anybody may try any role. */
function DemoRoles() {
  const [role, setRole] = useState<DemoRole>('survey_lead');
  const [{ error, fetching }, take] = useMutation(demoRoleMutation);
  const navigate = useNavigate();
  const enter = async () => {
    if (fetching) return;
    const entered = await take({ role });
    if (entered.data?.signInToDemo.signedIn) await navigate(afterSignIn(Date.now()));
  };
  return (
    <section aria-labelledby="demo-roles-heading">
      <h2 id="demo-roles-heading">Try a role</h2>
      <p>In this demonstration anybody on this machine can take any role, without an account.</p>
      <SelectField
        label="Role"
        value={role}
        choices={DEMO_ROLES.map((value) => ({ value, label: `${roleLabel(value)}: ${roleDoes(value)}` }))}
        onChange={(value) => setRole(DEMO_ROLES.find((each) => each === value) ?? 'survey_lead')}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        aria-disabled={fetching}
        onClick={() => void enter()}
      >
        Take this role
      </button>
      {error && <ProblemNotice problem={toProblem(error)} />}
    </section>
  );
}
