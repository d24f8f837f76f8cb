import {
  CONTACT_COLUMNS,
  type ContactImportReport,
} from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { PERSPECTIVES } from '@liaison-atlas/shared/fieldwork/response';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';

import { Details } from '../../components/details.js';
import { FileField } from '../../components/file-field.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { listWords, PERSPECTIVE_CHOICES } from '../../lib/contact-list-words.js';
import { sendList } from '../../lib/send-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { useListImport } from '../../lib/use-list-import.js';
import { BASIS_CHOICES } from './basis-words.js';
import { ContactReport } from './contact-report.js';
import { createContactListMutation, type ShownList } from './manage-contacts.graphql.js';

interface ImportContactsProps {
  readonly roundId: string;
  readonly lists: readonly ShownList[];
  readonly onChanged: () => void;
}

const NO_SOURCE: Problem = {
  code: 'MISSING_VALUE',
  field: 'source',
  message: 'Where the addresses come from is missing.',
  mend: 'Say who gave them and when: people may ask.',
};

/** Lists, and people from a file: checked first, with a report line by line, and stored when it is confirmed. */
export function ImportContacts({ roundId, lists, onChanged }: ImportContactsProps) {
  return (
    <>
      <NewList roundId={roundId} onMade={onChanged} />
      {lists.length > 0 && <ImportForm roundId={roundId} lists={lists} onStored={onChanged} />}
    </>
  );
}

function NewList({ roundId, onMade }: { readonly roundId: string; readonly onMade: () => void }) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState('round');
  const [asked, setAsked] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, create] = useMutation(createContactListMutation);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data, error } = await create({
      roundId: scope === 'round' ? roundId : '',
      name,
      perspective: PERSPECTIVES.find((each) => each === asked) ?? null,
    });
    const outcome = data?.createContactList;
    if (outcome?.__typename !== 'ContactList') {
      setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
      return;
    }
    setProblems([]);
    setName('');
    onMade();
  };
  return (
    <section className="la-measure la-no-print" aria-labelledby="new-list">
      <h2 id="new-list">Begin a list</h2>
      <ProblemList heading="No list was made" problems={problems.filter(({ field }) => field !== 'name')} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="Name of the list"
          hint="Such as Members of the faculty."
          value={name}
          maxLength={120}
          problem={problemOf(problems, 'name')}
          onChange={setName}
        />
        <SelectField
          label="For"
          value={scope}
          choices={[
            { value: 'round', label: 'this round' },
            { value: 'general', label: 'every round' },
          ]}
          onChange={setScope}
        />
        <SelectField
          label="Its people are asked as"
          hint="Reminders go on until somebody has answered from this perspective."
          value={asked}
          choices={PERSPECTIVE_CHOICES}
          onChange={setAsked}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={fetching}>
          Begin the list
        </button>
      </form>
    </section>
  );
}

interface ImportFormProps {
  readonly roundId: string;
  readonly lists: readonly ShownList[];
  readonly onStored: () => void;
}

function ImportForm({ roundId, lists, onStored }: ImportFormProps) {
  const [listId, setListId] = useState(lists[0]?.id ?? '');
  const [legalBasis, setLegalBasis] = useState('public_task');
  const [source, setSource] = useState('');
  const list = useListImport<ContactImportReport>({
    send: (file, plan) =>
      sendList(`/manage/v1/rounds/${encodeURIComponent(roundId)}/contacts/import`, file, {
        list: listId,
        basis: legalBasis,
        source,
        plan,
      }),
    missing: source.trim() === '' ? [NO_SOURCE] : [],
    onStored,
  });
  return (
    <section aria-labelledby="import-contacts">
      <h2 id="import-contacts">Import people into a list</h2>
      <div className="la-measure la-no-print">
        <Details summary="How a list looks">
          <p>
            The first line holds the headings {CONTACT_COLUMNS.join(', ')}, each further line one person. Name
            and role may be left out. Hospitals are ODS codes such as RW603, several apart by semicolons.
            Lines with the same address are put together.
          </p>
        </Details>
        <ProblemList
          heading="Nothing was stored"
          problems={list.problems.filter(({ field }) => field !== 'file' && field !== 'source')}
        />
        <form onSubmit={list.check} noValidate>
          <SelectField
            label="Into the list"
            value={listId}
            choices={lists.map((one) => ({ value: one.id, label: listWords(one) }))}
            onChange={(id) => {
              list.drop();
              setListId(id);
            }}
          />
          <FileField
            label="File (CSV in UTF-8)"
            accept=".csv,text/csv,text/plain"
            problem={problemOf(list.problems, 'file')}
            inputRef={list.chooser}
            onChange={list.choose}
          />
          <SelectField
            label="Legal basis"
            hint="On what ground these people are kept and written to."
            value={legalBasis}
            choices={BASIS_CHOICES}
            onChange={setLegalBasis}
          />
          <TextField
            label="Where the addresses come from"
            value={source}
            maxLength={200}
            problem={problemOf(list.problems, 'source')}
            onChange={setSource}
          />
          <button type="submit" className="nhsuk-button" aria-disabled={list.busy}>
            Check the list
          </button>
        </form>
      </div>
      <p role="status" className="la-busy">
        {list.busyWords}
      </p>
      {list.report !== null && (
        <ContactReport
          report={list.report}
          storing={list.storing}
          onConfirm={list.confirm}
          onCancel={list.drop}
        />
      )}
    </section>
  );
}
