import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { aYearOn } from './parse-moment.js';
import type { RoundKind } from './round.js';
import type { RoundPlan } from './round-plan.js';
import { DEFAULT_PERSPECTIVES } from './round-settings.js';

/** What kinds of truth a new round can hold; the facts of a report are imported, never asked. */
export type NewRoundKind = Exclude<RoundKind, 'published_facts'>;

/** Words that mean something else where an id stands. */
const TAKEN_WORDS: readonly string[] = ['all', 'new', 'latest', 'plan', 'rounds'];

/** The word for addresses by which a round is known for ever: 3 to 36 small letters, digits and hyphens. */
export function parseRoundId(raw: string): Result<string, Problem> {
  const id = raw.trim();
  if (!/^[a-z0-9](?:[a-z0-9-]{1,34})[a-z0-9]$/.test(id) || TAKEN_WORDS.includes(id))
    return refuse({
      code: 'BAD_ROUND_ID',
      field: 'id',
      message:
        'The word for addresses is 3 to 36 small letters, digits and hyphens, and no word with another meaning.',
      mend: 'Choose another one, such as "liaison-2027".',
    });
  return accept(id);
}

/** What the kind of a new round may be, given where it comes from and where it is made. */
export function checkNewKind(
  kind: string,
  { copiedFrom, isDemo }: { readonly copiedFrom: RoundKind | null; readonly isDemo: boolean },
): Result<NewRoundKind, Problem> {
  const refused = (code: string, message: string, mend: string) =>
    refuse<Problem>({ code, field: 'kind', message, mend });
  if (kind !== 'live' && kind !== 'synthetic')
    return refused(
      'WRONG_KIND',
      'A new round collects answers: the facts of a published report are imported.',
      'Choose live, or synthetic in a demonstration.',
    );
  if (kind === 'synthetic' && !isDemo)
    return refused('SYNTHETIC_REFUSED', 'Synthetic rounds are for demonstrations only.', 'Choose live.');
  if (copiedFrom === 'synthetic' && kind === 'live')
    return refused(
      'SYNTHETIC_STAYS',
      'A round that is made from a synthetic one stays synthetic: real and invented answers never mix.',
      'Choose synthetic, or begin the live round from another one.',
    );
  return accept(kind);
}

/** What a round is planned with when it begins from nothing: liaison teams, facts by name, nothing else by name. */
export const blankPlan = (
  values: Pick<RoundPlan, 'title' | 'instrumentKey' | 'instrumentVersion' | 'frameId'>,
): RoundPlan => ({
  ...values,
  opensAt: null,
  closesAt: null,
  correctionsUntil: null,
  perspectives: DEFAULT_PERSPECTIVES,
  purpose: '',
  approval: '',
  legalBasis: '',
  legalBasisWhy: '',
  furtherWords: '',
  unitOfAnalysis: 'site',
  nameFacts: true,
  nameDontKnow: false,
  nameSilence: false,
});

/** Last year's plan for this year: everything that was decided, each date a year on, and what is chosen anew. */
export const planFrom = (
  earlier: RoundPlan,
  values: Pick<RoundPlan, 'title' | 'instrumentKey' | 'instrumentVersion' | 'frameId'>,
): RoundPlan => ({
  ...earlier,
  // An approval was given for one study.
  approval: '',
  ...values,
  opensAt: aYearOn(earlier.opensAt),
  closesAt: aYearOn(earlier.closesAt),
  correctionsUntil: aYearOn(earlier.correctionsUntil),
});

/** A title with its last year raised by one; a title without a year as it is. */
export function titleAYearOn(title: string): string {
  const years = [...title.matchAll(/\b(?:19|20)\d{2}\b/g)];
  const last = years.at(-1);
  if (last === undefined) return title;
  const end = last.index + 4;
  return `${title.slice(0, last.index)}${Number(last[0]) + 1}${title.slice(end)}`;
}

/** A word for addresses made from a title; '' where the title has nothing that could stand in one. */
export const proposeRoundId = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 36)
    .replace(/-$/, '');
