import type { ReadinessState, ReadinessSummary } from './readiness.js';

/** The states in the words of the checklist. */
export const STATE_WORDS: Readonly<Record<ReadinessState, string>> = {
  in_place: 'In place',
  partly: 'Partly',
  not_yet: 'Not yet',
  not_known: 'Not known',
  not_applicable: 'Not applicable',
};

/** "Known 7 of 12; 3 of 6 that apply and are known are in place (50%)." No percentage while too little is known. */
export function toReadinessWords({
  items,
  known,
  inPlace,
  applicableAndKnown,
  share,
}: ReadinessSummary): string {
  const head = `Known ${known} of ${items}.`;
  if (applicableAndKnown === 0) return head;
  const percent = share === null ? '' : ` (${Math.round(share * 100)}%)`;
  return `${head} In place: ${inPlace} of the ${applicableAndKnown} that apply and are known${percent}.`;
}
