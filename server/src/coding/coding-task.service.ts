import { GIVEN_ROLES, ROLE_PERMISSIONS } from '@liaison-atlas/shared/access/permissions';
import { can } from '@liaison-atlas/shared/access/can';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In, IsNull } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { AccessGrant } from '../access/people/access-grant.entity.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { requireAccess } from '../access/require-access.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { isRoundId } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { Codebook } from './codebook.entity.js';
import { openCodebook } from './codebook.service.js';
import { hasUnit, unitIdOf } from './coded-round.service.js';
import { notFound } from './coding-problems.js';
import { CodingTask, type TaskKind } from './coding-task.entity.js';
import { CommentUnitsService } from './comment-units.service.js';
import { takeTask } from './take-task.js';
import { UnitCodingRow } from './unit-coding.entity.js';

/** Somebody who may be given a task. */
export interface PossibleCoder {
  readonly personId: string;
  readonly name: string;
}

/** A task with how far it is. */
export interface TaskProgress {
  readonly task: CodingTask;
  readonly codebookTitle: string;
  /** '' = an account that has been erased. */
  readonly coderName: string;
  readonly total: number;
  readonly final: number;
  /** Saved and not final yet. */
  readonly open: number;
}

export interface NewTask {
  readonly roundId: string;
  readonly codebookId: string;
  readonly personId: string;
  readonly kind: TaskKind;
  readonly part: number;
  readonly parts: number;
}

const MAX_PARTS = 20;
const DEMO_CODERS = ['survey_lead', 'coder'] as const;

/** Who codes what: given, taken back and counted. */
@Injectable()
export class CodingTaskService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly comments: CommentUnitsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The actor's own tasks that they are still on. */
  async mine(actor: Actor): Promise<TaskProgress[]> {
    const where = { personId: actor.id, removedAt: IsNull() };
    const tasks = await this.reader.getRepository(CodingTask).find({ where, order: { assignedAt: 'ASC' } });
    return this.withProgress(
      tasks.filter(({ roundId }) => can(actor, 'CodeComments', { round: roundId })),
      new Map([[actor.id, actor.displayName]]),
    );
  }

  /** Every task of a round, for who leads the coding. @throws DomainError FORBIDDEN */
  async ofRound(actor: Actor, roundId: string): Promise<TaskProgress[]> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    if (!isRoundId(roundId)) return [];
    const tasks = await this.reader
      .getRepository(CodingTask)
      .find({ where: { roundId }, order: { assignedAt: 'ASC', id: 'ASC' } });
    const contacts = await this.reader
      .getRepository(PersonContact)
      .findBy({ personId: In(tasks.map(({ personId }) => personId)) });
    return this.withProgress(tasks, new Map(contacts.map(({ personId, name }) => [personId, name])));
  }

  /** Who holds a grant that lets them code in a round, by name. @throws DomainError FORBIDDEN */
  async possibleCoders(actor: Actor, roundId: string): Promise<PossibleCoder[]> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    const roles = GIVEN_ROLES.filter((role) =>
      (ROLE_PERMISSIONS[role] as readonly string[]).includes('CodeComments'),
    );
    const grants = await this.reader
      .getRepository(AccessGrant)
      .findBy({ role: In([...roles]), revokedAt: IsNull() });
    const ids = grants
      .filter(
        ({ scopeKind, scopeId }) => scopeKind === 'survey' || (scopeKind === 'round' && scopeId === roundId),
      )
      .map(({ personId }) => personId);
    const contacts = await this.reader.getRepository(PersonContact).findBy({ personId: In(ids) });
    const people = contacts
      .map(({ personId, name }) => ({ personId, name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    if (this.config.mode !== 'demo') return people;
    return [...people, ...DEMO_CODERS.map((role) => ({ personId: `demo-${role}`, name: demoName(role) }))];
  }

  /** @throws DomainError FORBIDDEN, NOT_FOUND, BAD_INPUT, CONFLICT where the person has a task there already */
  async assign(actor: Actor, asked: NewTask): Promise<CodingTask> {
    const { roundId, codebookId, personId, part, parts } = asked;
    const possible = await this.possibleCoders(actor, roundId);
    await this.comments.of(roundId);
    if (!possible.some((coder) => coder.personId === personId))
      throw new DomainError(
        'BAD_INPUT',
        'This person may not code in this round.',
        'personId',
        'An administrator can give them the role of a coder.',
      );
    if (!(parts >= 1 && parts <= MAX_PARTS && part >= 1 && part <= parts))
      throw new DomainError(
        'BAD_INPUT',
        'There is no such share.',
        'part',
        `Divide the comments into at most ${MAX_PARTS}.`,
      );
    const { book } = await openCodebook(this.reader.manager, codebookId);
    if (book.roundId !== null && book.roundId !== roundId) throw notFound('codebook', 'codebookId');
    const whole = asked.kind === 'adjudicate' ? { part: 1, parts: 1 } : {};
    const task: CodingTask = {
      ...asked,
      ...whole,
      id: newId(),
      assignedAt: this.clock.now(),
      assignedBy: actor.id,
      finishedAt: null,
      suggestionsFrom: null,
      removedAt: null,
    };
    try {
      await this.unitOfWork.run(actor, async ({ manager, audit }) => {
        await manager.insert(CodingTask, task);
        await audit('coding.assigned', 'coding_task', task.id, { kind: task.kind, part, parts });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError(
        'CONFLICT',
        'This person has a task with this codebook in this round already.',
        'personId',
        'Take them off first, or choose somebody else.',
      );
    }
    return task;
  }

  /** Takes a person off: what they finished stays and counts, what they had begun is left. @throws DomainError */
  async takeOff(actor: Actor, taskId: string): Promise<CodingTask> {
    const { roundId } = await this.find(taskId);
    requireAccess(actor, 'ManageCoding', { round: roundId });
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const task = await takeTask(manager, taskId);
      if (task.removedAt !== null) throw notFound('task', 'taskId');
      const removedAt = this.clock.now();
      await manager.update(CodingTask, { id: taskId }, { removedAt });
      await manager.update(UnitCodingRow, { taskId, state: 'open' }, { state: 'left' });
      await audit('coding.taken-off', 'coding_task', taskId);
      return Object.assign(task, { removedAt });
    });
  }

  /**
   * Turns suggestions of codes on or off for one coder; off when a task is given. What was suggested until then stays
   * recorded. @throws DomainError FORBIDDEN, NOT_FOUND, also for a task of deciding
   */
  async setSuggestions(actor: Actor, taskId: string, on: boolean): Promise<CodingTask> {
    const { roundId } = await this.find(taskId);
    requireAccess(actor, 'ManageCoding', { round: roundId });
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const task = await takeTask(manager, taskId);
      if (task.removedAt !== null || task.kind !== 'code') throw notFound('task', 'taskId');
      const suggestionsFrom = on ? (task.suggestionsFrom ?? this.clock.now()) : null;
      await manager.update(CodingTask, { id: taskId }, { suggestionsFrom });
      const state = on ? 'on' : 'off';
      await audit(`coding.suggestions-${state}`, 'coding_task', taskId);
      return Object.assign(task, { suggestionsFrom });
    });
  }

  /** @throws DomainError NOT_FOUND */
  async find(id: string): Promise<CodingTask> {
    const task = isId(id) ? await this.reader.getRepository(CodingTask).findOneBy({ id }) : null;
    if (task === null) throw notFound('task', 'taskId');
    return task;
  }

  private async withProgress(
    tasks: readonly CodingTask[],
    names: ReadonlyMap<string, string>,
  ): Promise<TaskProgress[]> {
    const books = await this.reader
      .getRepository(Codebook)
      .findBy({ id: In(tasks.map(({ codebookId }) => codebookId)) });
    const rows = await this.reader.getRepository(UnitCodingRow).find({
      where: { taskId: In(tasks.map(({ id }) => id)) },
      select: { taskId: true, responseId: true, variable: true, textHash: true, state: true },
    });
    const states = new Map(rows.map((row) => [`${row.taskId} ${unitIdOf(row)} ${row.textHash}`, row.state]));
    return Promise.all(
      tasks.map(async (task) => {
        const { units } = await this.comments.of(task.roundId);
        const own = task.kind === 'code' ? units.filter((unit) => hasUnit(task, unit)) : [];
        const found = own.map(({ id, textHash }) => states.get(`${task.id} ${id} ${textHash}`));
        return {
          task,
          codebookTitle: books.find(({ id }) => id === task.codebookId)?.title ?? '',
          coderName: names.get(task.personId) ?? demoName(task.personId.replace(/^demo-/, '')),
          total: own.length,
          final: found.filter((state) => state === 'final').length,
          open: found.filter((state) => state === 'open').length,
        };
      }),
    );
  }
}

/** What a made-up person of demo mode is called; '' for anybody else. */
const demoName = (role: string): string =>
  ({ survey_lead: 'Survey lead (demo)', coder: 'Coder (demo)' })[role] ?? '';
