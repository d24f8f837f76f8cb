import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { Round } from './round.entity.js';

/** Topic whose version rises whenever anything of a round changes. */
export const roundTopic = (roundId: string): string => `round:${roundId}`;

/** Whether a text can be a round's id at all; PostgreSQL fails on some texts instead of finding nothing. */
export const isRoundId = (id: string): boolean => /^[\w.-]{1,36}$/.test(id);

/** Reads rounds, and says what may be done in one now. */
@Injectable()
export class RoundService {
  constructor(
    @InjectRepository(Round) private readonly rounds: Repository<Round>,
    private readonly clock: Clock,
  ) {}

  /** All rounds, the latest id first. */
  async list(): Promise<Round[]> {
    const rounds = await this.rounds.find();
    return rounds.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  find(id: string): Promise<Round | null> {
    return isRoundId(id) ? this.rounds.findOneBy({ id }) : Promise.resolve(null);
  }

  /** @throws DomainError NOT_FOUND */
  async get(id: string): Promise<Round> {
    const round = await this.find(id);
    if (round === null)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such round.',
        'round',
        'Choose one of /open/v1/rounds.',
      );
    return round;
  }

  /** Whether new answers are taken: the round is open, and now lies within its dates as far as they are set. */
  takesAnswers(round: Round): boolean {
    const now = this.clock.now();
    const hasBegun = round.opensAt === null || round.opensAt <= now;
    const beforeClose = round.closesAt === null || now < round.closesAt;
    return (round.state === 'open' || round.state === 'pilot') && hasBegun && beforeClose;
  }

  /** Whether submitted answers may still be corrected (domain D2, "before `correctionsUntil`"). */
  takesCorrections(round: Round): boolean {
    if (this.takesAnswers(round)) return true;
    const inTime = round.correctionsUntil !== null && this.clock.now() < round.correctionsUntil;
    return (round.state === 'open' || round.state === 'corrections') && inTime;
  }
}
