import type { NumberRange, Scale } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { LocalTextField, NumberField, ProblemTexts } from './fields.js';

interface EditorProps<Value> {
  readonly secondLanguage: string | undefined;
  readonly problems: readonly Problem[];
  readonly onChange: (value: Value) => void;
}

/** The two worded ends of a scale and its steps. */
export function ScaleEditor(props: EditorProps<Scale> & { readonly scale: Scale }) {
  const { scale, secondLanguage, onChange } = props;
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Scale</legend>
      <ProblemTexts problems={props.problems} />
      <NumberField
        label="Lower end"
        value={scale.min}
        onChange={(min) => onChange({ ...scale, min: min ?? 0 })}
      />
      <LocalTextField
        label="Words for the lower end"
        value={scale.minLabel}
        secondLanguage={secondLanguage}
        onChange={(minLabel) => onChange({ ...scale, minLabel })}
      />
      <NumberField
        label="Upper end"
        value={scale.max}
        onChange={(max) => onChange({ ...scale, max: max ?? scale.min })}
      />
      <LocalTextField
        label="Words for the upper end"
        value={scale.maxLabel}
        secondLanguage={secondLanguage}
        onChange={(maxLabel) => onChange({ ...scale, maxLabel })}
      />
      <NumberField
        label="Step"
        value={scale.step}
        onChange={(step) => onChange({ ...scale, step: step ?? 1 })}
      />
    </fieldset>
  );
}

/** Range, step and unit of a number. */
export function RangeEditor(props: EditorProps<NumberRange | undefined> & { readonly range: NumberRange }) {
  const { range, secondLanguage, onChange } = props;
  const set = (change: NumberRange): void => {
    const { min, max, step, unit } = { ...range, ...change };
    const left = {
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(step !== undefined && { step }),
      ...(unit && (unit.en !== '' || unit.second !== undefined) && { unit }),
    };
    onChange(Object.keys(left).length === 0 ? undefined : left);
  };
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Number</legend>
      <ProblemTexts problems={props.problems} />
      <NumberField label="Least" hint="Empty = 0." value={range.min} onChange={(min) => set({ min })} />
      <NumberField label="Greatest" hint="Empty = any." value={range.max} onChange={(max) => set({ max })} />
      <NumberField
        label="Step"
        hint="Empty = whole numbers; 0.1 = one decimal."
        value={range.step}
        onChange={(step) => set({ step })}
      />
      <LocalTextField
        label="Unit"
        value={range.unit}
        secondLanguage={secondLanguage}
        onChange={(unit) => set({ unit })}
      />
    </fieldset>
  );
}
