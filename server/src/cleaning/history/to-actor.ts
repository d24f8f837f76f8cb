/** Who can do something. `erased` is a person whose name and address are gone. */
export const ACTOR_KINDS = ['person', 'erased', 'team', 'public', 'product', 'operator'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Whoever did something, as it is shown. */
export interface ShownActor {
  readonly kind: ActorKind;
  /** '' for everybody who is not a person with a name. */
  readonly name: string;
}

/** Reads a pseudonym of the audit trail; `names` are those of the people who still have one. */
export function toActor(actorId: string, names: ReadonlyMap<string, string>): ShownActor {
  const name = names.get(actorId);
  if (name !== undefined) return { kind: 'person', name };
  if (actorId === 'system') return { kind: 'product', name: '' };
  // Whoever runs commands on the machine, as the command itself names them.
  if (actorId === 'operator') return { kind: 'operator', name: '' };
  if (actorId === 'public') return { kind: 'public', name: '' };
  if (actorId.startsWith('invitation:')) return { kind: 'team', name: '' };
  if (actorId.startsWith('demo-'))
    return { kind: 'person', name: `Demo ${actorId.slice(5).replace('_', ' ')}` };
  return { kind: 'erased', name: '' };
}
