import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ReactNode } from 'react';

/** Where a problem's link leads: the control that carries the name of the field. */
export const fieldId = (field: string): string => `plan-${field}`;

interface Common {
  /** Name of the field in the plan; problems find their control by it. */
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly problems: readonly Problem[];
  /** It stands already and cannot be changed. */
  readonly locked?: boolean;
}

const LOCKED = 'Cannot be changed any more.';

/** Label, hint and problem around a control. */
function Group(
  props: Common & {
    readonly children: (described: { id: string; describedBy?: string; wrong: boolean }) => ReactNode;
  },
) {
  const { field, label, hint = '', problems, locked = false } = props;
  const id = fieldId(field);
  const problem = problems.find((each) => each.field === field);
  const words = [hint, locked ? LOCKED : ''].filter(Boolean).join(' ');
  const describedBy =
    [words && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`nhsuk-form-group${problem ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {words && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {words}
        </div>
      )}
      {problem && <Wrong id={id} problem={problem} />}
      {props.children({ id, describedBy, wrong: problem !== undefined })}
    </div>
  );
}

const Wrong = ({ id, problem }: { readonly id: string; readonly problem: Problem }) => (
  <span className="nhsuk-error-message" id={`${id}-error`}>
    <span className="nhsuk-u-visually-hidden">Error: </span>
    {problem.message} {problem.mend}
  </span>
);

interface TextProps extends Common {
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly long?: boolean;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** A text of one or several lines, or a day. */
export function TextControl(props: TextProps) {
  const { value, type = 'text', long = false, maxLength = 200, locked = false, onChange } = props;
  return (
    <Group {...props}>
      {({ id, describedBy, wrong }) => {
        const common = {
          id,
          value,
          disabled: locked,
          autoComplete: 'off',
          'aria-describedby': describedBy,
          'aria-invalid': wrong,
          maxLength: type === 'date' ? undefined : maxLength,
          onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
        };
        return long ? (
          <textarea
            className={`nhsuk-textarea${wrong ? ' nhsuk-textarea--error' : ''}`}
            rows={3}
            {...common}
          />
        ) : (
          <input
            className={`nhsuk-input${type === 'date' ? ' nhsuk-input--width-10' : ''}${wrong ? ' nhsuk-input--error' : ''}`}
            type={type}
            {...common}
          />
        );
      }}
    </Group>
  );
}

/** A day of a moment: what is stored keeps its time until another day is chosen. */
export function DayControl({ value, ...props }: Omit<TextProps, 'type' | 'long' | 'maxLength'>) {
  return <TextControl {...props} type="date" value={value.slice(0, 10)} />;
}

interface SelectProps extends Common {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A choice from a list. */
export function SelectControl(props: SelectProps) {
  return (
    <Group {...props}>
      {({ id, describedBy, wrong }) => (
        <select
          className={`nhsuk-select la-select${wrong ? ' nhsuk-select--error' : ''}`}
          id={id}
          value={props.value}
          disabled={props.locked ?? false}
          aria-describedby={describedBy}
          aria-invalid={wrong}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Group>
  );
}

interface OptionsProps extends Common {
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly chosen: readonly string[];
  readonly lockedValues?: readonly string[];
  /** All that is chosen after the change. */
  readonly onChange: (chosen: readonly string[]) => void;
}

/** One of several, or several of several. */
export function OptionsControl(props: OptionsProps) {
  const { field, label, hint = '', problems, locked = false, type, options, chosen, onChange } = props;
  const id = fieldId(field);
  const problem = problems.find((each) => each.field === field);
  const block = type === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes';
  const words = [hint, locked ? LOCKED : ''].filter(Boolean).join(' ');
  const describedBy =
    [words && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const change = (value: string, isChosen: boolean) => {
    if (type === 'radio') onChange([value]);
    else onChange(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value));
  };
  return (
    <div className={`nhsuk-form-group${problem ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy}>
        <legend className="nhsuk-fieldset__legend">{label}</legend>
        {words && (
          <div className="nhsuk-hint" id={`${id}-hint`}>
            {words}
          </div>
        )}
        {problem && <Wrong id={id} problem={problem} />}
        <div className={block}>
          {options.map((option, at) => {
            // The first control carries the field's id, so that the link of a problem reaches it.
            const own = at === 0 ? id : `${id}-${option.value}`;
            return (
              <div className={`${block}__item`} key={option.value}>
                <input
                  className={`${block}__input`}
                  id={own}
                  name={id}
                  type={type}
                  value={option.value}
                  checked={chosen.includes(option.value)}
                  disabled={locked || (props.lockedValues?.includes(option.value) ?? false)}
                  aria-describedby={option.hint ? `${own}-hint` : undefined}
                  onChange={(event) => change(option.value, event.target.checked)}
                />
                <label className={`nhsuk-label ${block}__label`} htmlFor={own}>
                  {option.label}
                </label>
                {option.hint && (
                  <div className={`nhsuk-hint ${block}__hint`} id={`${own}-hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
