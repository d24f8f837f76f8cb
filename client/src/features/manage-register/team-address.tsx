import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { Details } from '../../components/details.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { setTeamAddressMutation } from './register-inbox.graphql.js';

interface TeamAddressProps {
  readonly serviceId: string;
  readonly onDone: (said: string) => void;
}

/** Where questions to the team go. What is on file is not shown: it can be replaced or taken away. */
export function TeamAddress({ serviceId, onDone }: TeamAddressProps) {
  const [email, setEmail] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, send] = useMutation(setTeamAddressMutation);
  const put = async (address: string) => {
    if (fetching) return;
    const outcome = await send({ serviceId, email: address });
    const result = outcome.data?.setTeamAddress;
    if (result?.__typename === 'RegisterDone') {
      setEmail('');
      setProblems([]);
      onDone(result.said);
    } else setProblems(outcome.error ? [toProblem(outcome.error)] : (result?.problems ?? []));
  };
  return (
    <Details summary="Where questions to the team go">
      <ProblemList heading="Nothing was stored" problems={problems} />
      <TextField
        label="E-mail address of the team"
        hint="Better one of the team than of a person. It is shown to nobody, you included."
        type="email"
        value={email}
        maxLength={254}
        problem={problemOf(problems, 'email')}
        onChange={setEmail}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        aria-disabled={fetching || email.trim() === ''}
        onClick={() => void (email.trim() === '' ? undefined : put(email))}
      >
        Put it on file
      </button>{' '}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-disabled={fetching}
        onClick={() => void put('')}
      >
        Take away what is on file
      </button>
    </Details>
  );
}
