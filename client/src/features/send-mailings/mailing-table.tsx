import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { ProblemList } from '../../components/problem-list.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { mailingStateWords, mailingTitle, progressWords } from './mailing-words.js';
import { controlMailingMutation, type ShownMailing } from './send-mailings.graphql.js';

interface MailingTableProps {
  readonly mailings: readonly ShownMailing[];
  readonly onChanged: () => void;
}

/** What has been sent, what is being sent, and the buttons that stop it. */
export function MailingTable({ mailings, onChanged }: MailingTableProps) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [cancelling, setCancelling] = useState<ShownMailing | null>(null);
  const [{ fetching }, control] = useMutation(controlMailingMutation);
  const act = async (id: string, what: 'pause' | 'resume' | 'cancel') => {
    if (fetching) return;
    const { error } = await control({ id, act: what });
    setCancelling(null);
    setProblems(error ? [toProblem(error)] : []);
    onChanged();
  };
  const open = mailings.reduce((sum, { queued, sending }) => sum + queued + sending, 0);
  return (
    <section aria-labelledby="mailings-heading">
      <h2 id="mailings-heading">Mailings of this round</h2>
      <p role="status">
        {mailings.length === 0
          ? 'Nothing has been sent in this round.'
          : open === 0
            ? 'Nothing waits to be sent.'
            : `${countOf(open, 'mail')} to go.`}
      </p>
      {mailings.some(({ inDoubt }) => inDoubt > 0) && (
        <p>
          In doubt: the connection or the product broke off while these were handed over, so nobody knows
          whether they went out. They stand first in the outbox, where you can have each sent again.
        </p>
      )}
      <ProblemList heading="Nothing was changed" problems={problems} />
      {mailings.length > 0 && (
        <DataTable
          caption="Mailings, the newest first"
          columns={[
            { id: 'title', heading: 'Mailing', names: true, cell: mailingTitle },
            { id: 'subject', heading: 'Subject', cell: ({ subject }) => subject },
            { id: 'state', heading: 'State', cell: mailingStateWords },
            { id: 'progress', heading: 'Mails', cell: progressWords },
            {
              id: 'acts',
              heading: 'Change',
              cell: (mailing) => (
                <Acts mailing={mailing} onAct={act} onCancel={() => setCancelling(mailing)} />
              ),
            },
          ]}
          rows={mailings}
          keyOf={({ id }) => id}
        />
      )}
      {cancelling !== null && (
        <ConfirmDialog
          heading={`Cancel ${mailingTitle(cancelling)}?`}
          action={fetching ? 'Cancelling…' : 'Yes, cancel it'}
          busy={fetching}
          onConfirm={() => void act(cancelling.id, 'cancel')}
          onClose={() => setCancelling(null)}
        >
          <p>
            {countOf(cancelling.queued + cancelling.held, 'mail')} will not be sent. What has gone out stays;
            whoever was not reached can be written to again.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}

interface ActsProps {
  readonly mailing: ShownMailing;
  readonly onAct: (id: string, act: 'pause' | 'resume') => Promise<void>;
  readonly onCancel: () => void;
}

function Acts({ mailing, onAct, onCancel }: ActsProps) {
  const { id, state } = mailing;
  const of = <span className="nhsuk-u-visually-hidden"> {mailingTitle(mailing)}</span>;
  if (state !== 'scheduled' && state !== 'sending' && state !== 'paused') return <>nothing to change</>;
  const paused = state === 'paused';
  return (
    <span className="la-no-print">
      <button
        type="button"
        className="la-link-button"
        onClick={() => void onAct(id, paused ? 'resume' : 'pause')}
      >
        {paused ? 'Go on with' : 'Pause'}
        {of}
      </button>{' '}
      <button type="button" className="la-link-button" onClick={onCancel}>
        Cancel{of}
      </button>
    </span>
  );
}
