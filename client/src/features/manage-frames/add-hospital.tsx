import {
  COUNTRIES,
  ED_TYPES,
  PLAN_ANSWERS,
  SITE_TYPES,
  TRUST_TYPES,
} from '@liaison-atlas/shared/frame/frame-facts';
import type { ListColumn } from '@liaison-atlas/shared/frame/frame-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';

import { Details } from '../../components/details.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { fieldWords, valueWords } from './frame-words.js';
import { addFrameUnitMutation } from './manage-frames.graphql.js';

/** What a new hospital can be described by, in the order of the form. */
const COLUMNS: readonly ListColumn[] = [
  'name',
  'trust_code',
  'trust_name',
  'trust_type',
  'former_code',
  'postcode',
  'town',
  'latitude',
  'longitude',
  'region_code',
  'icb_code',
  'country',
  'site_type',
  'ed_type',
  'opened_on',
  'ed_attendances',
  'plan_member',
];
const CHOICES: Partial<Record<ListColumn, readonly string[]>> = {
  trust_type: TRUST_TYPES,
  country: COUNTRIES,
  site_type: SITE_TYPES,
  ed_type: ED_TYPES,
  plan_member: PLAN_ANSWERS,
};
const HINTS: Partial<Record<ListColumn, string>> = {
  former_code: 'An earlier code of the same hospital, or new if it is none that is known.',
  opened_on: 'A day such as 2026-10-01; empty = not known.',
  ed_attendances: 'Of this hospital, not of its trust; empty = not known.',
  plan_member: 'Psychiatric Liaison Accreditation Network; empty = not known.',
  region_code: 'Code of the NHS England region, such as Y63.',
  icb_code: 'Code of the integrated care board, such as QHM.',
};

/** Adds a hospital: a known one by its code, a new one with facts that have a source. */
export function AddHospital({
  frameId,
  onAdded,
}: {
  readonly frameId: string;
  readonly onAdded: () => void;
}) {
  const [code, setCode] = useState('');
  const [source, setSource] = useState('');
  const [facts, setFacts] = useState<Partial<Record<ListColumn, string>>>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [added, setAdded] = useState('');
  const [{ fetching }, add] = useMutation(addFrameUnitMutation);
  const shownFields = ['odsCode', 'ods_code', 'source', ...COLUMNS];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const given = COLUMNS.flatMap((column) => {
      const value = (facts[column] ?? '').trim();
      return value === '' ? [] : [{ column, value }];
    });
    const { data, error } = await add({ input: { frameId, odsCode: code, facts: given, source } });
    const outcome = data?.addFrameUnit;
    const isAdded = outcome?.__typename === 'SamplingFrame';
    setProblems(isAdded ? [] : error ? [toProblem(error)] : (outcome?.problems ?? []));
    setAdded(isAdded ? code.trim().toUpperCase() : '');
    if (!isAdded) return;
    setCode('');
    setFacts({});
    onAdded();
  };
  return (
    <section aria-labelledby="add-hospital" className="la-measure la-no-print">
      <h3 id="add-hospital">Add a hospital</h3>
      {added !== '' && <p role="status">{added} was added.</p>}
      <ProblemList
        heading="Nothing was added"
        problems={problems.filter(({ field }) => !shownFields.includes(field))}
      />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="Code of the hospital"
          hint="Any ODS site code that it has or had."
          value={code}
          maxLength={10}
          problem={problemOf(problems, 'odsCode') || problemOf(problems, 'ods_code')}
          onChange={setCode}
        />
        <Details summary="It is a new hospital: give its facts">
          <p>What you leave empty is not known. Every fact needs a source.</p>
          <TextField
            label="Where the facts come from"
            value={source}
            maxLength={120}
            problem={problemOf(problems, 'source')}
            onChange={setSource}
          />
          {COLUMNS.map((column) => (
            <FactField
              key={column}
              column={column}
              value={facts[column] ?? ''}
              problem={problemOf(problems, column)}
              onChange={(value) => setFacts({ ...facts, [column]: value })}
            />
          ))}
        </Details>
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={fetching}>
          {fetching ? 'Adding…' : 'Add the hospital'}
        </button>
      </form>
    </section>
  );
}

interface FactFieldProps {
  readonly column: ListColumn;
  readonly value: string;
  readonly problem: string;
  readonly onChange: (value: string) => void;
}

function FactField({ column, value, problem, onChange }: FactFieldProps) {
  const choices = CHOICES[column];
  const label = capital(column === 'former_code' ? 'former code' : fieldWords(column));
  if (choices !== undefined)
    return (
      <SelectField
        label={label}
        value={value}
        choices={[
          { value: '', label: 'Not known' },
          ...choices.map((choice) => ({ value: choice, label: capital(valueWords(choice)) })),
        ]}
        onChange={onChange}
      />
    );
  return (
    <TextField
      label={label}
      hint={HINTS[column] ?? ''}
      value={value}
      maxLength={200}
      problem={problem}
      onChange={onChange}
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
