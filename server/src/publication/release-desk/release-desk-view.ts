import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { PersonContact } from '../../access/people/person-contact.entity.js';
import { FreezeService } from '../../cleaning/freeze.service.js';
import { SiteObjectionService } from '../../cleaning/site-objection.service.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { RoundService } from '../../fieldwork/round.service.js';
import { FrameService } from '../../frame/frame.service.js';
import type { HospitalReplyModel, ReleaseDeskModel, SignOffModel } from './release-desk.model.js';
import type { ReleaseSignOff } from './release-sign-off.entity.js';
import { type ReplyDesk, ReplyDeskService } from './reply-desk.service.js';
import { SignOffService } from './sign-off.service.js';

/** Puts right of reply and sign-offs into the words of the GraphQL contract; it decides nothing. */
@Injectable()
export class ReleaseDeskView {
  constructor(
    private readonly rounds: RoundService,
    private readonly replies: ReplyDeskService,
    private readonly signOffs: SignOffService,
    private readonly objections: SiteObjectionService,
    private readonly freezes: FreezeService,
    private readonly frame: FrameService,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async desk(actor: Actor, roundId: string): Promise<ReleaseDeskModel> {
    const reply = await this.replies.read(actor, roundId);
    const round = await this.rounds.get(roundId);
    const { required, freezeNumber, signed } = await this.signOffs.read(actor, roundId);
    const objections = await this.objections.list(actor, roundId);
    return {
      roundId,
      freezeNumber,
      freezeSha256: freezeNumber === null ? '' : await this.freezes.hashOf(roundId, freezeNumber),
      reply: reply === null ? null : { ...reply.period, isRunning: reply.isRunning },
      hospitals: reply === null ? [] : this.hospitals(round, reply),
      objections: objections.map(({ id, odsCode, words, at, settledNote, settledAt }) => ({
        ...{ id, odsCode, words, at, settledNote, settledAt },
        hospital: this.nameOf(round, odsCode),
      })),
      signOffsRequired: required,
      signOffs: await this.signed(actor, signed),
    };
  }

  private hospitals(round: Round, { standings, linked }: ReplyDesk): HospitalReplyModel[] {
    return standings.map(({ odsCode, openedAt, said, saidAt, refusal }) => ({
      odsCode,
      hospital: this.nameOf(round, odsCode),
      linked: linked.has(odsCode),
      openedAt,
      said,
      saidAt,
      refusesScore: refusal.score,
      refusesQuotations: refusal.quotations,
    }));
  }

  private nameOf({ kind }: Round, odsCode: string): string {
    return displayName(kind, this.frame.findHospital(odsCode)?.name ?? odsCode);
  }

  private async signed(actor: Actor, signed: readonly ReleaseSignOff[]): Promise<SignOffModel[]> {
    const rows = await this.reader
      .getRepository(PersonContact)
      .findBy({ personId: In(signed.map(({ personId }) => personId)) });
    const names = new Map(rows.map(({ personId, name }) => [personId, name]));
    return signed.map(({ personId, role, at }) => ({
      name: names.get(personId) ?? personId,
      role,
      at,
      isOwn: personId === actor.id,
    }));
  }
}
