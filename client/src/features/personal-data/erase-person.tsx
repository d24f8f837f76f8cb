import { RECORD_WORDS } from '@liaison-atlas/shared/privacy/record-kinds';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import type { Found } from './personal-data.graphql.js';
import { erasePersonMutation } from './personal-data.graphql.js';

interface ErasePersonProps {
  readonly found: Found;
  readonly onDone: (words: string) => void;
}

/** Erases somebody, after saying once more what goes and what stays. */
export function ErasePerson({ found, onDone }: ErasePersonProps) {
  const [asking, setAsking] = useState(false);
  const [{ fetching, error }, erase] = useMutation(erasePersonMutation);
  const confirm = async () => {
    const { data } = await erase({ email: found.email });
    setAsking(false);
    if (data)
      onDone(
        `Erased. ${data.erasePerson.mails} mails were emptied, ${data.erasePerson.texts} other texts masked. Backups still hold the person until they go by their rotation.`,
      );
  };
  const kept = found.records.filter(({ kind }) => RECORD_WORDS[kind].onErasure === 'kept');
  const gone = found.records.filter(({ kind }) => RECORD_WORDS[kind].onErasure === 'erased');
  return (
    <section aria-labelledby="erase-person">
      <h2 id="erase-person">Erase</h2>
      {found.obstacle ? (
        <ProblemNotice problem={found.obstacle} />
      ) : (
        <>
          <p>Nobody can take it back. What stays, and why, stands in the table above.</p>
          {error && <ProblemNotice problem={toProblem(error)} />}
          <button
            type="button"
            className="nhsuk-button nhsuk-button--warning"
            onClick={() => setAsking(true)}
          >
            Erase this person
          </button>
        </>
      )}
      {asking && (
        <ConfirmDialog
          heading={`Erase ${found.email}?`}
          action="Erase for good"
          busy={fetching}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>These go:</p>
          <ul>
            {gone.map(({ kind, count }) => (
              <li key={kind}>
                {RECORD_WORDS[kind].heading} ({count})
              </li>
            ))}
          </ul>
          {kept.length > 0 && (
            <>
              <p>These stay, and lead to nobody any more:</p>
              <ul>
                {kept.map(({ kind, count }) => (
                  <li key={kind}>
                    {RECORD_WORDS[kind].heading} ({count}). {RECORD_WORDS[kind].why}
                  </li>
                ))}
              </ul>
            </>
          )}
        </ConfirmDialog>
      )}
    </section>
  );
}
