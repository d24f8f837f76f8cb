import type { AreaFigure } from './area-figures.js';

/** One part of the bar of a question: every hospital of the area is in exactly one. */
export interface AreaPart {
  readonly id: 'yes' | 'no' | 'unknown' | 'silent';
  readonly words: string;
  readonly count: number;
}

/** Four parts: silence and what is not published are one, because the reader cannot tell them apart either. */
export const areaParts = ({
  yes,
  no,
  unknown,
  noReply,
  notPublished,
}: Pick<AreaFigure, 'yes' | 'no' | 'unknown' | 'noReply' | 'notPublished'>): readonly AreaPart[] => [
  { id: 'yes', words: 'Yes', count: yes },
  { id: 'no', words: 'No', count: no },
  { id: 'unknown', words: 'Answered, but not known', count: unknown },
  { id: 'silent', words: 'No reply, or not published', count: noReply + notPublished },
];

const AGAINST_ENGLAND: Readonly<Record<NonNullable<AreaFigure['againstEngland']>, string>> = {
  higher: 'Higher than England: the two ranges do not touch.',
  lower: 'Lower than England: the two ranges do not touch.',
  cannot_say: 'Whether it differs from England cannot be said: the two ranges overlap.',
};

/** How an area stands to England, in words; '' = it is not compared, or by a word that nobody knows. */
export const againstEngland = (code: string | null): string =>
  code !== null && Object.hasOwn(AGAINST_ENGLAND, code)
    ? AGAINST_ENGLAND[code as keyof typeof AGAINST_ENGLAND]
    : '';
