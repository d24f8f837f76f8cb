/** A role somebody holds, as far as it says which rounds they work on. */
interface HeldScope {
  readonly scopeKind: string;
  readonly scopeId: string;
}

/** A round of the public list, as far as it says whether somebody works on it now. */
interface ListedRound {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
}

/**
 * Page of the round to work on: the newest that is open for answers; where none is, the newest whose answers were
 * collected here (a published report has nothing live); '' = there is none. Somebody whose roles are all limited to
 * rounds is led to one of these.
 */
export function toLiveRoundPath(rounds: readonly ListedRound[], held: readonly HeldScope[] = []): string {
  const whole = held.length === 0 || held.some(({ scopeKind }) => scopeKind === 'survey');
  const own = rounds.filter(
    ({ id, kind }) =>
      kind !== 'published_facts' &&
      (whole || held.some(({ scopeKind, scopeId }) => scopeKind === 'round' && scopeId === id)),
  );
  const [round] = [...own.filter(({ state }) => state === 'open'), ...own];
  return round === undefined ? '' : `/manage/rounds/${encodeURIComponent(round.id)}`;
}
