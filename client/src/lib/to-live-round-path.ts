/** A role somebody holds, as far as it says which rounds they work on. */
interface HeldScope {
  readonly scopeKind: string;
  readonly scopeId: string;
}

/**
 * Page of the newest round that collects answers (a published report has nothing live); '' = there is none. Somebody
 * whose roles are all limited to rounds is led to one of these.
 */
export function toLiveRoundPath(
  rounds: readonly { readonly id: string; readonly kind: string }[],
  held: readonly HeldScope[] = [],
): string {
  const live = rounds.filter(({ kind }) => kind !== 'published_facts');
  const whole = held.length === 0 || held.some(({ scopeKind }) => scopeKind === 'survey');
  const own = live.find(
    ({ id }) => whole || held.some(({ scopeKind, scopeId }) => scopeKind === 'round' && scopeId === id),
  );
  return own === undefined ? '' : `/manage/rounds/${encodeURIComponent(own.id)}`;
}
