import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ReactNode } from 'react';

/** How large a question's wording is: the page's only heading, or one of several questions on a page. */
export type Prominence = 'page' | 'item';

/** The problem in one text: what is wrong and what to do about it. */
export const problemText = ({ message, mend }: Problem): string => (mend ? `${message} ${mend}` : message);

/** The problem beside its question: what the question is stands there already, so it is not said again. */
export const besideQuestion = (problem: Problem): string =>
  problem.code === 'REQUIRED' ? `This question needs an answer. ${problem.mend}` : problemText(problem);

/** Ids of hint, warning and error that describe a control; undefined when there is none. */
export const describedBy = (...ids: readonly (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined;

/** The box around one control with its label, hint and error. */
export function FormGroup({ wrong, children }: { readonly wrong: boolean; readonly children: ReactNode }) {
  return <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>{children}</div>;
}

/** Wording of a question with several controls; on a page of its own it is the page's heading. */
export function Legend({ text, as }: { readonly text: string; readonly as: Prominence }) {
  if (as === 'item')
    return <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{text}</legend>;
  return (
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
      <h1 className="nhsuk-fieldset__heading">{text}</h1>
    </legend>
  );
}

/** Wording of a question with one control; on a page of its own it is the page's heading. */
export function QuestionLabel(props: {
  readonly text: string;
  readonly htmlFor: string;
  readonly as: Prominence;
}) {
  const size = props.as === 'page' ? 'l' : 's';
  const label = (
    <label className={`nhsuk-label nhsuk-label--${size}`} htmlFor={props.htmlFor}>
      {props.text}
    </label>
  );
  return props.as === 'page' ? <h1 className="nhsuk-label-wrapper">{label}</h1> : label;
}

/** Help under the wording; nothing when the question has none. */
export function Hint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <div className="nhsuk-hint" id={id}>
      {text}
    </div>
  );
}

/** A rule for what may be typed, above the control. */
export function Warning({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="respond-warning" id={id}>
      <strong>Important:</strong> {text}
    </p>
  );
}

/** What is wrong with the entry, beside the control. */
export function InlineError({ id, problem }: { readonly id: string; readonly problem: Problem | undefined }) {
  if (!problem) return null;
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">Error: </span>
      {besideQuestion(problem)}
    </span>
  );
}
