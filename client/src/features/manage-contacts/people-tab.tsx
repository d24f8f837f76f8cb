import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { Pagination } from '../../components/pagination.js';
import { ProblemList } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { listWords } from '../../lib/contact-list-words.js';
import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { ContactForm } from './contact-form.js';
import type { ContactView } from './contact-view.js';
import {
  type contactsQuery,
  eraseContactMutation,
  setOptOutMutation,
  type ShownContact,
} from './manage-contacts.graphql.js';

export const ROWS_A_PAGE = 25;

interface PeopleTabProps {
  readonly roundId: string;
  readonly book: ResultOf<typeof contactsQuery>['contacts'];
  readonly busy: boolean;
  readonly view: ContactView;
  readonly onView: (view: ContactView) => void;
  readonly onChanged: () => void;
}

/** Everybody on the lists of a round: found, changed, taken out of mail, erased. */
export function PeopleTab({ roundId, book, busy, view, onView, onChanged }: PeopleTabProps) {
  const [editing, setEditing] = useState<ShownContact | 'new' | null>(null);
  const [erasing, setErasing] = useState<ShownContact | null>(null);
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [, optOut] = useMutation(setOptOutMutation);
  const [{ fetching }, erase] = useMutation(eraseContactMutation);
  const pages = Math.max(1, Math.ceil(book.total / ROWS_A_PAGE));
  const done = (words: string) => {
    setProblems([]);
    setSaid(words);
    setEditing(null);
    setErasing(null);
    onChanged();
  };
  const setMail = async ({ id, email, optedOutAt }: ShownContact) => {
    const { error } = await optOut({ roundId, id, optedOut: optedOutAt === null });
    if (error) setProblems([toProblem(error)]);
    else done(optedOutAt === null ? `${email} gets no more mail.` : `${email} may get mail again.`);
  };
  const eraseNow = async ({ id, email }: ShownContact) => {
    const { error } = await erase({ roundId, id });
    setErasing(null);
    if (error) setProblems([toProblem(error)]);
    else done(`${email} was erased.`);
  };
  return (
    <>
      <div className="la-filters">
        <SelectField
          label="List"
          value={view.listId}
          choices={[
            { value: '', label: 'All lists' },
            ...book.lists.map((list) => ({ value: list.id, label: `${listWords(list)}: ${list.people}` })),
          ]}
          onChange={(listId) => onView({ ...view, listId, page: 1 })}
        />
        <SelectField
          label="Show"
          value={view.only}
          choices={[
            { value: '', label: 'Everybody' },
            { value: 'opted_out', label: `Want no more mail: ${book.optedOut}` },
            { value: 'bounced', label: `Address refused: ${book.bounced}` },
          ]}
          onChange={(only) => onView({ ...view, only: only as ContactView['only'], page: 1 })}
        />
        <TextField
          label="Part of a name or an address"
          value={view.search}
          maxLength={100}
          onChange={(search) => onView({ ...view, search, page: 1 })}
        />
      </div>
      <p role="status">
        {said !== '' && `${said} `}
        {book.total === 0 ? 'Nobody is shown.' : `${countOf(book.total, 'person', 'people')}.`}
        {busy && ' Loading…'}
      </p>
      <ProblemList heading="Nothing was changed" problems={problems} />
      <div className="la-actions la-no-print">
        {book.lists.length > 0 && editing === null && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => setEditing('new')}
          >
            Add a person
          </button>
        )}
        <a href={`/manage/v1/rounds/${encodeURIComponent(roundId)}/contacts.csv`} download>
          Download all as CSV
        </a>
      </div>
      {book.lists.length === 0 && <p>There is no list yet. Begin one under “Lists and import”.</p>}
      {editing !== null && (
        <ContactForm
          key={editing === 'new' ? '' : editing.id}
          roundId={roundId}
          contact={editing === 'new' ? null : editing}
          lists={book.lists}
          onSaved={(email) => done(`${email} was stored.`)}
          onCancel={() => setEditing(null)}
        />
      )}
      {book.contacts.length > 0 && (
        <DataTable
          caption={`People by address, page ${view.page} of ${pages}`}
          columns={[
            { id: 'email', heading: 'Address', names: true, cell: ({ email }) => email },
            {
              id: 'name',
              heading: 'Name and role',
              cell: ({ name, job }) => [name, job].filter(Boolean).join(', ') || 'not known',
            },
            {
              id: 'hospitals',
              heading: 'Hospitals',
              cell: ({ hospitals }) =>
                hospitals.map(({ odsCode, name }) => `${name} (${odsCode})`).join('; ') || 'none',
            },
            { id: 'mail', heading: 'Mail', cell: mailWords },
            {
              id: 'actions',
              heading: 'Change',
              cell: (contact) => (
                <Actions
                  contact={contact}
                  onEdit={() => setEditing(contact)}
                  onMail={() => void setMail(contact)}
                  onErase={() => setErasing(contact)}
                />
              ),
            },
          ]}
          rows={book.contacts}
          keyOf={({ id }) => id}
        />
      )}
      <Pagination page={view.page} pages={pages} what="people" onPage={(page) => onView({ ...view, page })} />
      {erasing !== null && (
        <ConfirmDialog
          heading="Erase this person for good?"
          action={fetching ? 'Erasing…' : 'Yes, erase'}
          busy={fetching}
          onConfirm={() => void eraseNow(erasing)}
          onClose={() => setErasing(null)}
        >
          <p>
            Name and address of {erasing.email} are erased here and in every mail to them; what waits is not
            sent. An answer that they gave stays. It cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function mailWords({ optedOutAt, bouncedAt }: ShownContact): string {
  if (optedOutAt !== null) return `wants no more, since ${dayInWords(optedOutAt)}`;
  return bouncedAt === null ? 'may be sent' : `address refused on ${dayInWords(bouncedAt)}`;
}

interface ActionsProps {
  readonly contact: ShownContact;
  readonly onEdit: () => void;
  readonly onMail: () => void;
  readonly onErase: () => void;
}

function Actions({ contact: { email, optedOutAt }, onEdit, onMail, onErase }: ActionsProps) {
  const of = <span className="nhsuk-u-visually-hidden">: {email}</span>;
  return (
    <span className="la-no-print la-row-actions">
      <button type="button" className="la-link-button" onClick={onEdit}>
        Change{of}
      </button>{' '}
      <button type="button" className="la-link-button" onClick={onMail}>
        {optedOutAt === null ? 'No more mail' : 'Allow mail again'}
        {of}
      </button>{' '}
      <button type="button" className="la-link-button" onClick={onErase}>
        Erase{of}
      </button>
    </span>
  );
}
