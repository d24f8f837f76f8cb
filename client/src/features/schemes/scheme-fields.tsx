import {
  READINESS_STATES,
  readReadinessState,
  shortReadinessState,
  summariseReadiness,
} from '@liaison-atlas/shared/commissioning/readiness';
import { READINESS_LISTS } from '@liaison-atlas/shared/commissioning/readiness-lists';
import { STATE_WORDS, toReadinessWords } from '@liaison-atlas/shared/commissioning/readiness-words';
import {
  LONGEST,
  SCHEME_FIELDS,
  SCHEME_GROUPS,
  type SchemeField,
  type SchemeGroup,
} from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { Details } from '../../components/details.js';
import { problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import type { SchemeDraft } from './use-scheme-draft.js';

const GROUPS = Object.keys(SCHEME_GROUPS) as SchemeGroup[];

/** Every place of a scheme, part by part; each heading says how much of it is known. */
export function SchemeFields({
  draft,
  mayChange,
}: {
  readonly draft: SchemeDraft;
  readonly mayChange: boolean;
}) {
  return GROUPS.map((group) => {
    const fields = SCHEME_FIELDS.filter((one) => one.group === group);
    const parts = [...new Set(fields.map(({ under }) => under))];
    return (
      <section key={group} aria-labelledby={`scheme-${group}`}>
        <h2 id={`scheme-${group}`}>{SCHEME_GROUPS[group]}</h2>
        {parts.map((under) => (
          <Part
            key={under}
            under={under}
            fields={fields.filter((one) => one.under === under)}
            draft={draft}
            mayChange={mayChange}
          />
        ))}
      </section>
    );
  });
}

interface PartProps {
  readonly under: string;
  readonly fields: readonly SchemeField[];
  readonly draft: SchemeDraft;
  readonly mayChange: boolean;
}

function Part({ under, fields, draft, mayChange }: PartProps) {
  const { content } = draft;
  const list = READINESS_LISTS.find(({ title }) => title === under);
  const summary = list
    ? toReadinessWords(summariseReadiness(list, (key) => readReadinessState(content[key] ?? null)))
    : `${fields.filter(({ key }) => content[key] !== undefined).length} of ${fields.length} entered.`;
  const shown = fields.map((field) => (
    <Field
      key={field.key}
      field={field}
      value={content[field.key] ?? ''}
      problems={draft.problems}
      onWrite={mayChange ? draft.write : undefined}
    />
  ));
  if (under === 'About') return shown;
  return <Details summary={`${under}: ${summary}`}>{shown}</Details>;
}

interface FieldProps {
  readonly field: SchemeField;
  readonly value: string;
  readonly problems: readonly Problem[];
  /** Absent = may only be read. */
  readonly onWrite: SchemeDraft['write'] | undefined;
}

function Field({ field: { key, label, kind }, value, problems, onWrite }: FieldProps) {
  const problem = problemOf(problems, key);
  if (onWrite === undefined)
    return (
      <p>
        {label}: {kind === 'state' ? STATE_WORDS[readReadinessState(value)] : value || 'not known'}
      </p>
    );
  const write = (text: string) => onWrite(key, text);
  switch (kind) {
    case 'state':
      return (
        <SelectField
          label={label}
          value={readReadinessState(value)}
          choices={READINESS_STATES.map((one) => ({ value: one, label: STATE_WORDS[one] }))}
          onChange={(chosen) => {
            const state = READINESS_STATES.find((one) => one === chosen);
            if (state) write(shortReadinessState(state));
          }}
        />
      );
    case 'tick':
      return (
        <SelectField
          label={label}
          value={value}
          choices={[
            { value: '', label: 'Not ticked' },
            { value: 'y', label: 'Yes' },
          ]}
          onChange={write}
        />
      );
    case 'text':
      return (
        <TextArea
          label={label}
          value={value}
          problem={problem}
          rows={4}
          maxLength={LONGEST.text}
          onChange={write}
        />
      );
    case 'day':
      return <TextField label={label} type="date" value={value} problem={problem} onChange={write} />;
    case 'line':
    case 'amount':
    case 'counts':
      return (
        <TextField
          label={label}
          value={value}
          problem={problem}
          hint={kind === 'counts' ? 'People counted and people in all, such as 66/90' : undefined}
          maxLength={LONGEST[kind]}
          onChange={write}
        />
      );
  }
}
