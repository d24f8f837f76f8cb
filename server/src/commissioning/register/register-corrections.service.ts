import {
  parseReaderMessage,
  parseReason,
  type ReaderMessage,
} from '@liaison-atlas/shared/commissioning/register/reader-messages';
import type { StoredService } from '@liaison-atlas/shared/commissioning/register/register-service';
import { daysBefore } from '@liaison-atlas/shared/kernel/days-before';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThan, Not, type Repository } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { DomainError } from '../../platform/domain-error.js';
import { isId, newId } from '../../platform/ids.js';
import { RegisterCorrection, RegisterSender } from './register-inbox.entity.js';
import { CORRECTION_ANSWER, correctionAnswer, fleetingMail } from './register-mail.js';
import { RegisterScope } from './register-scope.service.js';
import { ServiceRegister } from './service-register.service.js';

/** A correction as a reader sends it. */
export interface NewCorrection extends ReaderMessage {
  /** '' = a service that is missing. */
  readonly serviceId: string;
  /** '' = no hospital in particular. */
  readonly odsCode: string;
  /** A box that people do not see; who fills it in is a program. */
  readonly website: string;
}

/** A correction in the queue. */
export interface WaitingCorrection {
  readonly row: RegisterCorrection;
  readonly wantsAnswer: boolean;
}

/** The most corrections on a page of the queue. */
export const MOST_ON_A_PAGE = 100;

/** Which part of the queue is wanted. */
export interface CorrectionPage {
  readonly offset: number;
  readonly limit: number;
}

/** A page of the queue, and how much waits in all. */
export interface WaitingCorrections {
  readonly total: number;
  readonly corrections: readonly WaitingCorrection[];
}

/** What readers write about the register: taken without an account, read and decided by those who keep it. */
@Injectable()
export class RegisterCorrections {
  constructor(
    @InjectRepository(RegisterCorrection) private readonly corrections: Repository<RegisterCorrection>,
    @InjectRepository(RegisterSender) private readonly senders: Repository<RegisterSender>,
    private readonly register: ServiceRegister,
    private readonly scope: RegisterScope,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    outbox.register(fleetingMail(CORRECTION_ANSWER));
  }

  /**
   * Takes a correction into the queue. A program that fills in every box is told the same and nothing is kept.
   * @throws DomainError NOT_FOUND for a service or a hospital that nobody knows
   */
  async send(input: NewCorrection): Promise<Result<true, Problem>> {
    const message = parseReaderMessage(input, false);
    if (!message.ok) return message;
    if (input.serviceId !== '') await this.register.get(input.serviceId);
    if (input.odsCode !== '' && !this.scope.isHospital(input.odsCode)) return refuse(NO_HOSPITAL);
    if (input.website !== '') return accept(true);
    const { text, email } = message.value;
    const id = newId();
    await this.unitOfWork.run({ id: 'public' }, async ({ manager, audit }) => {
      await manager.insert(RegisterCorrection, {
        id,
        serviceId: input.serviceId === '' ? null : input.serviceId,
        odsCode: input.odsCode.trim().toUpperCase(),
        text,
        state: 'waiting',
        reason: '',
        createdAt: this.clock.now(),
        decidedAt: null,
        decidedBy: null,
      });
      if (email !== '') await manager.insert(RegisterSender, { correctionId: id, email });
      await audit('register.correction-sent', 'register_correction', id, { answer: email !== '' });
    });
    return accept(true);
  }

  /**
   * A page of the queue, the oldest first; of the hospitals that the actor keeps.
   * @throws DomainError FORBIDDEN, BAD_INPUT for a page that there cannot be
   */
  async waiting(actor: Actor, { offset, limit }: CorrectionPage): Promise<WaitingCorrections> {
    this.scope.requireSomewhere(actor);
    if (offset < 0 || limit < 1 || limit > MOST_ON_A_PAGE)
      throw new DomainError(
        'BAD_INPUT',
        'There is no such page.',
        'limit',
        `Ask for 1 to ${MOST_ON_A_PAGE} corrections.`,
      );
    const services = new Map((await this.register.all()).map((service) => [service.id, service]));
    const queue = await this.corrections.find({
      where: { state: 'waiting' },
      select: { id: true, serviceId: true, odsCode: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const mine = queue.filter((row) => this.covers(actor, row, services.get(row.serviceId ?? '')));
    const ids = mine.slice(offset, offset + limit).map(({ id }) => id);
    const [rows, senders] = await Promise.all([
      this.corrections.find({ where: { id: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } }),
      this.senders.find({ where: { correctionId: In(ids) }, select: { correctionId: true } }),
    ]);
    const wanting = new Set(senders.map(({ correctionId }) => correctionId));
    return {
      total: mine.length,
      corrections: rows.map((row) => ({ row, wantsAnswer: wanting.has(row.id) })),
    };
  }

  /**
   * Notes that a correction was taken over (the register was changed by its form) or declined with a reason; whoever
   * asked for an answer gets it, and their address is erased.
   * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT when somebody decided in between
   */
  async decide(
    actor: Actor,
    id: string,
    verdict: 'accepted' | 'declined',
    rawReason: string,
  ): Promise<Result<true, Problem>> {
    this.scope.requireSomewhere(actor);
    const row = isId(id) ? await this.corrections.findOneBy({ id }) : null;
    const service = row?.serviceId == null ? undefined : await this.register.get(row.serviceId);
    if (row === null || !this.covers(actor, row, service))
      throw new DomainError('NOT_FOUND', 'There is no such correction.', 'id', 'Load the list again.');
    const reason = verdict === 'declined' ? parseReason(rawReason) : accept('');
    if (!reason.ok) return reason;
    await this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      const { affected } = await manager.update(
        RegisterCorrection,
        { id, state: 'waiting' },
        { state: verdict, reason: reason.value, decidedAt: this.clock.now(), decidedBy: actor.id },
      );
      if (affected === 0)
        throw new DomainError(
          'CONFLICT',
          'Somebody has decided about it already.',
          'id',
          'Load the list again.',
        );
      const sender = await manager.findOneBy(RegisterSender, { correctionId: id });
      if (sender !== null) {
        await this.outbox.enqueue(unit, correctionAnswer(id, sender.email, reason.value));
        await manager.delete(RegisterSender, { correctionId: id });
      }
      await unit.audit(`register.correction-${verdict}`, 'register_correction', id, {
        answered: sender !== null,
      });
    });
    return accept(true);
  }

  /** How many corrections `eraseOld` would erase now. */
  countOld(): Promise<number> {
    return this.corrections.countBy(this.old());
  }

  private old() {
    const days = this.config.retention.corrections;
    return { createdAt: LessThan(daysBefore(this.clock.now(), days)), text: Not('') };
  }

  /** Erases what readers wrote longer ago than the setting says, and their addresses. Gives how many. */
  async eraseOld(): Promise<number> {
    const old = await this.corrections.find({ where: this.old(), select: { id: true } });
    if (old.length === 0) return 0;
    return this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      for (const { id } of old) {
        await manager.delete(RegisterSender, { correctionId: id });
        await manager.update(RegisterCorrection, { id }, { text: '' });
        const late = { reason: 'Nobody decided in time.', state: 'declined' as const };
        await manager.update(RegisterCorrection, { id, state: 'waiting' }, late);
      }
      await audit('register.corrections-erased', 'register_correction', '', { corrections: old.length });
      return old.length;
    });
  }

  /** @param service that it is about; undefined = a service that is missing */
  private covers(
    actor: Actor,
    { odsCode }: Pick<RegisterCorrection, 'odsCode'>,
    service: StoredService | undefined,
  ): boolean {
    const deliveries = odsCode === '' ? (service?.facts.deliveries ?? []) : [{ odsCode }];
    return deliveries.length === 0
      ? this.scope.covers(actor, '')
      : deliveries.every((delivery) => this.scope.covers(actor, delivery.odsCode));
  }
}

const NO_HOSPITAL = problem(
  'UNKNOWN_HOSPITAL',
  'odsCode',
  'No hospital here has this code.',
  'Leave it empty, or choose a hospital.',
);
