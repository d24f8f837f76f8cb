import type { SelectQueryBuilder } from 'typeorm';

import type { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import type { HistoryAbout, HistoryFilter } from './history-about.js';

/** Conditions of SQL on an audit event `e`, with what they bind. */
interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An event is about a thing when it was done to it, or names it among its subjects. */
const about = (entity: string, ids: string): string =>
  `(e.entity = '${entity}' AND e.entity_id IN (${ids}))
   OR e.seq IN (SELECT s.event_seq FROM audit_subject s WHERE s.entity = '${entity}' AND s.entity_id IN (${ids}))`;

/** Done to any form or link of a round; looked up from the event, so that a large round need not be gone through. */
const ofRound = (entity: string): string =>
  `(e.entity = '${entity}' AND EXISTS
    (SELECT 1 FROM ${entity} r WHERE r.id = e.entity_id AND r.round_id = :id))`;

/** What makes an event part of a history. `withSites` = the facts of the hospital itself, which lie in no round. */
export function conditionOf({ kind, id, roundId }: HistoryAbout, withSites: boolean): Condition {
  const either = (...parts: readonly string[]): Condition => ({
    sql: `(${parts.join(' OR ')})`,
    values: { id, roundId },
  });
  switch (kind) {
    case 'form':
      return either(
        about('response', ':id'),
        about('invitation', 'SELECT r.invitation_id FROM response r WHERE r.id = :id'),
      );
    case 'hospital': {
      const within = (table: string): string =>
        `SELECT r.id FROM ${table} r WHERE r.round_id = :roundId AND r.ods_code = :id`;
      const sites = `SELECT h.id FROM site h WHERE h.ods_code = :id
        UNION SELECT i.site_id FROM site_identifier i WHERE i.code = :id`;
      return either(
        about('response', within('response')),
        about('invitation', within('invitation')),
        ...(withSites ? [about('site', sites)] : []),
      );
    }
    case 'round':
      return either(about('round', ':id'), ofRound('response'), ofRound('invitation'));
    case 'person':
      return either(
        // A scheme is its members' own: its events would tell an administrator who works on one with whom.
        "(e.actor_id = :id AND e.entity <> 'scheme')",
        about('person', ':id'),
        about('access_grant', 'SELECT g.id FROM access_grant g WHERE g.person_id = :id'),
      );
    case 'frame':
      return either(about('sampling_frame', ':id'));
  }
}

/** Narrows a query of events to what was asked for. */
export function narrow(
  query: SelectQueryBuilder<AuditEvent>,
  { group, from, to, before }: HistoryFilter,
): SelectQueryBuilder<AuditEvent> {
  if (group !== '')
    query.andWhere('substr(e.action, 1, :length) = :group', { group: `${group}.`, length: group.length + 1 });
  if (from !== '') query.andWhere('e.at >= :from', { from });
  // A day's last moment sorts before this text.
  if (to !== '') query.andWhere('e.at <= :to', { to: `${to}T24` });
  if (before !== null) query.andWhere('e.seq < :before', { before });
  return query;
}
