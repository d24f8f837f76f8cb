import { assertNever } from '@liaison-atlas/shared/kernel/assert-never';
import type { RoundKind, RoundState } from '@liaison-atlas/shared/fieldwork/round';
import type { ReleaseKind } from '@liaison-atlas/shared/publication/release';

/** What kind of truth a round holds, for a tag. */
export function roundKindWords(kind: RoundKind): string {
  switch (kind) {
    case 'published_facts':
      return 'Facts of a published report';
    case 'live':
      return 'Answers of hospitals';
    case 'synthetic':
      return 'SYNTHETIC';
    default:
      return assertNever(kind);
  }
}

const STATES: Readonly<Record<RoundState, string>> = {
  draft: 'being prepared',
  pilot: 'being tried out',
  open: 'open for answers',
  corrections: 'open for corrections',
  cleaning: 'answers being checked',
  frozen: 'answers frozen',
  analysed: 'analysed, not yet published',
  published: 'published',
  archived: 'archived',
};

/** Where a round stands, in words. */
export const roundStateWords = (state: RoundState): string => STATES[state];

const RELEASES: Readonly<Record<ReleaseKind, string>> = {
  imported: 'taken over from the published report',
  interim: 'interim: the round is not complete',
  final: 'final',
  erratum: 'corrected after publication',
};

/** What kind of release this is, in words. */
export const releaseKindWords = (kind: ReleaseKind): string => RELEASES[kind];

/** A round's title that says SYNTHETIC where it has to; not twice where the title says so itself. */
export const markedRoundTitle = ({
  kind,
  title,
}: {
  readonly kind: RoundKind;
  readonly title: string;
}): string => (kind === 'synthetic' && !title.includes('SYNTHETIC') ? `SYNTHETIC: ${title}` : title);
