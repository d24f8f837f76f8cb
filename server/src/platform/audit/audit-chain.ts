import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';

import { sha256 } from '../ids.js';
import type { AuditEvent, AuditFacts } from './audit-event.entity.js';

/** A thing by its table and its id. */
export interface Subject {
  readonly entity: string;
  readonly id: string;
}

/** An event that has happened and waits for its place in the chain. */
export type PendingEvent = Omit<AuditEvent, 'seq' | 'prevHash' | 'hash'> & {
  /** In the order of `sortSubjects`, each once. */
  readonly subjects: readonly Subject[];
};

/** An event at its place in the chain. */
export type ChainedEvent = Pick<AuditEvent, keyof AuditEvent>;

/** The end of a chain. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the first event has before it. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Longest text among an event's facts: room for names of things and for hashes, none for what people write. */
const LONGEST_FACT = 200;

/**
 * The text that is hashed, the canonical JSON of an event at its place, around the two things that are known only once
 * it has one: between the first and the second part stands the hash of the event before, between the second and the
 * third its own number. So a database can put them in (`chain-statement.ts`) and comes to the same hash.
 */
export function hashedParts(event: PendingEvent): readonly [string, string, string] {
  const { at, actorId, action, entity, entityId, reason, detail, before, after, requestId } = event;
  const subjects = event.subjects.map((subject) => [subject.entity, subject.id]);
  // In the order of their names, as canonical JSON has them.
  const first = canonicalJson({ action, actorId, after, at, before, detail, entity, entityId });
  const second = canonicalJson({ reason, requestId });
  return [
    `${first.slice(0, -1)},"prevHash":"`,
    `",${second.slice(1, -1)},"seq":`,
    `,"subjects":${canonicalJson(subjects)}}`,
  ];
}

/** Hash of an event at its place. Depends on nothing but the arguments, so that anybody can compute it again. */
export function hashEvent(event: PendingEvent, { seq, prevHash }: { seq: number; prevHash: string }): string {
  const [first, second, third] = hashedParts(event);
  return sha256(`${first}${prevHash}${second}${seq}${third}`);
}

/** Gives events that happened one after the other their places behind a head, and says where the chain ends then. */
export function chainEvents(
  head: ChainHead,
  pending: readonly PendingEvent[],
): { readonly events: ChainedEvent[]; readonly head: ChainHead } {
  let { seq, hash } = head;
  const events = pending.map((event) => {
    const prevHash = hash;
    seq += 1;
    hash = hashEvent(event, { seq, prevHash });
    const { subjects: _stored, ...columns } = event;
    return { ...columns, seq, prevHash, hash };
  });
  return { events, head: { seq, hash } };
}

/** Subjects in the one order in which they are hashed: by table, then id, in code units; each once. */
export function sortSubjects(subjects: readonly Subject[]): readonly Subject[] {
  if (subjects.length === 0) return subjects;
  const byKey = new Map(subjects.map((subject) => [`${subject.entity} ${subject.id}`, subject]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key) as Subject);
}

/**
 * Refuses facts that could be what somebody wrote.
 * @throws RangeError for a text that is too long for a fact: the calling code is wrong
 */
export function requireFacts(facts: AuditFacts | null): void {
  for (const name in facts) {
    const fact = facts[name];
    if (typeof fact === 'string' && fact.length > LONGEST_FACT)
      throw new RangeError(`${name} is too long for the audit trail, which holds no texts`);
  }
}
