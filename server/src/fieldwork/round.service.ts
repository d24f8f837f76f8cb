import { latestFirst } from '@liaison-atlas/shared/fieldwork/latest-first';
import { takesAnswersAt, takesCorrectionsAt } from '@liaison-atlas/shared/fieldwork/round-times';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { findRow } from '../database/row-statements.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { Round } from './round.entity.js';

/** Topic whose version rises whenever anything of a round changes. */
export const roundTopic = (roundId: string): string => `round:${roundId}`;

/** Whether a text can be a round's id at all; PostgreSQL fails on some texts instead of finding nothing. */
export const isRoundId = (id: string): boolean => /^[\w.-]{1,36}$/.test(id);

/** Whether a round is known outside the team that plans it. */
export const isPublic = ({ state }: Pick<Round, 'state'>): boolean => state !== 'draft' && state !== 'pilot';

/** Reads rounds, and says what may be done in one now. */
@Injectable()
export class RoundService {
  constructor(
    @InjectRepository(Round) private readonly rounds: Repository<Round>,
    private readonly clock: Clock,
  ) {}

  /** All rounds, the latest first. */
  async list(): Promise<Round[]> {
    return latestFirst(await this.rounds.find());
  }

  /** The rounds that are known outside the team, the latest first: not those that are still being planned or tried out. */
  async listPublic(): Promise<Round[]> {
    return (await this.list()).filter(isPublic);
  }

  find(id: string): Promise<Round | null> {
    return isRoundId(id) ? findRow(this.rounds.manager, Round, { id }) : Promise.resolve(null);
  }

  /** @throws DomainError NOT_FOUND */
  async get(id: string): Promise<Round> {
    const round = await this.find(id);
    if (round === null)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such round.',
        'round',
        'Choose one of the rounds listed under Results. For programs: /open/v1/rounds.',
      );
    return round;
  }

  /** Whether new answers are taken now. */
  takesAnswers(round: Round): boolean {
    return takesAnswersAt(round, this.clock.now());
  }

  /** Whether submitted answers may be corrected now. */
  takesCorrections(round: Round): boolean {
    return takesCorrectionsAt(round, this.clock.now());
  }
}
