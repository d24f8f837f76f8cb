import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';

import { TextField } from './fields.js';

/** Begins a new series. */
export function NewDraftForm(props: {
  readonly onBegin: (key: string, title: string) => Promise<readonly Problem[]>;
}) {
  const [key, setKey] = useState('');
  const [title, setTitle] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void props.onBegin(key.trim(), title).then(setProblems);
  };
  return (
    <form onSubmit={send} noValidate>
      <h2>New questionnaire</h2>
      <TextField
        label="Title"
        value={title}
        problems={problems.filter(({ field }) => field !== 'key')}
        onChange={setTitle}
      />
      <TextField
        label="Name of the series"
        hint="The same for all its versions; lower-case letters, digits and -, such as liaison-services."
        value={key}
        problems={problems.filter(({ field }) => field === 'key')}
        onChange={setKey}
      />
      <button className="nhsuk-button" type="submit">
        Begin the questionnaire
      </button>
    </form>
  );
}
