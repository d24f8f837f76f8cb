import type { EntityManager } from 'typeorm';

import { type MailState, OutboxMessage } from '../../outbox/outbox-message.entity.js';
import type { Mailing } from './mailing.entity.js';

/** Where a mailing stands. `on` and `off` are those of thanks, which go out as answers come in. */
export const MAILING_STATES = [
  'scheduled',
  'sending',
  'paused',
  'finished',
  'cancelled',
  'on',
  'off',
] as const;
export type MailingState = (typeof MAILING_STATES)[number];

/** A mailing with how many of its messages are in each state. */
export interface MailingProgress {
  readonly mailing: Mailing;
  readonly state: MailingState;
  readonly counts: ReadonlyMap<MailState, number>;
}

/** How far mailings are, counted in the outbox now. */
export async function progressOf(
  manager: EntityManager,
  mailings: readonly Mailing[],
  now: string,
): Promise<MailingProgress[]> {
  if (mailings.length === 0) return [];
  const rows = await manager
    .createQueryBuilder(OutboxMessage, 'm')
    .select('m.group_id', 'groupId')
    .addSelect('m.state', 'state')
    .addSelect('COUNT(*)', 'n')
    .where('m.group_id IN (:...ids)', { ids: mailings.map(({ id }) => id) })
    .groupBy('m.group_id')
    .addGroupBy('m.state')
    .getRawMany<{ groupId: string; state: MailState; n: number | string }>();
  return mailings.map((mailing) => {
    const counts = new Map(
      rows.filter(({ groupId }) => groupId === mailing.id).map(({ state, n }) => [state, Number(n)]),
    );
    return { mailing, state: stateOf(mailing, counts, now), counts };
  });
}

function stateOf(
  { kind, state, sendAt }: Mailing,
  counts: ReadonlyMap<MailState, number>,
  now: string,
): MailingState {
  if (kind === 'thanks') return state === 'going' ? 'on' : 'off';
  if (state !== 'going') return state;
  const open = (counts.get('queued') ?? 0) + (counts.get('sending') ?? 0);
  if (open === 0) return 'finished';
  return now < sendAt ? 'scheduled' : 'sending';
}
