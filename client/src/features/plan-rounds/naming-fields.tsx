import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { fieldId, OptionsControl } from './fields.js';
import type { PlanDraft } from './plan-draft.js';
import type { ShownPlan } from './plan-rounds.graphql.js';
import { FIELD_WORDS } from './plan-words.js';

const NAMINGS = [
  {
    field: 'nameFacts',
    hint: 'Yes and no, of hospitals whose every form agreed. Without it no answer stands beside a name.',
  },
  {
    field: 'nameDontKnow',
    hint: 'Also that respondents disagree. This describes people, not services. The questionnaire of 2026 promises that it is only counted.',
  },
  {
    field: 'nameSilence',
    hint: 'Without it, silence and what is held back look the same to readers.',
  },
] as const;

interface NamingFieldsProps {
  readonly stored: ShownPlan;
  readonly draft: PlanDraft;
  readonly problems: readonly Problem[];
  readonly onChange: (draft: PlanDraft) => void;
}

/** What is counted, and what is published beside a hospital's name. */
export function NamingFields({ stored, draft, problems, onChange }: NamingFieldsProps) {
  const isOpen = !['draft', 'pilot'].includes(stored.state);
  return (
    <>
      <h2>What is published</h2>
      <OptionsControl
        field="unitOfAnalysis"
        label={FIELD_WORDS.unitOfAnalysis}
        type="radio"
        problems={problems}
        locked={stored.locked.includes('unitOfAnalysis')}
        options={[
          {
            value: 'site',
            label: 'Hospitals',
            hint: 'Forms of one hospital become one record, also those of its several liaison services.',
          },
          {
            value: 'service',
            label: 'Liaison services',
            hint: 'A hospital with services for adults and for older people counts as two, and their forms are no duplicates.',
          },
        ]}
        chosen={[draft.unitOfAnalysis]}
        onChange={([unitOfAnalysis = 'site']) => onChange({ ...draft, unitOfAnalysis })}
      />
      <fieldset className="nhsuk-fieldset la-naming" aria-describedby="naming-hint">
        <legend className="nhsuk-fieldset__legend">Beside the name of a hospital</legend>
        <div className="nhsuk-hint" id="naming-hint">
          Totals count every hospital, whatever is set here.
          {isOpen &&
            ' Once a round is open these can be turned off, but not on: respondents have answered under them.'}
        </div>
        <div className="nhsuk-checkboxes nhsuk-form-group">
          {NAMINGS.map(({ field, hint }) => {
            const id = fieldId(field);
            const problem = problems.find((each) => each.field === field);
            return (
              <div className="nhsuk-checkboxes__item" key={field}>
                <input
                  className="nhsuk-checkboxes__input"
                  id={id}
                  type="checkbox"
                  checked={draft[field]}
                  disabled={stored.locked.includes(field)}
                  aria-describedby={`${id}-hint${problem ? ` ${id}-error` : ''}`}
                  aria-invalid={problem !== undefined}
                  onChange={(event) => onChange({ ...draft, [field]: event.target.checked })}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
                  {FIELD_WORDS[field]}
                </label>
                <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-hint`}>
                  {hint}
                </div>
                {problem && (
                  <span className="nhsuk-error-message" id={`${id}-error`}>
                    <span className="nhsuk-u-visually-hidden">Error: </span>
                    {problem.message} {problem.mend}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </>
  );
}
