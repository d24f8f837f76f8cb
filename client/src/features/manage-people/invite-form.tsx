import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { type ChosenGrant, firstChoice, GrantFields, type Places } from './grant-fields.js';
import { invitePersonMutation } from './manage-people.graphql.js';

/** Makes an account with a first role; its owner is told by mail. */
export function InviteForm({ places, onDone }: { readonly places: Places; readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [grant, setGrant] = useState<ChosenGrant>(() => firstChoice('survey_lead', places));
  const [{ data, error, fetching }, invite] = useMutation(invitePersonMutation);
  const problem = error && toProblem(error);
  const said = problem ? `${problem.message} ${problem.mend}` : '';
  const of = (field: string): string => (problem?.field === field ? said : '');
  const elsewhere = problem && !['name', 'email', 'scopeId'].includes(problem.field);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data: invited } = await invite({ input: { name, email, ...grant } });
    if (!invited) return;
    setName('');
    setEmail('');
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <TextField label="Name" value={name} maxLength={120} problem={of('name')} onChange={setName} />
      <TextField
        label="E-mail address"
        type="email"
        hint="They sign in with it. It is shown to administrators only."
        value={email}
        maxLength={254}
        problem={of('email')}
        onChange={setEmail}
      />
      <GrantFields value={grant} places={places} problem={of('scopeId')} onChange={setGrant} />
      {elsewhere && <ProblemNotice problem={problem} />}
      <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
        {fetching ? 'Inviting…' : 'Invite'}
      </button>
      <p role="status">
        {data &&
          !error &&
          `${data.invitePerson.name} has an account, and a mail to ${data.invitePerson.email} is queued.`}
      </p>
    </form>
  );
}
