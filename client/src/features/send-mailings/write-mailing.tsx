import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import {
  MOST_BODY,
  MOST_SUBJECT,
  PLACEHOLDER_WORDS,
  PLACEHOLDERS,
} from '@liaison-atlas/shared/fieldwork/mailing/mail-template';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';

import { Details } from '../../components/details.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { listWords } from '../../lib/contact-list-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { type MailingDraft, MailingPreview } from './mailing-preview.js';
import { type FirstTexts, mailingPreviewQuery, type ShownPreview } from './send-mailings.graphql.js';

interface WriteMailingProps {
  readonly roundId: string;
  readonly lists: readonly {
    readonly id: string;
    readonly name: string;
    readonly general: boolean;
    readonly people: number;
    readonly perspective: Perspective | null;
  }[];
  /** Texts to begin with. */
  readonly first: FirstTexts;
  readonly onSent: () => void;
}

/** Writes a mailing: kind, lists and text first, then a preview, and sending only from there. */
export function WriteMailing({ roundId, lists, first, onSent }: WriteMailingProps) {
  const client = useClient();
  const [draft, setDraft] = useState<MailingDraft>({
    kind: 'invitation',
    listIds: [],
    subject: first.invitation.subject,
    body: first.invitation.body,
  });
  const [preview, setPreview] = useState<ShownPreview | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const change = (changed: Partial<MailingDraft>) => {
    setPreview(null);
    setSaid('');
    setDraft({ ...draft, ...changed });
  };
  const look = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    const input = { roundId, ...draft, listIds: [...draft.listIds] };
    const { data, error } = await client
      .query(mailingPreviewQuery, { input }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    const outcome = data?.mailingPreview;
    const shown = outcome?.__typename === 'MailingPreview' ? outcome : null;
    setPreview(shown);
    if (shown !== null) setProblems([]);
    else if (error) setProblems([toProblem(error)]);
    else if (outcome?.__typename === 'MailingRefused') setProblems(outcome.problems);
  };
  const sent = (mails: number) => {
    setPreview(null);
    setSaid(`${mails} ${mails === 1 ? 'mail is' : 'mails are'} queued.`);
    onSent();
  };
  return (
    <section aria-labelledby="write-heading">
      <h2 id="write-heading">Write a mailing</h2>
      {said !== '' && <p className="nhsuk-inset-text">{said}</p>}
      <div className="la-measure la-no-print">
        <ProblemList
          heading="There is no preview"
          problems={problems.filter(({ field }) => field !== 'subject' && field !== 'body')}
        />
        <form onSubmit={(event) => void look(event)} noValidate>
          <SelectField
            label="What it is"
            value={draft.kind}
            choices={[
              { value: 'invitation', label: 'Invitation: to contacts without a link' },
              { value: 'reminder', label: 'Reminder: where nobody has answered' },
            ]}
            onChange={(value) => {
              const kind = value === 'reminder' ? 'reminder' : 'invitation';
              const { subject, body } = first[kind];
              change({ kind, subject, body });
            }}
          />
          <fieldset className="nhsuk-fieldset nhsuk-form-group">
            <legend className="nhsuk-fieldset__legend">To the lists (none chosen: all of them)</legend>
            <div className="nhsuk-checkboxes">
              {lists.map(({ id, people, ...list }) => (
                <div className="nhsuk-checkboxes__item" key={id}>
                  <input
                    className="nhsuk-checkboxes__input"
                    type="checkbox"
                    id={`list-${id}`}
                    checked={draft.listIds.includes(id)}
                    onChange={({ target }) =>
                      change({
                        listIds: target.checked
                          ? [...draft.listIds, id]
                          : draft.listIds.filter((other) => other !== id),
                      })
                    }
                  />
                  <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`list-${id}`}>
                    {listWords(list)}: {people}
                  </label>
                </div>
              ))}
            </div>
            {lists.length === 0 && <p>There is no list yet: begin one under Contacts.</p>}
          </fieldset>
          <TextField
            label="Subject"
            value={draft.subject}
            maxLength={MOST_SUBJECT}
            problem={problemOf(problems, 'subject')}
            onChange={(subject) => change({ subject })}
          />
          <TextArea
            label="Text"
            value={draft.body}
            rows={16}
            maxLength={MOST_BODY}
            problem={problemOf(problems, 'body')}
            onChange={(body) => change({ body })}
          />
          <Details summary="What can stand in braces">
            <ul>
              {PLACEHOLDERS.filter((each) => each !== 'answers').map((each) => (
                <li key={each}>
                  <code>{`{${each}}`}</code>: {PLACEHOLDER_WORDS[each]}
                </li>
              ))}
            </ul>
          </Details>
          <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={busy}>
            {busy ? 'Looking…' : 'Show who gets it'}
          </button>
        </form>
      </div>
      {preview !== null && (
        <MailingPreview
          roundId={roundId}
          draft={draft}
          preview={preview}
          onAgain={() => void look()}
          onSent={sent}
        />
      )}
    </section>
  );
}
