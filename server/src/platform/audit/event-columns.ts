import type { PendingEvent } from './audit-chain.js';

/** Columns of an event that are known before it has its place, and what is stored in them; documents are text. */
export const EVENT_COLUMNS: readonly (readonly [
  column: string,
  value: (event: PendingEvent) => string | null,
])[] = [
  ['at', ({ at }) => at],
  ['actor_id', ({ actorId }) => actorId],
  ['action', ({ action }) => action],
  ['entity', ({ entity }) => entity],
  ['entity_id', ({ entityId }) => entityId],
  ['reason', ({ reason }) => reason],
  ['detail', ({ detail }) => JSON.stringify(detail)],
  ['before', ({ before }) => before && JSON.stringify(before)],
  ['after', ({ after }) => after && JSON.stringify(after)],
  ['request_id', ({ requestId }) => requestId],
];

/** All columns of an event for an INSERT: its place before those, and after them the hashes. */
export const STORED_COLUMNS: readonly string[] = [
  'seq',
  ...EVENT_COLUMNS.map(([name]) => name),
  'prev_hash',
  'hash',
].map((name) => `"${name}"`);
