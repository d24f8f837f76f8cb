import { type FormEvent, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { createOpenLinkMutation } from './open-links.graphql.js';

interface NewOpenLinkFormProps {
  readonly roundId: string;
  /** Told the label of a link that has been made. */
  readonly onMade: (label: string) => void;
}

/** Makes an open link for one list. */
export function NewOpenLinkForm({ roundId, onMade }: NewOpenLinkFormProps) {
  const [name, setName] = useState('');
  const [label, setLabel] = useState('');
  const [{ data, error, fetching }, create] = useMutation(createOpenLinkMutation);
  const labelField = useRef<HTMLInputElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const refused = data?.createOpenLink.__typename === 'OpenLinkRefused' ? data.createOpenLink.problems : [];
  const wordsFor = (field: string): string => {
    const problem = refused.find((each) => each.field === field);
    return problem ? `${problem.message} ${problem.mend}` : '';
  };
  const others = refused.filter(({ field }) => field !== 'name' && field !== 'label');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const result = await create({ input: { roundId, name, label } });
    const made = result.data?.createOpenLink;
    if (made?.__typename === 'OpenLink') {
      onMade(label.trim());
      setName('');
      setLabel('');
    } else if (made?.problems.some(({ field }) => field === 'label')) labelField.current?.focus();
    else nameField.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-labelledby="new-open-link">
      <h3 id="new-open-link">Make an open link</h3>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {others.map((problem) => (
        <ProblemNotice key={problem.code} problem={problem} />
      ))}
      <TextField
        label="Which list does it go to?"
        hint="For the survey team only, such as: members of the faculty, January mailing."
        value={label}
        maxLength={200}
        problem={wordsFor('label')}
        inputRef={labelField}
        onChange={setLabel}
      />
      <TextField
        label="Last part of the address"
        hint="Small letters, digits and hyphens, such as faculty. It cannot be changed later."
        value={name}
        maxLength={40}
        problem={wordsFor('name')}
        inputRef={nameField}
        onChange={setName}
      />
      <button className="nhsuk-button" type="submit" aria-disabled={fetching}>
        {fetching ? 'Making it…' : 'Make the link'}
      </button>
    </form>
  );
}
