import { formatRange } from '../../lib/format.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import type { ShownPreview } from './manage-round.graphql.js';

type ShownFigure = NonNullable<ShownPreview['indicators'][number]['after']>;

/** A figure of the release that stands beside the same of the one to come. */
export interface PreviewRow {
  readonly id: string;
  readonly figure: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

const LINES = [
  { id: 'yes', words: 'yes', value: ({ yes, frame }: ShownFigure) => `${yes} of ${frame}` },
  { id: 'no', words: 'no', value: ({ no, frame }: ShownFigure) => `${no} of ${frame}` },
  {
    id: 'dont-know',
    words: 'don’t know',
    value: ({ dontKnow, frame }: ShownFigure) => `${dontKnow} of ${frame}`,
  },
  {
    id: 'not-known',
    words: 'not known',
    value: ({ notKnown, frame }: ShownFigure) => `${notKnown} of ${frame}`,
  },
  { id: 'bounds', words: 'between', value: ({ lower, upper }: ShownFigure) => formatRange(lower, upper) },
] as const;

/**
 * Every figure of two releases in words, side by side and never subtracted: they can rest on different responders. What
 * a release does not hold says so.
 */
export const toPreviewRows = (indicators: ShownPreview['indicators']): readonly PreviewRow[] =>
  indicators.flatMap(({ id, before, after }) =>
    LINES.map((line) => {
      const was = before === null ? 'none released' : line.value(before);
      const is = after === null ? 'none' : line.value(after);
      const figure = `${indicatorWords(id).title}: ${line.words}`;
      return {
        id: `${id} ${line.id}`,
        figure,
        before: was,
        after: is,
        differs: before !== null && was !== is,
      };
    }),
  );

/** Where a hospital stands, with its score where it has one. */
export const standWords = (
  stand: { readonly label: string; readonly score: number | null } | null,
): string =>
  stand === null
    ? 'not in the frame'
    : stand.score === null
      ? stand.label
      : `${stand.label}, ${stand.score} of 100`;

/** What the naming rules do, a sentence for each that does anything. */
export function disclosureWords(
  preview: Pick<ShownPreview, 'disclosure' | 'namedBefore'>,
): readonly string[] {
  const { disclosure, namedBefore } = preview;
  if (disclosure === null) return [];
  const { noConsent, describesPeople, silent, covering, scoresHeld } = disclosure;
  const lines: readonly (readonly [number, string])[] = [
    [noConsent, 'answered and did not agree to be named, or the round names no facts'],
    [describesPeople, 'did not know, or their respondents disagree, and the round does not name that'],
    [silent, 'did not answer, and the round does not name silence'],
    [covering, 'might be named, and are withheld so that others cannot be worked out from the totals'],
    [scoresHeld, 'are named without their score'],
    [namedBefore, 'are withheld now and were named in the release before, which still shows them'],
  ];
  return lines.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}.`]));
}
