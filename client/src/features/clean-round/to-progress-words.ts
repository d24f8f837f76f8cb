/** How far a round is worked out, as the server says. */
export interface CleaningProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** What stands on the page while a large round is worked out for the first time after a start of the product. */
export function toProgressWords({ phase, done, total }: CleaningProgress): string {
  if (total === 0) return 'the cleaning of this round';
  const far = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
  return phase === 'reading' ? `forms: ${far}` : `the cleaning of this round: worked out ${far} forms`;
}
