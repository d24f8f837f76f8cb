import {
  parseReaderMessage,
  parseReason,
  type ReaderMessage,
} from '@liaison-atlas/shared/commissioning/register/reader-messages';
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

  /** The queue, the oldest first; of the hospitals that the actor keeps. @throws DomainError FORBIDDEN */
  async waiting(actor: Actor): Promise<readonly WaitingCorrection[]> {
    this.scope.requireSomewhere(actor);
    const rows = await this.corrections.find({
      where: { state: 'waiting' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const mine: RegisterCorrection[] = [];
    for (const row of rows) if (await this.covers(actor, row)) mine.push(row);
    const ids = mine.map(({ id }) => id);
    const senders = await this.senders.find({
      where: { correctionId: In(ids) },
      select: { correctionId: true },
    });
    const wanting = new Set(senders.map(({ correctionId }) => correctionId));
    return mine.map((row) => ({ row, wantsAnswer: wanting.has(row.id) }));
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
    if (row === null || !(await this.covers(actor, row)))
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

  private async covers(actor: Actor, { odsCode, serviceId }: RegisterCorrection): Promise<boolean> {
    if (odsCode !== '' || serviceId === null) return this.scope.covers(actor, odsCode);
    const { facts } = await this.register.get(serviceId);
    return facts.deliveries.length === 0
      ? this.scope.covers(actor, '')
      : facts.deliveries.every((delivery) => this.scope.covers(actor, delivery.odsCode));
  }
}

const NO_HOSPITAL = problem(
  'UNKNOWN_HOSPITAL',
  'odsCode',
  'No hospital here has this code.',
  'Leave it empty, or choose a hospital.',
);
