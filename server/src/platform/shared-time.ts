import { Injectable, type OnModuleInit } from '@nestjs/common';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from './clock.js';

/** So long what was found out about the clock of the database holds, in milliseconds. */
const HOLDS_MS = 60_000;
/** A clock that ran so much more or less than time went by was put right or wrong since, in milliseconds. */
const JUMP_MS = 1000;

/**
 * The time that all instances on one database have in common: the database's. Leases and limits go by it, so that an instance
 * whose own clock is wrong takes nothing that another holds, holds nothing for longer than it may, and counts with the others.
 * On SQLite there is one process, and its clock is the time.
 */
@Injectable()
export class SharedTime implements OnModuleInit {
  /** What is to be added to this instance's clock, in milliseconds. */
  private offset = 0;
  private asked: { readonly clock: number; readonly at: number } | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** By what is known of the database's clock; milliseconds since 1970. */
  milliseconds(): number {
    return this.clock.milliseconds() + this.offset;
  }

  /** The same, after a question to the database where the last one is long ago or this instance's clock has jumped since. */
  async now(): Promise<number> {
    if (this.isStale()) await this.refresh();
    return this.milliseconds();
  }

  private isStale(): boolean {
    if (this.asked === undefined) return true;
    const ran = this.clock.milliseconds() - this.asked.clock;
    const passed = performance.now() - this.asked.at;
    return passed > HOLDS_MS || Math.abs(ran - passed) > JUMP_MS;
  }

  private async refresh(): Promise<void> {
    if (this.unitOfWork.commits !== undefined) return;
    const before = this.clock.milliseconds();
    // Where it can write: a replica has a clock of its own.
    const found = await this.unitOfWork.run(SYSTEM, ({ manager }) => this.clock.ofDatabase(manager));
    const clock = this.clock.milliseconds();
    // The answer is of a moment in between.
    this.offset = found - Math.round((before + clock) / 2);
    this.asked = { clock, at: performance.now() };
  }
}
