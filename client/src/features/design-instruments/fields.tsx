import type { LocalText } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type ReactNode, useId, useState } from 'react';

/** Ids of one control and of what describes it. */
interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problems?: readonly Problem[];
}

/** A labelled control with its hint and what is wrong with it. */
export function Field(props: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const problems = props.problems ?? [];
  const described = [props.hint && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(Boolean);
  return (
    <div className={`nhsuk-form-group${problems.length > 0 ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {props.label}
      </label>
      {props.hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      <ProblemTexts id={`${id}-problems`} problems={problems} />
      {props.children({ id, describedBy: described.join(' ') || undefined })}
    </div>
  );
}

/** What is wrong, each with what to do about it. */
export function ProblemTexts({
  id,
  problems,
}: {
  readonly id?: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <div className="nhsuk-error-message" id={id}>
      {problems.map(({ code, message, mend }) => (
        <p className="la-problem" key={`${code} ${message}`}>
          {message} {mend}
        </p>
      ))}
    </div>
  );
}

/** One line of text, or several. */
export function TextField(
  props: FieldProps & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly rows?: number;
    readonly lang?: string;
  },
) {
  const { value, onChange, rows, lang } = props;
  return (
    <Field {...props}>
      {({ id, describedBy }) =>
        rows === undefined ? (
          <input
            className="nhsuk-input"
            id={id}
            lang={lang}
            autoComplete="off"
            value={value}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea
            className="nhsuk-textarea"
            id={id}
            lang={lang}
            rows={rows}
            value={value}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

/** A text in English and, where the questionnaire has one, in its second language. */
export function LocalTextField(
  props: FieldProps & {
    readonly value: LocalText | undefined;
    /** Language tag; undefined = English only. */
    readonly secondLanguage: string | undefined;
    readonly onChange: (value: LocalText) => void;
    readonly rows?: number;
  },
) {
  const { label, hint, problems, value = { en: '' }, secondLanguage, onChange, rows } = props;
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        problems={problems}
        rows={rows}
        value={value.en}
        onChange={(en) => onChange({ ...value, en })}
      />
      {secondLanguage !== undefined && (
        <TextField
          label={`${label}, in the second language (${secondLanguage})`}
          lang={secondLanguage}
          rows={rows}
          value={value.second ?? ''}
          onChange={(second) => onChange(second === '' ? { en: value.en } : { ...value, second })}
        />
      )}
    </>
  );
}

/** A number, or nothing. What is no number stays in the box and changes nothing. */
export function NumberField(
  props: FieldProps & {
    readonly value: number | undefined;
    readonly onChange: (value: number | undefined) => void;
  },
) {
  const { value, onChange } = props;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const isWrong = typed !== undefined && typed.trim() !== '' && !isNumber(typed);
  const own: readonly Problem[] = isWrong
    ? [
        {
          code: 'NOT_A_NUMBER',
          field: '',
          message: 'This is not a number.',
          mend: 'Write a number such as 0.5.',
        },
      ]
    : [];
  return (
    <Field {...props} problems={[...own, ...(props.problems ?? [])]}>
      {({ id, describedBy }) => (
        <input
          className="nhsuk-input nhsuk-input--width-5"
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? (value === undefined ? '' : String(value))}
          aria-describedby={describedBy}
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.value.trim() === '') onChange(undefined);
            else if (isNumber(target.value)) onChange(Number(target.value));
          }}
          onBlur={() => setTyped((text) => (text !== undefined && isNumber(text) ? undefined : text))}
        />
      )}
    </Field>
  );
}

const isNumber = (text: string): boolean => /^\s*[+-]?\d{1,12}(\.\d{1,6})?\s*$/.test(text);

/** A choice from a short list. */
export function ChoiceField<Value extends string>(
  props: FieldProps & {
    readonly value: Value;
    readonly choices: readonly { readonly value: Value; readonly label: string }[];
    readonly onChange: (value: Value) => void;
  },
) {
  const { value, choices, onChange } = props;
  return (
    <Field {...props}>
      {({ id, describedBy }) => (
        <select
          className="nhsuk-select la-select"
          id={id}
          value={value}
          aria-describedby={describedBy}
          onChange={({ target }) => {
            const chosen = choices.find((choice) => choice.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A tick box. */
export function TickBox(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        id={id}
        type="checkbox"
        checked={props.checked}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
        {props.label}
      </label>
    </div>
  );
}

/** A secondary button of the designer. */
export function SmallButton(props: {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}) {
  return (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small la-small-button"
      aria-disabled={props.disabled || undefined}
      onClick={() => {
        if (!props.disabled) props.onClick();
      }}
    >
      {props.children}
    </button>
  );
}
