import type { LegalBasis } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { BASIS_CHOICES } from './basis-words.js';
import { saveContactMutation, type ShownContact, type ShownList } from './manage-contacts.graphql.js';

interface ContactFormProps {
  readonly roundId: string;
  /** null = a new one. */
  readonly contact: ShownContact | null;
  readonly lists: readonly ShownList[];
  readonly onSaved: (email: string) => void;
  readonly onCancel: () => void;
}

const FIELDS = ['email', 'name', 'role', 'hospitals', 'source'];

/** One person, new or to be changed. */
export function ContactForm({ roundId, contact, lists, onSaved, onCancel }: ContactFormProps) {
  const [values, setValues] = useState({
    listId: lists[0]?.id ?? '',
    email: contact?.email ?? '',
    name: contact?.name ?? '',
    job: contact?.job ?? '',
    hospitals: contact?.hospitals.map(({ odsCode }) => odsCode).join(' ') ?? '',
    legalBasis: (contact?.legalBasis ?? 'public_task') as LegalBasis,
    source: contact?.source ?? '',
  });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, save] = useMutation(saveContactMutation);
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data, error } = await save({ input: { roundId, id: contact?.id ?? '', ...values } });
    const outcome = data?.saveContact;
    if (outcome?.__typename === 'Contact') onSaved(outcome.email);
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  const title = contact === null ? 'Add a person' : `Change ${contact.email}`;
  return (
    <section className="la-measure la-no-print" aria-labelledby="contact-form">
      <h2 id="contact-form">{title}</h2>
      <ProblemList
        heading="Nothing was stored"
        problems={problems.filter(({ field }) => !FIELDS.includes(field))}
      />
      <form onSubmit={(event) => void submit(event)} noValidate>
        {contact === null && (
          <SelectField
            label="On the list"
            value={values.listId}
            choices={lists.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(listId) => set({ listId })}
          />
        )}
        <TextField
          label="E-mail address"
          type="email"
          value={values.email}
          maxLength={254}
          problem={problemOf(problems, 'email')}
          onChange={(email) => set({ email })}
        />
        <TextField
          label="Name"
          value={values.name}
          maxLength={120}
          problem={problemOf(problems, 'name')}
          onChange={(name) => set({ name })}
        />
        <TextField
          label="Role at the hospital"
          value={values.job}
          maxLength={120}
          problem={problemOf(problems, 'role')}
          onChange={(job) => set({ job })}
        />
        <TextField
          label="Hospitals they can answer for"
          hint="ODS codes such as RW603, apart by spaces."
          value={values.hospitals}
          problem={problemOf(problems, 'hospitals')}
          onChange={(hospitals) => set({ hospitals })}
        />
        <SelectField
          label="Legal basis"
          value={values.legalBasis}
          choices={BASIS_CHOICES}
          onChange={(legalBasis) => set({ legalBasis: legalBasis as LegalBasis })}
        />
        <TextField
          label="Where the address comes from"
          value={values.source}
          maxLength={200}
          problem={problemOf(problems, 'source')}
          onChange={(source) => set({ source })}
        />
        <div className="la-actions">
          <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
            {fetching ? 'Storing…' : 'Store'}
          </button>
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </form>
    </section>
  );
}
