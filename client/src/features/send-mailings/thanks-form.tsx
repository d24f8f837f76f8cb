import { MOST_BODY, MOST_SUBJECT } from '@liaison-atlas/shared/fieldwork/mailing/mail-template';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ProblemList, problemOf } from '../../components/problem-list.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { type FirstTexts, setThanksMutation, type ShownMailing } from './send-mailings.graphql.js';

interface ThanksFormProps {
  readonly roundId: string;
  /** null = never turned on. */
  readonly thanks: ShownMailing | null;
  /** Text to begin with. */
  readonly first: FirstTexts['thanks'];
  readonly onChanged: () => void;
}

/** Thanks with a copy of the answers: off until the lead turns them on. */
export function ThanksForm({ roundId, thanks, first, onChanged }: ThanksFormProps) {
  const [subject, setSubject] = useState(thanks?.subject ?? first.subject);
  const [body, setBody] = useState(thanks?.body ?? first.body);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, set] = useMutation(setThanksMutation);
  const isOn = thanks?.state === 'on';
  const turn = async (on: boolean) => {
    if (fetching) return;
    const { data, error } = await set({ roundId, on, subject, body });
    const outcome = data?.setThanks;
    const done = outcome?.__typename === 'Mailing';
    setProblems(done ? [] : error ? [toProblem(error)] : (outcome?.problems ?? []));
    if (done) onChanged();
  };
  return (
    <section aria-labelledby="thanks-heading" className="la-measure">
      <h2 id="thanks-heading">Thanks with a copy of the answers</h2>
      <p>
        {isOn
          ? 'On: whoever answers by a link that was mailed gets this mail once, at that address and no other.'
          : 'Off: nobody gets a mail after answering.'}
      </p>
      <ProblemList
        heading="Nothing was changed"
        problems={problems.filter(({ field }) => field !== 'subject' && field !== 'body')}
      />
      <TextField
        label="Subject of thanks"
        value={subject}
        maxLength={MOST_SUBJECT}
        problem={problemOf(problems, 'subject')}
        onChange={setSubject}
      />
      <TextArea
        label="Text of thanks"
        hint="{answers} stands for the copy of the answers; it is put in when the mail is sent."
        value={body}
        rows={10}
        maxLength={MOST_BODY}
        problem={problemOf(problems, 'body')}
        onChange={setBody}
      />
      <div className="la-actions la-no-print">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          aria-disabled={fetching}
          onClick={() => void turn(true)}
        >
          {isOn ? 'Store the text of thanks' : 'Turn thanks on'}
        </button>
        {isOn && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            aria-disabled={fetching}
            onClick={() => void turn(false)}
          >
            Turn thanks off
          </button>
        )}
      </div>
    </section>
  );
}
