import type { RoundKind } from '../fieldwork/round.js';

interface ListedRound {
  readonly kind: RoundKind;
  /** null = nothing of it has been released. */
  readonly latestRelease: object | null;
}

/**
 * The round that is shown to whoever names none: the latest released one of real answers; a synthetic one only where
 * there is nothing else. Undefined = nothing has been released. @param rounds the latest first
 */
export function usualRound<Round extends ListedRound>(rounds: readonly Round[]): Round | undefined {
  const released = rounds.filter(({ latestRelease }) => latestRelease !== null);
  return released.find(({ kind }) => kind !== 'synthetic') ?? released[0];
}
