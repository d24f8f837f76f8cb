import {
  CARE_SETTINGS,
  COMPLEXITIES,
  CONDITIONS,
  LIAISON_TIERS,
  SERVICE_HOURS,
  SERVICE_KINDS,
  SERVICE_STATUSES,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import {
  COMPLEXITY_WORDS,
  CONDITION_WORDS,
  FACT_WORDS,
  HOURS_WORDS,
  KIND_WORDS,
  SETTING_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
} from '@liaison-atlas/shared/commissioning/register/service-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { CheckBoxes } from './check-boxes.js';
import { DeliveryFields } from './delivery-fields.js';
import type { ServiceDraft } from './service-draft.js';

interface FactFieldsProps {
  readonly draft: ServiceDraft;
  readonly problems: readonly Problem[];
  readonly onChange: (draft: ServiceDraft) => void;
}

const choicesOf = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
  names.map((value) => ({ value, label: words[value] }));

const NONE_TICKED = 'None ticked = not known.';

/** Everything the register can say of a service; what is left empty is not known. */
export function FactFields({ draft, problems, onChange }: FactFieldsProps) {
  const change = <Key extends keyof ServiceDraft>(key: Key, value: ServiceDraft[Key]) =>
    onChange({ ...draft, [key]: value });
  const select = <Key extends 'kind' | 'tier' | 'status' | 'hours'>(
    key: Key,
    choices: { value: ServiceDraft[Key]; label: string }[],
  ) => (
    <SelectField
      label={FACT_WORDS[key]}
      value={draft[key]}
      choices={choices}
      onChange={(value) => change(key, value as ServiceDraft[Key])}
    />
  );
  const long = (key: 'what' | 'referral' | 'outcomes' | 'resources', hint: string) => (
    <TextArea
      label={FACT_WORDS[key]}
      hint={hint}
      value={draft[key]}
      problem={problemOf(problems, key)}
      onChange={(value) => change(key, value)}
    />
  );
  return (
    <>
      {select('kind', choicesOf(SERVICE_KINDS, KIND_WORDS))}
      <TextField
        label={FACT_WORDS.name}
        value={draft.name}
        maxLength={200}
        problem={problemOf(problems, 'name')}
        onChange={(name) => change('name', name)}
      />
      <TextField
        label={FACT_WORDS.provider}
        hint="The organisation; empty = not known."
        value={draft.provider}
        maxLength={200}
        problem={problemOf(problems, 'provider')}
        onChange={(provider) => change('provider', provider)}
      />
      {draft.kind === 'liaison_team' && select('tier', choicesOf(LIAISON_TIERS, TIER_WORDS))}
      {select('status', choicesOf(SERVICE_STATUSES, STATUS_WORDS))}
      <DeliveryFields
        deliveries={draft.deliveries}
        problem={problemOf(problems, 'deliveries')}
        onChange={(deliveries) => change('deliveries', deliveries)}
      />
      {long('what', 'Everybody sees it; no names of people. Empty = not known.')}
      {select('hours', choicesOf(SERVICE_HOURS, HOURS_WORDS))}
      {long('referral', 'Who refers, and by which way. Empty = not known.')}
      {long('outcomes', 'What is measured and reached. Empty = not known.')}
      <TextField
        label={FACT_WORDS.wte}
        hint="A number such as 4.5; empty = not known."
        value={draft.wte}
        maxLength={10}
        problem={problemOf(problems, 'wte')}
        onChange={(wte) => change('wte', wte)}
      />
      {long('resources', 'Rooms, money, systems. Empty = not known.')}
      <CheckBoxes
        legend={FACT_WORDS.conditions}
        hint={NONE_TICKED}
        choices={choicesOf(CONDITIONS, CONDITION_WORDS)}
        chosen={draft.conditions}
        onChange={(conditions) => change('conditions', conditions)}
      />
      <CheckBoxes
        legend={FACT_WORDS.settings}
        hint={NONE_TICKED}
        choices={choicesOf(CARE_SETTINGS, SETTING_WORDS)}
        chosen={draft.settings}
        onChange={(settings) => change('settings', settings)}
      />
      <CheckBoxes
        legend={FACT_WORDS.complexity}
        hint={NONE_TICKED}
        choices={choicesOf(COMPLEXITIES, COMPLEXITY_WORDS)}
        chosen={draft.complexity}
        onChange={(complexity) => change('complexity', complexity)}
      />
    </>
  );
}
