import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import {
  parseReaderMessage,
  type ReaderMessage,
} from '@liaison-atlas/shared/commissioning/register/reader-messages';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { runAgain } from '../../database/run-again.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { AskedTogether } from '../../platform/asked-together.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { RegisterContact } from './register-inbox.entity.js';
import { fleetingMail, TEAM_QUESTION, teamQuestion } from './register-mail.js';
import { RegisterScope } from './register-scope.service.js';
import { ServiceRegister } from './service-register.service.js';

/** Questions of readers to teams, passed on by mail. The address of a team goes in and never comes out again. */
@Injectable()
export class TeamQuestions {
  /** Of many services with one question, for a page that lists them. */
  private readonly onFile: AskedTogether<true>;

  constructor(
    @InjectRepository(RegisterContact) contacts: Repository<RegisterContact>,
    private readonly register: ServiceRegister,
    private readonly scope: RegisterScope,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    outbox.register(fleetingMail(TEAM_QUESTION));
    this.onFile = new AskedTogether(async (ids) => {
      const rows = await contacts.find({ where: { serviceId: In([...ids]) }, select: { serviceId: true } });
      return new Map(rows.map(({ serviceId }) => [serviceId, true]));
    });
  }

  /** Whether a team can be asked: an address is on file and the service is not closed. */
  async canBeAsked(serviceId: string): Promise<boolean> {
    // Side by side: the look-up waits for nothing, so that those of one page are one question.
    const [hasAddress, services] = await Promise.all([this.onFile.get(serviceId), this.register.all()]);
    const service = services.find(({ id }) => id === serviceId);
    return hasAddress === true && service !== undefined && service.facts.status !== 'closed';
  }

  /**
   * Puts the address of a team on file, or takes it away.
   * @param email '' = it is taken away
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async setAddress(actor: Actor, serviceId: string, email: string): Promise<Result<boolean, Problem>> {
    this.scope.requireSomewhere(actor);
    const service = await this.register.get(serviceId);
    this.scope.requireAll(actor, service.facts);
    const address = email.trim() === '' ? accept('') : parseEmailAddress(email, 'email');
    if (!address.ok) return address;
    await runAgain(this.unitOfWork, actor, async ({ manager, audit }) => {
      await manager.delete(RegisterContact, { serviceId });
      const row = { serviceId, email: address.value, setAt: this.clock.now() };
      if (address.value !== '') await manager.insert(RegisterContact, row);
      const onFile = address.value !== '';
      await audit('register.contact-set', 'register_service', serviceId, { onFile });
    });
    return accept(address.value !== '');
  }

  /** Passes a question on; what comes back tells no address. @throws DomainError NOT_FOUND */
  async ask(
    serviceId: string,
    raw: ReaderMessage & { readonly website: string },
  ): Promise<Result<true, Problem>> {
    const { facts } = await this.register.get(serviceId);
    const message = parseReaderMessage(raw, true);
    if (!message.ok) return message;
    if (raw.website !== '') return accept(true);
    if (facts.status === 'closed') return refuse(CANNOT);
    const id = newId();
    return this.unitOfWork.run({ id: 'public' }, async (unit) => {
      const contact = await unit.manager.findOneBy(RegisterContact, { serviceId });
      if (contact === null) return refuse(CANNOT);
      const to = { recipient: contact.email, serviceName: facts.name };
      await this.outbox.enqueue(unit, teamQuestion(id, to, message.value));
      await unit.audit('register.team-asked', 'register_service', serviceId);
      return accept(true as const);
    });
  }
}

const CANNOT = problem(
  'CANNOT_BE_ASKED',
  '',
  'This team cannot be asked here: no address is on file.',
  'Ask the organisation that runs it.',
);
