import { PERSPECTIVES } from '../fieldwork/response.js';
import type { ClosedRecord, ClosedView } from './analysis-dataset.js';
import type { ClosedItem } from './closed-items.js';
import { agreedPosition } from './closed-position.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';

/**
 * The closed questions of one hospital: its position, and beside it what each perspective that answered says. The
 * position is that of the liaison team, else of the first perspective that answered, as for every item of the record.
 * Where the hospital was asked, what it answered is the position; how many forms differ is told of what they sent.
 */
export function closedRecords(
  items: readonly ClosedItem[],
  sets: readonly ResolvedSet[],
): Readonly<Record<string, ClosedRecord>> {
  const standing = PERSPECTIVES.map((perspective) => ({
    perspective,
    forms: sets
      .filter((set) => set.perspective === perspective)
      .flatMap((set) =>
        set.standing.map((sent) => ({ sent, spoken: set.spoken.get(sent.responseId) ?? sent })),
      ),
  })).filter(({ forms }) => forms.length > 0);
  return Object.fromEntries(
    items.map(({ key, answerOf }) => {
      const views = standing.map(({ perspective, forms }): readonly [string, ClosedView] => {
        const said = forms.flatMap(({ sent }) => {
          const answer = answerOf(sent);
          if ('given' in answer) return [`given ${answer.given}`];
          return answer.missing === 'dont_know' ? ['dont_know'] : [];
        });
        const position = agreedPosition(forms.map(({ spoken }) => answerOf(spoken)));
        return [perspective, { position, answers: said.length, differing: new Set(said).size > 1 }];
      });
      const record: ClosedRecord = {
        position: views[0]?.[1].position ?? { missing: 'no_reply' },
        views: Object.fromEntries(views),
      };
      return [key, record] as const;
    }),
  );
}
