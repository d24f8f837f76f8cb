import type { Form } from '../../fieldwork/response.js';
import type { Disagreement } from '../analysis-dataset.js';
import { byText } from '../by-text.js';
import { integrationScore } from '../integration-score.js';
import { answerOn, YES_NO_ITEMS } from '../yes-no-items.js';

/**
 * R6: the items on which the standing forms of one set (one hospital, one perspective) do not agree; none = R5.
 *
 * Yes or no against "I don't know": the substantive answer holds (`rule`). Yes against no: nobody may decide that by
 * rule (`unresolved`). Scores: never averaged, the lead's is used (`lead`). A skipped question or one that was not
 * asked disagrees with nothing.
 */
export function findDisagreements(odsCode: string, standing: readonly Form[]): readonly Disagreement[] {
  const [first] = standing;
  if (first === undefined || standing.length < 2) return [];
  const forms = [...standing].sort((a, b) => byText(a.responseId, b.responseId));
  const differing = (
    variable: string,
    valueOf: (form: Form) => string,
    resolve: (values: ReadonlySet<string>) => Disagreement['resolution'],
  ): readonly Disagreement[] => {
    const values = forms
      .map((form) => ({ responseId: form.responseId, value: valueOf(form) }))
      .filter(({ value }) => value !== '');
    const different = new Set(values.map(({ value }) => value));
    if (different.size < 2) return [];
    return [{ odsCode, perspective: first.perspective, variable, values, resolution: resolve(different) }];
  };
  return [
    ...YES_NO_ITEMS.flatMap((item) =>
      differing(
        item,
        (form) => {
          const answer = answerOn(form, item);
          return answer === 'skipped' || answer === 'not_asked' ? '' : answer;
        },
        (values) => (values.has('yes') && values.has('no') ? 'unresolved' : 'rule'),
      ),
    ),
    ...differing(
      'integration',
      (form) => {
        const score = integrationScore(form);
        return 'given' in score ? String(score.given) : '';
      },
      () => 'lead',
    ),
  ];
}
