import {
  type Confirmer,
  CONFIRMERS,
  FACT_SOURCES,
  type FactSource,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { CONFIRMER_WORDS, SOURCE_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import type { StampInput } from './manage-register.graphql.js';

interface StampFieldsProps {
  readonly stamp: StampInput;
  readonly problems: readonly Problem[];
  readonly onChange: (stamp: StampInput) => void;
}

/** On what a change rests, and who stands for it; functions and organisations, never people. */
export function StampFields({ stamp, problems, onChange }: StampFieldsProps) {
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-4">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">Where this comes from</legend>
      <SelectField
        label="Source"
        value={stamp.source}
        choices={FACT_SOURCES.filter((source) => source !== 'release').map((value) => ({
          value,
          label: SOURCE_WORDS[value],
        }))}
        onChange={(source) => onChange({ ...stamp, source: source as FactSource })}
      />
      <TextField
        label="Where exactly"
        hint="Everybody sees it. A document, a page with the day it was read, a function; no person."
        value={stamp.reference}
        maxLength={300}
        problem={problemOf(problems, 'reference')}
        onChange={(reference) => onChange({ ...stamp, reference })}
      />
      <SelectField
        label="Who confirms it"
        value={stamp.confirmer}
        choices={CONFIRMERS.map((value) => ({ value, label: CONFIRMER_WORDS[value] }))}
        onChange={(confirmer) => onChange({ ...stamp, confirmer: confirmer as Confirmer })}
      />
      <TextField
        label="Organisation"
        hint="Of who confirms it; empty = not said."
        value={stamp.organisation}
        maxLength={200}
        problem={problemOf(problems, 'organisation')}
        onChange={(organisation) => onChange({ ...stamp, organisation })}
      />
      <TextField
        label="Day on which it was true"
        type="date"
        value={stamp.confirmedOn}
        problem={problemOf(problems, 'confirmedOn')}
        onChange={(confirmedOn) => onChange({ ...stamp, confirmedOn })}
      />
    </fieldset>
  );
}
