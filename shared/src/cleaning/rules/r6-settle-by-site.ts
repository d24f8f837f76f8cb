import type { Form } from '../../fieldwork/response.js';
import type { Disagreement } from '../analysis-dataset.js';
import { type Decision, revisionKey } from '../decision.js';
import { answerOn, YES_NO_ITEMS, type YesNoItem } from '../yes-no-items.js';
import { findDisagreements } from './r6-disagreements.js';

/** The disagreements of a set after a person dealt with them, and the forms with what the hospital answered. */
export interface SettledSet {
  readonly disagreements: readonly Disagreement[];
  /** Forms whose answer gave way to the hospital's, by id; the others stand as they were sent. */
  readonly spoken: ReadonlyMap<string, Form>;
}

const isItem = (variable: string): variable is YesNoItem =>
  (YES_NO_ITEMS as readonly string[]).includes(variable);

/**
 * R6, a person's part: yes against no holds as `unresolved` until the site answered or somebody closed it. A decision
 * counts only while it rests on the revision of every form that disagrees. What is answered on MUS or LTC settles
 * the combined item too, where nothing else divides the forms.
 */
export function settleBySite(
  odsCode: string,
  standing: readonly Form[],
  resolutions: readonly Decision[],
): SettledSet {
  const found = findDisagreements(odsCode, standing);
  const open = found.filter(({ resolution }) => resolution === 'unresolved');
  if (open.length === 0 || resolutions.length === 0) return { disagreements: found, spoken: new Map() };
  const current = new Map(standing.map((form) => [form.responseId, revisionKey(form)]));
  const valueOf = new Map<string, string>();
  for (const { variable, perspective, values } of open) {
    const holds = resolutions.findLast(
      (one) =>
        one.odsCode === odsCode &&
        one.perspective === perspective &&
        one.variable === variable &&
        values.every(({ responseId }) => one.basis.includes(current.get(responseId) ?? '')),
    );
    if (holds !== undefined) valueOf.set(variable, holds.value);
  }
  if (valueOf.size === 0) return { disagreements: found, spoken: new Map() };
  const spoken = new Map<string, Form>();
  const asAnswered = standing.map((form) => {
    const changed = replaceAnswers(form, valueOf);
    if (changed !== form) spoken.set(form.responseId, changed);
    return changed;
  });
  const left = new Set(
    findDisagreements(odsCode, asAnswered)
      .filter(({ resolution }) => resolution === 'unresolved')
      .map(({ variable }) => variable),
  );
  const disagreements = found.map((disagreement): Disagreement => {
    const { variable, resolution } = disagreement;
    if (resolution !== 'unresolved') return disagreement;
    if (valueOf.get(variable) === 'unresolved') return { ...disagreement, closed: true };
    if (left.has(variable)) return disagreement;
    const settled = asAnswered
      .map((form) => (isItem(variable) ? answerOn(form, variable) : ''))
      .find((answer) => answer === 'yes' || answer === 'no');
    return settled === 'yes' || settled === 'no'
      ? { ...disagreement, resolution: 'site', settled }
      : disagreement;
  });
  return { disagreements, spoken };
}

/** The form with the hospital's answers in the place of its own; skipped and hidden questions stay as they are. */
function replaceAnswers(form: Form, valueOf: ReadonlyMap<string, string>): Form {
  let { answers } = form;
  for (const [variable, value] of valueOf) {
    if (value === 'unresolved' || !isItem(variable)) continue;
    const own = answerOn(form, variable);
    if (own === 'skipped' || own === 'not_asked' || own === value) continue;
    answers = { ...answers, [variable]: { given: value } };
  }
  return answers === form.answers ? form : { ...form, answers };
}
