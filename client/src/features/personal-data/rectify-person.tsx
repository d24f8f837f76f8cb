import { useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { rectifyPersonMutation } from './personal-data.graphql.js';

interface RectifyPersonProps {
  readonly email: string;
  /** Told what was done, and under which address the person is found now. */
  readonly onDone: (words: string, email: string) => void;
}

/** Puts a name or an address right. */
export function RectifyPerson({ email, onDone }: RectifyPersonProps) {
  const [name, setName] = useState('');
  const [newEmail, setNewEmail] = useState('');
  const [{ fetching, error }, rectify] = useMutation(rectifyPersonMutation);
  const problem = error && toProblem(error);
  const problemOf = (field: string): string =>
    problem?.field === field ? `${problem.message} ${problem.mend}` : '';
  const send = async () => {
    if (fetching) return;
    const { data } = await rectify({ input: { email, name, newEmail } });
    if (!data) return;
    const { waits, demoPath } = data.rectifyPerson;
    const moved = newEmail.trim() !== '' && !waits;
    onDone(
      waits
        ? `Put right. The account keeps its address until the new one is confirmed by the link that was sent to it.${demoPath === '' ? '' : ` Demonstration: the link is ${demoPath}`}`
        : 'Put right.',
      moved ? newEmail : email,
    );
    setName('');
    setNewEmail('');
  };
  return (
    <section aria-labelledby="rectify-person">
      <h2 id="rectify-person">Put right</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label="Right name"
          hint="Leave it empty if the name is right."
          problem={problemOf('name')}
          value={name}
          onChange={setName}
        />
        <TextField
          label="Right e-mail address"
          hint="Leave it empty if the address is right. Somebody with an account has to confirm it by a mail before they can sign in with it."
          type="email"
          problem={problemOf('newEmail')}
          value={newEmail}
          onChange={setNewEmail}
        />
        {problem && !['name', 'newEmail'].includes(problem.field) && <ProblemNotice problem={problem} />}
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={fetching}>
          Put right
        </button>
      </form>
    </section>
  );
}
