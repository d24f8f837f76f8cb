import { changedFacts } from '@liaison-atlas/shared/commissioning/register/change-service';
import { COMPETING_IN_REACH } from '@liaison-atlas/shared/commissioning/register/duplication';
import { FACT_KEYS, type StoredService } from '@liaison-atlas/shared/commissioning/register/register-service';
import { FACT_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import {
  ConfirmServiceInput,
  SaveServiceInput,
  SaveServiceResult,
  ServiceCheck,
  ServiceFactsInput,
  ServiceRevision,
  StampServiceInput,
} from './manage-register.model.js';
import type { RegisterRevision } from './register-service.entity.js';
import { RegisterWriter } from './register-writer.service.js';
import { ServiceRegister } from './service-register.service.js';
import { toWarningModel } from './to-register-models.js';

/** The service register for those who keep it; no rules here. */
@Resolver()
export class ManageRegisterResolver {
  constructor(
    private readonly writer: RegisterWriter,
    private readonly register: ServiceRegister,
  ) {}

  @Query(() => ServiceCheck, { description: 'Before saving: what would be refused, what would compete.' })
  @Allow('ManageRegister')
  async checkService(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: "'' = a new service." }) id: string,
    @Args('facts') facts: ServiceFactsInput,
  ): Promise<ServiceCheck> {
    const { problems, warnings } = await this.writer.check(actor, { id, facts });
    const duplications = warnings.map((warning) => toWarningModel(warning, this.register));
    return { problems, note: COMPETING_IN_REACH, duplications };
  }

  @Query(() => [ServiceRevision], { description: 'The latest first.' })
  @Allow('ManageRegister')
  async serviceHistory(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ServiceRevision[]> {
    const rows = await this.writer.history(actor, id);
    return rows.map((row, at) => this.toRevision(row, rows[at + 1]));
  }

  @Mutation(() => SaveServiceResult, {
    description: 'Adds a service or changes one; what changed gets a new age.',
  })
  @Allow('ManageRegister')
  async saveService(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveServiceInput,
  ): Promise<typeof SaveServiceResult> {
    return this.toResult(await this.writer.save(actor, input));
  }

  @Mutation(() => SaveServiceResult, { description: 'What is there is still so: it takes a new age.' })
  @Allow('ManageRegister')
  async confirmService(
    @CurrentActor() actor: Actor,
    @Args('input') input: ConfirmServiceInput,
  ): Promise<typeof SaveServiceResult> {
    return this.toResult(await this.writer.confirm(actor, input, input.facts));
  }

  @Mutation(() => SaveServiceResult, { description: 'The service has ended; it stays in the register.' })
  @Allow('ManageRegister')
  async closeService(
    @CurrentActor() actor: Actor,
    @Args('input') input: StampServiceInput,
  ): Promise<typeof SaveServiceResult> {
    return this.toResult(await this.writer.close(actor, input));
  }

  @Mutation(() => SaveServiceResult, { description: 'Brings back what an earlier revision said.' })
  @Allow('ManageRegister')
  async restoreService(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('revision', { type: () => Int }) revision: number,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<typeof SaveServiceResult> {
    return this.toResult(await this.writer.restore(actor, id, revision, expectedRevision));
  }

  private toResult(result: Result<StoredService, Problem>): typeof SaveServiceResult {
    return result.ok ? this.register.show(result.value) : { problems: [...result.problems] };
  }

  private toRevision(row: RegisterRevision, before: RegisterRevision | undefined): ServiceRevision {
    const { revision, at, change, facts } = row;
    const changed = before === undefined ? [] : changedFacts(before.facts, facts);
    return {
      revision,
      at,
      change,
      name: facts.name,
      status: facts.status,
      changed: changed.map((key) => this.label(key)),
    };
  }

  /** What a changed fact is called; a hospital by its name. */
  private label(key: string): string {
    const fact = FACT_KEYS.find((each) => each === key);
    return fact === undefined ? this.register.hospitalName(key.replace(/^at:/, '')) : FACT_WORDS[fact];
  }
}
