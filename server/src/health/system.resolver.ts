import { Inject } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { type Config, CONFIG } from '../platform/config.js';
import { AuditCheckService } from './audit-check.service.js';
import { AuditCheckModel, SystemModel } from './system.model.js';
import { SystemStateService } from './system-state.service.js';

/** How the product is, on screen. */
@Resolver(() => SystemModel)
export class SystemResolver {
  private readonly startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();

  constructor(
    private readonly state: SystemStateService,
    private readonly audit: AuditCheckService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => SystemModel)
  @Allow('ReadSystem')
  async system(): Promise<SystemModel> {
    const { database, mail, disk, releases, releaseStore, tasks, audit, backup, backsUp, ...rest } =
      await this.state.read();
    return {
      readAt: this.clock.now(),
      version: CODE_VERSION,
      mode: this.config.mode,
      runtime: process.version,
      startedAt: this.startedAt,
      memory: process.memoryUsage().rss,
      database: `${database.engine} ${database.version}`,
      databaseSize: database.bytes,
      databaseAnsweredIn: database.answeredInMs,
      migrations: database.migrations,
      lastMigration: database.lastMigration,
      sendsMail: mail.sends,
      mail: [...mail.counts],
      oldestDueMail: mail.oldestDue,
      diskFree: disk.free,
      diskSize: disk.size,
      looseFiles: [...rest.looseFiles],
      replica: rest.replica,
      tasks: [...tasks],
      auditCheck: audit,
      backsUp,
      backup,
      releases: [...releases],
      releaseStore,
    };
  }

  @Mutation(() => AuditCheckModel, {
    description: 'Computes the whole audit trail again, and notes what came of it in the trail.',
  })
  @Allow('ReadSystem')
  checkAudit(@CurrentActor() actor: Actor): Promise<AuditCheckModel> {
    return this.audit.check(actor);
  }
}
