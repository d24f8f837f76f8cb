import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';

import { ProblemList, problemOf } from '../../components/problem-list.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';

/** What a reader typed; `website` is a box that people do not see. */
export interface ReaderWords {
  readonly text: string;
  readonly email: string;
  readonly website: string;
}

/** What came of it: a sentence, or what has to be put right. */
export type ReaderOutcome = { readonly said: string } | { readonly problems: readonly Problem[] };

interface ReaderFormProps {
  readonly label: string;
  readonly hint: string;
  readonly emailLabel: string;
  readonly emailHint: string;
  readonly action: string;
  /** Most characters of the text. */
  readonly longest?: number;
  readonly onSend: (words: ReaderWords) => Promise<ReaderOutcome>;
  /** What is asked beside text and address. */
  readonly children?: ReactNode;
}

/** A message of a reader: text, an address for the answer, and a box that only programs fill in. */
export function ReaderForm(props: ReaderFormProps) {
  const { label, hint, emailLabel, emailHint, action, longest = 3000, onSend, children } = props;
  const [words, setWords] = useState<ReaderWords>({ text: '', email: '', website: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await onSend(words);
    setBusy(false);
    if ('said' in outcome) {
      setSaid(outcome.said);
      setProblems([]);
      setWords({ text: '', email: '', website: '' });
    } else {
      setSaid('');
      setProblems(outcome.problems);
    }
    top.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="la-measure" aria-label={action}>
      <div ref={top} tabIndex={-1}>
        <ProblemList heading="Nothing was sent" problems={problems} />
        <p role="status">{said}</p>
      </div>
      {children}
      <TextArea
        label={label}
        hint={hint}
        value={words.text}
        rows={6}
        maxLength={longest}
        problem={problemOf(problems, 'text')}
        onChange={(text) => setWords({ ...words, text })}
      />
      <TextField
        label={emailLabel}
        hint={emailHint}
        type="email"
        autoComplete="email"
        value={words.email}
        maxLength={254}
        problem={problemOf(problems, 'email')}
        onChange={(email) => setWords({ ...words, email })}
      />
      <div className="nhsuk-u-visually-hidden" aria-hidden="true">
        <label htmlFor={id}>Leave this empty</label>
        <input
          id={id}
          tabIndex={-1}
          autoComplete="off"
          value={words.website}
          onChange={(event) => setWords({ ...words, website: event.target.value })}
        />
      </div>
      <button className="nhsuk-button" type="submit" aria-disabled={busy}>
        {busy ? 'Sending…' : action}
      </button>
    </form>
  );
}
