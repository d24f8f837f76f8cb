import type { Form } from '../fieldwork/response.js';
import { proposeMatch, type FrameName } from '../frame/propose-match.js';
import type { FormDecision } from './analysis-dataset.js';
import { testOrBlank } from './rules/r1-test-or-blank.js';
import { isWithdrawn } from './rules/r2-withdrawn.js';
import { outOfScope } from './rules/r3-scope.js';

/** Whether the form was never submitted: it is outside "received" and never in a figure (methods C1). */
export const isPartial = ({ state }: Pick<Form, 'state'>): boolean =>
  state === 'draft' || state === 'in_progress' || state === 'partial';

/** Drops a form that needs no comparison with others. `undefined` = the form goes on to R4. */
export function screenForm(
  form: Form,
  frame: readonly FrameName[],
  frameCodes: ReadonlySet<string>,
): FormDecision | undefined {
  const { responseId, odsCode } = form;
  if (isWithdrawn(form)) {
    return {
      responseId,
      outcome: 'withdrawn',
      rule: 'R2',
      reason: '',
      odsCode,
      note: 'Taken back by the respondent.',
    };
  }
  const unusable = testOrBlank(form);
  if (unusable !== undefined) {
    return {
      responseId,
      outcome: 'excluded',
      rule: 'R1',
      reason: unusable,
      odsCode,
      note: EXCLUDED_NOTES[unusable],
    };
  }
  const scope = outOfScope(form, frameCodes);
  if (scope?.outcome === 'excluded') {
    const note = EXCLUDED_NOTES[scope.reason];
    return { responseId, outcome: 'excluded', rule: 'R3', reason: scope.reason, odsCode, note };
  }
  if (form.state === 'excluded') {
    return { responseId, outcome: 'excluded', rule: '', reason: '', odsCode, note: 'Excluded by a person.' };
  }
  if (scope !== undefined) {
    const note =
      scope.reason === 'outside_frame' ? 'The hospital is not in the frame.' : matchNote(form, frame);
    return { responseId, outcome: 'pending', rule: 'R3', reason: scope.reason, odsCode, note };
  }
  if (form.state === 'under_review' || form.state === 'queried') {
    const note = 'A person is reviewing this form.';
    return { responseId, outcome: 'pending', rule: '', reason: 'under_review', odsCode, note };
  }
  return undefined;
}

const EXCLUDED_NOTES = {
  test: 'Flagged as a test.',
  blank: 'Says nothing about the service.',
  repeated_request: 'The same request, sent again.',
  out_of_scope_population: 'About a service for children and adolescents only.',
  out_of_scope_country: 'About a hospital outside England.',
} as const;

/** The proposal is for the person who decides; nothing is matched here. */
function matchNote(form: Form, frame: readonly FrameName[]): string {
  const [best] = proposeMatch({ siteText: form.siteTextRaw, town: '' }, frame);
  if (best === undefined) return 'No hospital of the frame has a similar name in the same town.';
  return `Possibly ${best.name} (${best.odsCode}), similarity ${best.similarity.toFixed(2)}; a person decides.`;
}
