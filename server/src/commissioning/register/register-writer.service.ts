import {
  changedFacts,
  stampChange,
  stampConfirmation,
} from '@liaison-atlas/shared/commissioning/register/change-service';
import {
  type DuplicationWarning,
  duplicationOf,
} from '@liaison-atlas/shared/commissioning/register/duplication';
import { parseService, parseStamp } from '@liaison-atlas/shared/commissioning/register/parse-service';
import type {
  FactStamp,
  ServiceFacts,
  StoredService,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import type { Unit } from '../../database/unit.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { isId, newId } from '../../platform/ids.js';
import { noSuchService } from './register-problems.js';
import { RegisterRevision } from './register-service.entity.js';
import { RegisterScope } from './register-scope.service.js';
import { RegisterStore } from './register-store.service.js';
import { ServiceRegister } from './service-register.service.js';

/** What somebody wants stored. */
export interface SaveService {
  /** '' = a new service. */
  readonly id: string;
  readonly expectedRevision: number;
  readonly facts: ServiceFacts;
  readonly stamp: FactStamp;
}

/** Adds, changes, confirms, closes services and brings earlier revisions back; for those who keep the register. */
@Injectable()
export class RegisterWriter {
  constructor(
    @InjectRepository(RegisterRevision) private readonly revisions: Repository<RegisterRevision>,
    private readonly register: ServiceRegister,
    private readonly scope: RegisterScope,
    private readonly store: RegisterStore,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Checks without storing: what would be refused, and whether a planned in-reach meets another service.
   * @throws DomainError FORBIDDEN
   */
  async check(
    actor: Actor,
    { id, facts }: Pick<SaveService, 'id' | 'facts'>,
  ): Promise<{ readonly problems: readonly Problem[]; readonly warnings: readonly DuplicationWarning[] }> {
    this.scope.requireSomewhere(actor);
    const parsed = parseService(facts, this.scope.isHospital);
    if (!parsed.ok) return { problems: parsed.problems, warnings: [] };
    const warnings = duplicationOf({ id, facts: parsed.value }, await this.register.all());
    return { problems: [], warnings };
  }

  /** @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT when somebody saved it in between */
  async save(actor: Actor, input: SaveService): Promise<Result<StoredService, Problem>> {
    const before = input.id === '' ? null : await this.editable(actor, input.id);
    const facts = parseService(input.facts, this.scope.isHospital);
    const stamp = parseStamp(input.stamp, this.register.today());
    if (!facts.ok || !stamp.ok)
      return refuse(...(facts.ok ? [] : facts.problems), ...(stamp.ok ? [] : stamp.problems));
    this.scope.requireAll(actor, facts.value);
    const changed = changedFacts(before?.facts ?? null, facts.value);
    if (changed.length === 0) return refuse(NOTHING_CHANGED);
    const stamps = stampChange(before, facts.value, stamp.value);
    return this.put(actor, {
      id: before?.id ?? newId(),
      before,
      expectedRevision: input.expectedRevision,
      facts: facts.value,
      stamps,
      change: before === null ? 'added' : 'changed',
      detail: { facts: changed.length, source: stamp.value.source },
    });
  }

  /**
   * Somebody stands for what is there: it takes today's age.
   * @param keys which facts; none = all that are known
   * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT
   */
  async confirm(
    actor: Actor,
    { id, expectedRevision, stamp }: Omit<SaveService, 'facts'>,
    keys: readonly string[] = [],
  ): Promise<Result<StoredService, Problem>> {
    const before = await this.editable(actor, id);
    const parsed = parseStamp(stamp, this.register.today());
    if (!parsed.ok) return parsed;
    return this.put(actor, {
      id,
      before,
      expectedRevision,
      facts: before.facts,
      stamps: stampConfirmation(before, keys, parsed.value),
      change: 'confirmed',
      detail: { source: parsed.value.source, some: keys.length > 0 },
    });
  }

  /** Says that a service has ended; it stays in the register, and its revisions too. @throws DomainError */
  async close(
    actor: Actor,
    { id, expectedRevision, stamp }: Omit<SaveService, 'facts'>,
  ): Promise<Result<StoredService, Problem>> {
    const before = await this.editable(actor, id);
    const parsed = parseStamp(stamp, this.register.today());
    if (!parsed.ok) return parsed;
    if (before.facts.status === 'closed') return refuse(NOTHING_CHANGED);
    const facts: ServiceFacts = { ...before.facts, status: 'closed' };
    const stamps = stampChange(before, facts, parsed.value);
    const detail = { source: parsed.value.source };
    return this.put(actor, { id, before, expectedRevision, facts, stamps, change: 'closed', detail });
  }

  /**
   * Brings back what an earlier revision said, with the ages that its facts had; as a new revision.
   * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT
   */
  async restore(
    actor: Actor,
    id: string,
    revision: number,
    expectedRevision: number,
  ): Promise<Result<StoredService, Problem>> {
    const before = await this.editable(actor, id);
    const earlier = await this.revisions.findOneBy({ serviceId: id, revision });
    if (earlier === null) throw noSuchService();
    const { facts, stamps } = earlier;
    this.scope.requireAll(actor, facts);
    const detail = { restored: revision };
    return this.put(actor, { id, before, expectedRevision, facts, stamps, change: 'restored', detail });
  }

  /** Every revision of a service, the latest first. @throws DomainError FORBIDDEN, NOT_FOUND */
  async history(actor: Actor, id: string): Promise<readonly RegisterRevision[]> {
    await this.editable(actor, id);
    return this.revisions.find({ where: { serviceId: id }, order: { revision: 'DESC' } });
  }

  /** The service, for somebody who may change it. @throws DomainError FORBIDDEN, NOT_FOUND */
  private async editable(actor: Actor, id: string): Promise<StoredService> {
    this.scope.requireSomewhere(actor);
    if (!isId(id)) throw noSuchService();
    const found = await this.register.get(id);
    this.scope.requireAll(actor, found.facts);
    return found;
  }

  private async put(actor: Actor, change: Parameters<RegisterStore['put']>[1]) {
    const stored = await this.unitOfWork.run(actor, (unit: Unit) => this.store.put(unit, change, actor.id));
    return accept(stored);
  }
}

const NOTHING_CHANGED = problem(
  'NOTHING_CHANGED',
  '',
  'Nothing was changed.',
  'To say that everything is still so, confirm the service instead.',
);
