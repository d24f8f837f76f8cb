import {
  type ChainHead,
  EMPTY_CHAIN,
  hashEvent,
  type PendingEvent,
  sortSubjects,
  type Subject,
} from './audit-chain.js';
import type { AuditFacts } from './audit-event.entity.js';

/** An event as the database holds it, whoever may have changed it since; documents are still text. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly reason: string;
  readonly detail: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly requestId: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly subjects: readonly Subject[];
}

/** Where a chain is read from. May grow while it is read, as it does under a product that runs. */
export interface ChainSource {
  /** The next events behind a place, in order; none = there are no more. */
  readonly readAfter: (seq: number) => Promise<readonly StoredEvent[]>;
  /** The head record; null = it is gone. */
  readonly readHead: () => Promise<ChainHead | null>;
}

/** What is wrong with a chain, and at which event. */
export interface ChainBreak {
  readonly seq: number;
  readonly message: string;
}

export interface ChainReport {
  /** How many events there are. */
  readonly count: number;
  /** The end of the chain as it is stored: to be written down, since it proves everything before it. */
  readonly head: ChainHead;
  /** In the order of the chain; empty = it is whole. */
  readonly breaks: readonly ChainBreak[];
}

/** Enough to see what happened; a trail that was rewritten has a break at every event. */
const MOST_BREAKS = 20;

/**
 * Computes a chain again from its first event. Finds content that was changed, events that were removed, put in or
 * put elsewhere, subjects that were changed, an end that was cut off, and a chain that is not the one whose head
 * somebody wrote down.
 *
 * @param noted heads that were written down earlier
 */
export async function verifyChain(
  source: ChainSource,
  noted: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const breaks: ChainBreak[] = [];
  const hashes = new Map<number, string>();
  const found = (seq: number, message: string): void => void breaks.push({ seq, message });
  let last: ChainHead = EMPTY_CHAIN;
  let count = 0;
  let record = await source.readHead();
  for (;;) {
    const page = await source.readAfter(last.seq);
    for (const event of page) {
      for (const message of breaksAt(last, event)) found(event.seq, message);
      last = { seq: event.seq, hash: event.hash };
      if (noted.some(({ seq }) => seq === event.seq)) hashes.set(event.seq, event.hash);
      count += 1;
    }
    if (page.length > 0) continue;
    // Read once more: what was stored in the meantime has moved it on, and is looked at too.
    const before = record;
    record = await source.readHead();
    if (record?.seq === before?.seq) break;
  }
  const ended = endBreak(last, record);
  if (ended !== null) breaks.push(ended);
  for (const { seq, hash } of noted)
    if (hashes.get(seq) !== hash)
      found(seq, `event ${seq} is not the one that was the head when it was written down`);
  return { count, head: last, breaks: breaks.slice(0, MOST_BREAKS) };
}

function breaksAt(last: ChainHead, event: StoredEvent): string[] {
  const name = describe(event);
  const messages: string[] = [];
  const missing = event.seq - last.seq - 1;
  if (missing > 0)
    messages.push(
      missing === 1
        ? `event ${last.seq + 1} is missing: it was removed before ${name}`
        : `events ${last.seq + 1} to ${event.seq - 1} are missing: they were removed before ${name}`,
    );
  else if (event.prevHash !== last.hash)
    messages.push(
      `${name} does not follow the event before it: one of the two was changed, moved or replaced`,
    );
  const hash = hashOf(event);
  if (hash === undefined) messages.push(`${name} was changed: its facts cannot be read`);
  else if (hash !== event.hash) messages.push(`${name} was changed: its content does not give its hash`);
  return messages;
}

function endBreak(last: ChainHead, record: ChainHead | null): ChainBreak | null {
  if (record === null) return { seq: last.seq, message: 'the head record of the chain is missing' };
  if (record.seq > last.seq)
    return {
      seq: last.seq + 1,
      message: `events ${last.seq + 1} to ${record.seq} are missing at the end: the chain was cut off`,
    };
  if (record.seq < last.seq || record.hash !== last.hash)
    return { seq: last.seq, message: `the head record does not agree with event ${last.seq}, the last one` };
  return null;
}

/** undefined = the stored documents are none. */
function hashOf(stored: StoredEvent): string | undefined {
  try {
    const event: PendingEvent = {
      ...stored,
      detail: JSON.parse(stored.detail) as AuditFacts,
      before: stored.before === null ? null : (JSON.parse(stored.before) as AuditFacts),
      after: stored.after === null ? null : (JSON.parse(stored.after) as AuditFacts),
      subjects: sortSubjects(stored.subjects),
    };
    return hashEvent(event, stored);
  } catch {
    return undefined;
  }
}

const describe = ({ seq, at, action, entity, entityId }: StoredEvent): string =>
  `event ${seq} (${action} on ${entity} ${entityId}, ${at})`;
