import type { ChainHead, Subject } from './audit-chain.js';
import type { ChainSource, StoredEvent } from './verify-chain.js';

const PAGE = 500;

/** Asks a database something; `values` are bound in their order. */
export type Query = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * The audit chain of a database. Reads in pages, each a statement of its own: no read stays open that would let the log
 * of a running product grow.
 * @param page how many events such a statement reads
 */
export function readChain(query: Query, engine: 'sqlite' | 'postgres', page = PAGE): ChainSource {
  const [from, to] = engine === 'sqlite' ? ['?', '?'] : ['$1', '$2'];
  return {
    readAfter: async (seq) => {
      const events = await query<Omit<StoredEvent, 'subjects'>>(
        `SELECT seq, "at", actor_id AS "actorId", action, entity, entity_id AS "entityId", reason, detail, "before",
           "after", request_id AS "requestId", prev_hash AS "prevHash", hash
         FROM audit_event WHERE seq > ${from} ORDER BY seq LIMIT ${page}`,
        [seq],
      );
      const last = events.at(-1)?.seq ?? seq;
      const subjects = await query<{ event: number; entity: string; id: string }>(
        `SELECT event_seq AS "event", entity, entity_id AS "id" FROM audit_subject
         WHERE event_seq > ${from} AND event_seq <= ${to}`,
        [seq, last],
      );
      const bySeq = new Map<number, Subject[]>();
      for (const { event, entity, id } of subjects) {
        const known = bySeq.get(event);
        if (known === undefined) bySeq.set(event, [{ entity, id }]);
        else known.push({ entity, id });
      }
      return events.map((event) => ({ ...event, subjects: bySeq.get(event.seq) ?? [] }));
    },
    readHead: async () => {
      const [head] = await query<ChainHead>(`SELECT seq, hash FROM audit_head WHERE id = 'chain'`, []);
      return head ?? null;
    },
  };
}
