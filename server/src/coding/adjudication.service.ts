import { can } from '@liaison-atlas/shared/access/can';
import { mayBeCompared } from '@liaison-atlas/shared/coding/coding-result';
import { type Application, checkApplications } from '@liaison-atlas/shared/coding/unit-coding';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, IsNull } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { isRoundId } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { openCodebook } from './codebook.service.js';
import { type CodedRound, CodedRoundService, type CodedUnit } from './coded-round.service.js';
import { notFound, orRefuse, stale } from './coding-problems.js';
import { CodingTask } from './coding-task.entity.js';
import { holdForm } from './hold-form.js';
import { Adjudication } from './unit-coding.entity.js';

export interface Decision {
  readonly roundId: string;
  readonly codebookId: string;
  readonly unitId: string;
  readonly expectedRevision: number;
  readonly codes: readonly Application[];
  readonly memo: string;
}

/** Lays codings side by side and stores what a person decides. Only for comments that all their coders have finished. */
@Injectable()
export class AdjudicationService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly coded: CodedRoundService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The comments that may be laid side by side. @throws DomainError FORBIDDEN, NOT_FOUND */
  async sideBySide(
    actor: Actor,
    roundId: string,
    codebookId: string,
  ): Promise<{ readonly round: CodedRound; readonly units: readonly CodedUnit[] }> {
    await this.requireJudge(actor, roundId, codebookId);
    const round = await this.coded.of(roundId, codebookId);
    const units = round.units.filter(({ codings, coders }) => mayBeCompared(codings, coders));
    return { round, units };
  }

  /** @throws DomainError FORBIDDEN, NOT_FOUND, BAD_INPUT, CONFLICT */
  async decide(actor: Actor, input: Decision): Promise<Adjudication> {
    const { codebookId } = input;
    const { units } = await this.sideBySide(actor, input.roundId, codebookId);
    const found = units.find(({ unit }) => unit.id === input.unitId);
    if (found === undefined)
      throw new DomainError(
        'CONFLICT',
        'This comment is not for deciding: a coder has not finished it, or it does not count any more.',
        'unitId',
        'Load the list again.',
      );
    const { unit } = found;
    const memo = orRefuse(cleanText(input.memo, 'memo', 2000));
    try {
      return await this.unitOfWork.run(actor, async ({ manager, audit }) => {
        const { book, current } = await openCodebook(manager, codebookId);
        const codes = orRefuse(checkApplications(input.codes, current.content, unit.text));
        await holdForm(manager, unit.responseId);
        const { responseId, variable, textHash } = unit;
        const place = { codebookId, responseId, variable, textHash };
        const before = await manager.findOneBy(Adjudication, place);
        if ((before?.revision ?? 0) !== input.expectedRevision) throw stale('decision');
        const row: Adjudication = {
          ...place,
          id: before?.id ?? newId(),
          codes,
          memo,
          codebookVersion: book.version,
          revision: input.expectedRevision + 1,
          decidedAt: this.clock.now(),
          decidedBy: actor.id,
        };
        if (before === null) await manager.insert(Adjudication, row);
        else {
          const mine = { id: row.id, revision: input.expectedRevision };
          const { affected } = await manager.update(Adjudication, mine, row);
          if (affected === 0) throw stale('decision');
        }
        await audit('coding.decided', 'adjudication', row.id, { revision: row.revision });
        return row;
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw stale('decision');
      throw error;
    }
  }

  /** The lead, or somebody who was given the deciding as a task; for others there is nothing here. */
  private async requireJudge(actor: Actor, roundId: string, codebookId: string): Promise<void> {
    const place = { round: roundId };
    if (can(actor, 'ManageCoding', place)) return;
    requireAccess(actor, 'CodeComments', place);
    const where = {
      roundId,
      codebookId,
      personId: actor.id,
      kind: 'adjudicate' as const,
      removedAt: IsNull(),
    };
    const given =
      isRoundId(roundId) && isId(codebookId) && (await this.reader.getRepository(CodingTask).existsBy(where));
    if (!given) throw notFound('task of deciding', 'codebookId');
  }
}
