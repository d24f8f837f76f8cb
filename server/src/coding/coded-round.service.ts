import { carrierOf, carryApplications, carryCodes } from '@liaison-atlas/shared/coding/carry-codes';
import { codingResult, type CodingResult } from '@liaison-atlas/shared/coding/coding-result';
import { type CommentUnit, shareOf } from '@liaison-atlas/shared/coding/comment-units';
import { type Application, codeIdsOf, type UnitCoding } from '@liaison-atlas/shared/coding/unit-coding';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';

import { openCodebook, type OpenCodebook } from './codebook.service.js';
import { CodingTask } from './coding-task.entity.js';
import { CommentUnitsService, type RoundComments } from './comment-units.service.js';
import { Adjudication, UnitCodingRow } from './unit-coding.entity.js';

/** What a coder said about a comment, with their memo. */
export interface ReadCoding extends UnitCoding {
  readonly taskId: string;
  readonly memo: string;
}

/** A comment with everything that was said about it, codes read under the current version. */
export interface CodedUnit {
  readonly unit: CommentUnit;
  readonly codings: readonly ReadCoding[];
  /** Pseudonyms of those who have the comment to code now. */
  readonly coders: readonly string[];
  readonly decision: {
    readonly codes: readonly Application[];
    readonly memo: string;
    readonly revision: number;
  } | null;
  readonly result: CodingResult;
}

/** A round coded with one codebook. Holds what every coder said: for those who lead the coding, never for a coder. */
export interface CodedRound {
  readonly comments: RoundComments;
  readonly opened: OpenCodebook;
  /** Tasks to code, in the order in which they were given; those of people who were taken off too. */
  readonly tasks: readonly CodingTask[];
  readonly units: readonly CodedUnit[];
}

/** Lays the codings of all coders over the comments that count now. Checks no permission: its callers do. */
@Injectable()
export class CodedRoundService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly comments: CommentUnitsService,
  ) {}

  /** Names of the themes that each comment of a round has for certain, by every codebook it is coded with; by comment. */
  async themesOf(roundId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const tasks = await this.reader.getRepository(CodingTask).findBy({ roundId, kind: 'code' });
    const themes = new Map<string, string[]>();
    for (const codebookId of new Set(tasks.map((task) => task.codebookId))) {
      const { opened, units } = await this.of(roundId, codebookId);
      const names = new Map(opened.current.content.codes.map(({ id, name }) => [id, name]));
      for (const { unit, result } of units)
        if (result.state === 'agreed' || result.state === 'adjudicated')
          themes.set(unit.id, [
            ...(themes.get(unit.id) ?? []),
            ...result.codeIds.flatMap((id) => names.get(id) ?? []),
          ]);
    }
    return themes;
  }

  /** @throws DomainError NOT_FOUND */
  async of(roundId: string, codebookId: string): Promise<CodedRound> {
    const comments = await this.comments.of(roundId);
    return { comments, ...(await this.lay(roundId, codebookId, comments.units)) };
  }

  /** The codings of a round laid over these comments. @throws DomainError NOT_FOUND */
  async lay(
    roundId: string,
    codebookId: string,
    comments: readonly CommentUnit[],
  ): Promise<Omit<CodedRound, 'comments'>> {
    const opened = await openCodebook(this.reader.manager, codebookId);
    const tasks = await this.reader.getRepository(CodingTask).find({
      where: { roundId, codebookId, kind: 'code' },
      order: { assignedAt: 'ASC', id: 'ASC' },
    });
    const rows = await this.reader
      .getRepository(UnitCodingRow)
      .findBy({ taskId: In(tasks.map(({ id }) => id)) });
    const decisions = await this.reader.getRepository(Adjudication).findBy({ codebookId });
    const carry = carrierOf(opened.current.content);
    const taskOf = new Map(tasks.map((task) => [task.id, task]));
    const said = new Map<string, ReadCoding[]>();
    for (const row of rows) {
      const own = said.get(placeOf(row)) ?? [];
      const unitId = unitIdOf(row);
      own.push({
        unitId,
        taskId: row.taskId,
        coderId: taskOf.get(row.taskId)!.personId,
        state: row.state,
        memo: row.memo,
        codes: carryApplications(carry, row.codes, unitId, row.codebookVersion),
        suggested: carryCodes(carry, row.suggested ?? [], unitId, row.codebookVersion),
      });
      said.set(placeOf(row), own);
    }
    const decided = new Map(decisions.map((row) => [placeOf(row), row]));
    const active = tasks.filter(({ removedAt }) => removedAt === null);
    const units = comments.map((unit): CodedUnit => {
      const row = decided.get(placeOf(unit));
      const codings = inOrder(said.get(placeOf(unit)) ?? [], tasks);
      const decision =
        row === undefined
          ? null
          : {
              codes: carryApplications(carry, row.codes, unit.id, row.codebookVersion),
              memo: row.memo,
              revision: row.revision,
            };
      const coders = active.filter((task) => hasUnit(task, unit)).map(({ personId }) => personId);
      const result = codingResult(codings, decision === null ? null : codeIdsOf(decision.codes));
      return { unit, codings, coders, decision, result };
    });
    return { opened, tasks, units };
  }
}

/** Whether a comment lies in a task's share. */
export const hasUnit = ({ part, parts }: CodingTask, { responseId }: CommentUnit): boolean =>
  shareOf(responseId, parts) === part;

/** Id of the comment that a row is about. */
export const unitIdOf = ({ responseId, variable }: { responseId: string; variable: string }): string =>
  `${responseId}:${variable}`;

/** A comment and its text: a corrected text is another place. */
const placeOf = (row: { responseId: string; variable: string; textHash: string }): string =>
  `${unitIdOf(row)} ${row.textHash}`;

function inOrder(codings: readonly ReadCoding[], tasks: readonly CodingTask[]): readonly ReadCoding[] {
  if (codings.length < 2) return codings;
  const at = new Map(tasks.map(({ id }, index) => [id, index]));
  return codings.toSorted((a, b) => at.get(a.taskId)! - at.get(b.taskId)!);
}
