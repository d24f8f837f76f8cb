import type { QuestionCounts } from '@liaison-atlas/shared/analysis/form-questions';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import type { ExploreState } from './explore-state.js';

/** Something forms can be picked out by. */
interface Place {
  readonly code: string;
  readonly name: string;
}

/** Counts over the forms of a round, as `form-statistics.json` gives them. */
export interface FormCounts {
  readonly forms: number;
  readonly regions: readonly Place[];
  readonly types: readonly Place[];
  readonly questions: readonly QuestionCounts[];
}

/** The address of the counts that are asked for; what is not chosen is left out. */
export function toFormCountsPath(
  roundId: string,
  { region, type, since, until }: Pick<ExploreState, 'region' | 'type' | 'since' | 'until'>,
): string {
  const chosen = Object.entries({ region, type, from: since, to: until }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(chosen).toString();
  return `/manage/v1/rounds/${encodeURIComponent(roundId)}/form-statistics.json${query === '' ? '' : `?${query}`}`;
}

/** The counts, or why there are none. */
export async function fetchFormCounts(path: string, signal: AbortSignal): Promise<FormCounts | Problem> {
  const answer = await fetch(path, { signal });
  return (await answer.json()) as FormCounts | Problem;
}
