import { PERSPECTIVES } from '../fieldwork/response.js';
import type { ClosedRecord, ClosedView } from './analysis-dataset.js';
import type { ClosedItem } from './closed-items.js';
import { agreedPosition } from './closed-position.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';

/**
 * The closed questions of one hospital: its position, and beside it what each perspective that answered says. The
 * position is that of the liaison team, else of the first perspective that answered, as for every item of the record.
 */
export function closedRecords(
  items: readonly ClosedItem[],
  sets: readonly ResolvedSet[],
): Readonly<Record<string, ClosedRecord>> {
  const standing = PERSPECTIVES.map((perspective) => ({
    perspective,
    forms: sets.filter((set) => set.perspective === perspective).flatMap((set) => set.standing),
  })).filter(({ forms }) => forms.length > 0);
  return Object.fromEntries(
    items.map(({ key, answerOf }) => {
      const views = standing.map(({ perspective, forms }): readonly [string, ClosedView] => {
        const answers = forms.map(answerOf);
        const said = answers.flatMap((answer) =>
          'given' in answer ? [`given ${answer.given}`] : answer.missing === 'dont_know' ? ['dont_know'] : [],
        );
        return [
          perspective,
          { position: agreedPosition(answers), answers: said.length, differing: new Set(said).size > 1 },
        ];
      });
      const record: ClosedRecord = {
        position: views[0]?.[1].position ?? { missing: 'no_reply' },
        views: Object.fromEntries(views),
      };
      return [key, record] as const;
    }),
  );
}
