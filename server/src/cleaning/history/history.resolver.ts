import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import type { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import type { HistoryKind } from './history-about.js';
import { History, type HistoryEvent, HistoryKindEnum } from './history.model.js';
import { type FoundHistory, HistoryService } from './history.service.js';
import { toActor } from './to-actor.js';
import { toChanges, toFacts } from './to-changes.js';

/** The audit trail on screen. */
@Resolver(() => History)
export class HistoryResolver {
  constructor(private readonly service: HistoryService) {}

  @Query(() => History, { description: 'At most 50 events, the latest first.' })
  @Allow('ReadHistory')
  async history(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => HistoryKindEnum }) kind: HistoryKind,
    @Args('id', { type: () => ID, description: "A hospital's is its ODS code." }) id: string,
    @Args('roundId', { type: () => ID, defaultValue: '', description: "Where a hospital's is asked for." })
    roundId: string,
    @Args('group', { defaultValue: '', description: "First part of an action, such as response; '' = all." })
    group: string,
    @Args('from', { defaultValue: '', description: "A day such as 2027-03-31; '' = no bound." }) from: string,
    @Args('to', { defaultValue: '', description: "A day, included; '' = no bound." }) to: string,
    @Args('before', { type: () => Int, nullable: true, description: 'The `older` of the page before.' })
    before: number | null,
  ): Promise<History> {
    const filter = { group, from, to, before: before ?? null };
    const found = await this.service.read(actor, { kind, id, roundId }, filter);
    return {
      title: found.title,
      roundTitle: found.round?.title ?? '',
      synthetic: found.round?.kind === 'synthetic',
      events: found.events.map((event) => toModel(event, found)),
      older: found.older,
    };
  }
}

function toModel(event: AuditEvent, { names, subjects }: FoundHistory): HistoryEvent {
  const { seq, at, action, actorId, entity, entityId, reason, detail, before, after } = event;
  const actor = toActor(actorId, names);
  return {
    seq,
    at,
    action,
    actorId,
    entity,
    entityId,
    reason,
    actorKind: actor.kind,
    actorName: actor.name,
    facts: toFacts(detail),
    changes: toChanges(before, after),
    subjects: subjects.get(seq) ?? 0,
  };
}
