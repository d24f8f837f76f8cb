import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { ProblemList } from '../../components/problem-list.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { leftOutWords } from './mailing-words.js';
import { sendMailingMutation, type ShownPreview } from './send-mailings.graphql.js';

/** A mailing as it is being written. */
export interface MailingDraft {
  readonly kind: 'invitation' | 'reminder';
  readonly listIds: readonly string[];
  readonly subject: string;
  readonly body: string;
}

interface MailingPreviewProps {
  readonly roundId: string;
  readonly draft: MailingDraft;
  readonly preview: ShownPreview;
  readonly onAgain: () => void;
  readonly onSent: (mails: number) => void;
}

/** Who gets the mail, who does not and why, one mail as it will be read, and the button that sends exactly that. */
export function MailingPreview({ roundId, draft, preview, onAgain, onSent }: MailingPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [preview]);
  const [later, setLater] = useState('');
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, send] = useMutation(sendMailingMutation);
  const moment = later === '' || Number.isNaN(Date.parse(later)) ? '' : new Date(later).toISOString();
  const confirm = async () => {
    const { data, error } = await send({
      input: {
        roundId,
        ...draft,
        listIds: [...draft.listIds],
        audienceHash: preview.audienceHash,
        sendAt: moment,
      },
    });
    setAsking(false);
    const outcome = data?.sendMailing;
    if (outcome?.__typename === 'Mailing') onSent(outcome.recipients);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  const { mails, people, hospitals, example, recipients, leftOut, leftOutCount, reasons } = preview;
  const size = `${countOf(mails, 'mail')} to ${countOf(people, 'person', 'people')} about ${countOf(hospitals, 'hospital')}`;
  return (
    <section aria-labelledby="preview-heading">
      <h3 id="preview-heading" tabIndex={-1} ref={heading}>
        {mails === 0 ? 'Nobody would get it' : size}
      </h3>
      {reasons.length > 0 && (
        <>
          <p>Left out:</p>
          <ul>
            {reasons.map(({ reason, count }) => (
              <li key={reason}>
                {count}: {leftOutWords(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      {example && (
        <>
          <h4>One of them, to {example.to}</h4>
          <div className="nhsuk-inset-text">
            <p>
              <strong>{example.subject}</strong>
            </p>
            <p className="la-mail">{example.body}</p>
          </div>
        </>
      )}
      {mails > 0 && (
        <Details
          summary={`Who gets it${recipients.length < mails ? `: the first ${recipients.length}` : ''}`}
        >
          <DataTable
            caption="Mails that will go out"
            columns={[
              { id: 'email', heading: 'Address', names: true, cell: ({ email }) => email },
              { id: 'name', heading: 'Name', cell: ({ name }) => name || 'not known' },
              { id: 'hospital', heading: 'Hospital', cell: ({ hospital }) => hospital },
            ]}
            rows={recipients}
            keyOf={({ email, hospital }) => `${email} ${hospital}`}
          />
        </Details>
      )}
      {leftOutCount > 0 && (
        <Details
          summary={`Who does not, and why${leftOut.length < leftOutCount ? `: the first ${leftOut.length}` : ''}`}
        >
          <DataTable
            caption="Mails that will not go out"
            columns={[
              { id: 'email', heading: 'Address', names: true, cell: ({ email }) => email },
              { id: 'hospital', heading: 'Hospital', cell: ({ hospital }) => hospital || 'all of theirs' },
              { id: 'reason', heading: 'Why', cell: ({ reason }) => leftOutWords(reason) },
            ]}
            rows={leftOut}
            keyOf={({ email, hospital }) => `${email} ${hospital}`}
          />
        </Details>
      )}
      <ProblemList heading="Nothing was sent" problems={problems} />
      {problems.some(({ code }) => code === 'AUDIENCE_CHANGED') && (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onAgain}>
          Show the preview again
        </button>
      )}
      {mails > 0 && (
        <div className="la-no-print">
          <div className="nhsuk-form-group">
            <label className="nhsuk-label" htmlFor="send-later">
              Not before (your time; empty: now)
            </label>
            <input
              className="nhsuk-input nhsuk-input--width-20"
              id="send-later"
              type="datetime-local"
              value={later}
              onChange={(event) => setLater(event.target.value)}
            />
          </div>
          <button
            type="button"
            className="nhsuk-button"
            aria-haspopup="dialog"
            onClick={() => {
              setProblems([]);
              setAsking(true);
            }}
          >
            {moment === '' ? `Send ${countOf(mails, 'mail')} now` : `Schedule ${countOf(mails, 'mail')}`}
          </button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          heading={moment === '' ? 'Send now?' : `Send on ${formatMoment(moment)}?`}
          action={fetching ? 'Queuing…' : 'Yes, send'}
          busy={fetching}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>{size}. What has gone out cannot be called back; what waits can be paused or cancelled.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
