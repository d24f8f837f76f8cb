import { type NewOpenLink, parseNewOpenLink } from '@liaison-atlas/shared/fieldwork/open-link';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { insertRows, updateRows } from '../database/row-statements.js';
import { runAgain } from '../database/run-again.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { OpenLinkForm } from './open-link-form.entity.js';
import { OpenLink } from './open-link.entity.js';
import { RoundService } from './round.service.js';

/** What came of a list: forms begun with it, those answered beyond the hospital, and those sent. */
export interface OpenLinkYield {
  readonly opened: number;
  readonly started: number;
  readonly submitted: number;
}
export type CountedOpenLink = OpenLink & OpenLinkYield;

const NO_YIELD: OpenLinkYield = { opened: 0, started: 0, submitted: 0 };

/** The open links of a round, for its lead. */
@Injectable()
export class OpenLinkService {
  constructor(
    @InjectRepository(OpenLink) private readonly links: Repository<OpenLink>,
    private readonly rounds: RoundService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The newest first, each with its yield. @throws DomainError FORBIDDEN, NOT_FOUND */
  async list(actor: Pick<Actor, 'grants'>, roundId: string): Promise<CountedOpenLink[]> {
    requireAccess(actor, 'ManageOpenLinks', { round: roundId });
    await this.rounds.get(roundId);
    const links = await this.links.find({ where: { roundId }, order: { createdAt: 'DESC', id: 'ASC' } });
    const yields = await this.yields(roundId);
    return links.map((link) => Object.assign(link, yields.get(link.id) ?? NO_YIELD));
  }

  /** Makes a link, switched on. @throws DomainError FORBIDDEN, NOT_FOUND */
  async create(
    actor: Pick<Actor, 'id' | 'grants'>,
    input: NewOpenLink & { readonly roundId: string },
  ): Promise<Result<CountedOpenLink, Problem>> {
    const { roundId } = input;
    requireAccess(actor, 'ManageOpenLinks', { round: roundId });
    const round = await this.rounds.get(roundId);
    if (round.kind === 'published_facts') return refuse(NOBODY_IS_ASKED);
    const parsed = parseNewOpenLink(input);
    if (!parsed.ok) return parsed;
    const { name } = parsed.value;
    const created = { createdAt: this.clock.now(), createdBy: actor.id };
    const row = { id: newId(), roundId, ...parsed.value, state: 'on' as const, ...created };
    return runAgain(this.unitOfWork, actor, async (unit): Promise<Result<CountedOpenLink, Problem>> => {
      const { manager } = unit;
      if ((await manager.countBy(OpenLink, { roundId, name })) > 0) return refuse(TAKEN);
      await insertRows(manager, OpenLink, [row]);
      await unit.audit('open-link.created', 'open_link', row.id, { round: roundId, name });
      return accept(Object.assign(new OpenLink(), row, NO_YIELD));
    });
  }

  /** Switches a link on or off; forms that were begun with it go on. @throws DomainError FORBIDDEN, NOT_FOUND */
  async switch(
    actor: Pick<Actor, 'id' | 'grants'>,
    id: string,
    state: OpenLink['state'],
  ): Promise<CountedOpenLink> {
    const link = isId(id) ? await this.links.findOneBy({ id }) : null;
    requireAccess(actor, 'ManageOpenLinks', link === null ? {} : { round: link.roundId });
    if (link === null)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such open link.',
        'id',
        'Load the list of links again.',
      );
    if (link.state !== state)
      await this.unitOfWork.run(actor, async (unit) => {
        await updateRows(unit.manager, OpenLink, { id }, { state });
        await unit.audit(`open-link.switched-${state}`, 'open_link', id);
      });
    const counts = (await this.yields(link.roundId)).get(id) ?? NO_YIELD;
    return Object.assign(new OpenLink(), link, { state }, counts);
  }

  /** Choosing the hospital is the first save (draft 1), so a form counts as started from the second on. */
  private async yields(roundId: string): Promise<ReadonlyMap<string, OpenLinkYield>> {
    const rows = await this.links.manager
      .createQueryBuilder(OpenLinkForm, 'f')
      .innerJoin('open_link', 'l', 'l.id = f.open_link_id')
      .leftJoin('response', 'r', 'r.invitation_id = f.invitation_id')
      .select('f.open_link_id', 'link')
      .addSelect('COUNT(*)', 'opened')
      .addSelect('SUM(CASE WHEN r.draft_revision > 1 OR r.revision > 0 THEN 1 ELSE 0 END)', 'started')
      .addSelect('SUM(CASE WHEN r.revision > 0 THEN 1 ELSE 0 END)', 'submitted')
      .where('l.round_id = :roundId', { roundId })
      .groupBy('f.open_link_id')
      .getRawMany<{ link: string } & Record<keyof OpenLinkYield, number | string | null>>();
    return new Map(
      rows.map(({ link, opened, started, submitted }) => [
        link,
        { opened: Number(opened), started: Number(started), submitted: Number(submitted) },
      ]),
    );
  }
}

const TAKEN: Problem = {
  code: 'ALREADY_THERE',
  field: 'name',
  message: 'This round has an open link of that name.',
  mend: 'Use another name, or switch the one that is there on again.',
};
const NOBODY_IS_ASKED: Problem = {
  code: 'NOT_POSSIBLE_NOW',
  field: 'roundId',
  message: 'This round holds what a report published; it asks nobody.',
  mend: 'Choose a round that asks hospitals.',
};
