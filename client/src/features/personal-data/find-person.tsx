import { useRef, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { FoundRecords } from './found-records.js';
import { ErasePerson } from './erase-person.js';
import { type Found, findPersonMutation } from './personal-data.graphql.js';
import { RectifyPerson } from './rectify-person.js';
import { SavePerson } from './save-person.js';

/** Looks an exact address up, and offers what its owner can ask for. */
export function FindPerson() {
  const [email, setEmail] = useState('');
  const [found, setFound] = useState<Found>();
  const [said, setSaid] = useState('');
  const outcome = useRef<HTMLParagraphElement>(null);
  const [{ fetching, error }, find] = useMutation(findPersonMutation);
  const problem = error && toProblem(error);
  const look = async (address: string, words = '') => {
    const { data } = await find({ email: address });
    setFound(data?.findPerson);
    setSaid(data ? words || summaryOf(data.findPerson) : '');
  };
  // What was done stands above all that can be done, and may take the pressed button away: the focus goes there.
  const lookAgain = async (address: string, words: string) => {
    await look(address, words);
    outcome.current?.focus();
  };
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!fetching) void look(email);
        }}
      >
        <TextField
          label="E-mail address"
          hint="The exact address. That you looked it up is noted in the audit trail, without the address."
          type="email"
          problem={problem?.field === 'email' ? `${problem.message} ${problem.mend}` : ''}
          value={email}
          onChange={setEmail}
        />
        <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
          {fetching ? 'Looking…' : 'Find'}
        </button>
      </form>
      {problem && problem.field !== 'email' && <ProblemNotice problem={problem} />}
      <p role="status" tabIndex={-1} ref={outcome}>
        {fetching ? '' : said}
      </p>
      {found && found.records.length > 0 && (
        <>
          <FoundRecords found={found} />
          <SavePerson email={found.email} />
          <RectifyPerson email={found.email} onDone={(words, now) => void lookAgain(now, words)} />
          <ErasePerson found={found} onDone={(words) => void lookAgain(found.email, words)} />
        </>
      )}
    </>
  );
}

const summaryOf = ({ email, records }: Found): string =>
  records.length === 0
    ? `Nothing is kept about ${email}. People may stand under an older address too.`
    : `${email} stands in ${records.length} ${records.length === 1 ? 'kind' : 'kinds'} of records.`;
