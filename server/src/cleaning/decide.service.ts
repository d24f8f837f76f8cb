import { applyDecisions } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { indexCleaned, stateMarks } from '@liaison-atlas/shared/cleaning/cleaning-index';
import type { Decision, DecisionKind } from '@liaison-atlas/shared/cleaning/decision';
import { makeDecisions } from '@liaison-atlas/shared/cleaning/make-decision';
import type { Proposal } from '@liaison-atlas/shared/cleaning/proposal';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { insertRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Round } from '../fieldwork/round.entity.js';
import { DECIDED } from '../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { CleaningPictures } from './cleaning-picture.service.js';
import { DatasetService } from './dataset.service.js';
import { lockCleaning, settingsOf, toRow } from './decision-rows.js';
import { RoundCleaning } from './round-cleaning.entity.js';

/** One decision as somebody asks for it, with the mark of what they had before them. */
export interface AskedDecision extends Proposal {
  /** The form that was looked at; of a disagreement, one of those that disagree. */
  readonly seenId: string;
  /** `stateMark` of that form as it was shown; not needed for a confirmation or a reversal. */
  readonly mark: string;
}

/** Most decisions of one request. */
export const MAX_AT_ONCE = 200;
const MAX_NOTE = 1000;
const MAX_VALUE = 1000;
/** What people do by other means than a plain decision. */
const NOT_HERE: readonly DecisionKind[] = ['query', 'reopen'];

/** Makes decisions: checks each against the state after those before it, and stores all of a request or none. */
@Injectable()
export class DecideService {
  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly pictures: CleaningPictures,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async decide(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    asked: readonly AskedDecision[],
  ): Promise<Result<readonly Decision[], Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const wrong = firstProblem(round, asked);
    if (wrong !== null) return refuse(wrong);
    return this.unitOfWork.run(actor, (unit) => this.store(unit, actor, round, asked));
  }

  private async store(
    unit: Unit,
    actor: Pick<Actor, 'id'>,
    round: Round,
    asked: readonly AskedDecision[],
  ): Promise<Result<readonly Decision[], Problem>> {
    const { manager } = unit;
    const row = await lockCleaning(manager, round.id);
    const settings = settingsOf(row);
    const options = this.datasets.optionsOf(round, settings);
    const shown = await this.pictures.near(unit, round.id, options, asked);
    const { forms, decisions, queries } = shown ?? (await this.datasets.near(manager, round, asked));
    const before = shown?.group?.cleaned ?? applyDecisions(forms, decisions, options);
    const markOf = shown?.group?.markOf ?? stateMarks(before, indexCleaned(before));
    const isStale = asked.some(
      ({ kind, mark, seenId }) => kind !== 'confirm' && kind !== 'reverse' && mark !== markOf(seenId),
    );
    if (isStale) return refuse(STALE);
    const outcome = makeDecisions(
      forms,
      decisions,
      asked.map(({ seenId: _seenId, mark: _mark, ...proposed }) => proposed),
      options,
      { settings, queries, frozen: row.frozenAs > 0 },
      { by: actor.id, at: this.clock.now(), newId, lastNumber: row.decisions },
      before,
    );
    if (!outcome.ok) return outcome;
    const { made } = outcome.value;
    await storeDecisions(unit, round.id, made);
    await auditDecisions(unit, round.id, made);
    return accept(made);
  }
}

/** Adds decisions under the numbers they were given; the row that counts them is locked by the caller's unit. */
export async function storeDecisions(
  unit: { readonly manager: EntityManager; readonly touch: (topic: string, what?: string) => void },
  roundId: string,
  made: readonly Decision[],
): Promise<void> {
  const last = made.at(-1);
  if (last === undefined) return;
  await insertRows(
    unit.manager,
    CleaningDecision,
    made.map((decision) => toRow(roundId, decision)),
  );
  await unit.manager.update(RoundCleaning, { roundId }, { decisions: last.number });
  unit.touch(roundTopic(roundId), DECIDED);
}

/** One event for the request; about the form where it is about one only. */
async function auditDecisions(unit: Unit, roundId: string, made: readonly Decision[]): Promise<void> {
  const [first] = made;
  if (first === undefined) return;
  const { kind, number, reason, responseId } = first;
  const detail = { round: roundId, kind, number, reason, decisions: made.length };
  if (made.length === 1 && responseId !== '')
    await unit.audit('cleaning.decided', 'response', responseId, detail);
  else await unit.audit('cleaning.decided', 'round', roundId, detail);
}

function firstProblem(round: Round, asked: readonly AskedDecision[]): Problem | null {
  if (round.kind === 'published_facts') return NOTHING_TO_CLEAN;
  if (asked.length === 0 || asked.length > MAX_AT_ONCE) return BAD_COUNT;
  for (const { kind, note, value } of asked) {
    if (NOT_HERE.includes(kind)) return WRONG_KIND;
    for (const [field, text, most] of [
      ['note', note, MAX_NOTE],
      ['value', value, MAX_VALUE],
    ] as const) {
      const cleaned = cleanText(text, field, most);
      if (!cleaned.ok) return cleaned.problems[0] ?? null;
    }
  }
  return null;
}

export const STALE: Problem = {
  code: 'STALE',
  field: 'mark',
  message: 'This has changed since it was shown: a form was corrected, or somebody else decided about it.',
  mend: 'Look at it again and decide on what it is now. Nothing was stored.',
};
export const NOTHING_TO_CLEAN: Problem = {
  code: 'NOTHING_TO_CLEAN',
  field: 'roundId',
  message: 'This round holds a published report; it has no forms.',
  mend: 'Choose a round that collects answers.',
};
const BAD_COUNT: Problem = {
  code: 'BAD_COUNT',
  field: 'decisions',
  message: `One request makes between 1 and ${MAX_AT_ONCE} decisions.`,
  mend: 'Choose fewer at a time.',
};
const WRONG_KIND: Problem = {
  code: 'WRONG_KIND',
  field: 'kind',
  message: 'Sites are asked, and rounds opened again, in ways of their own.',
  mend: 'Use askSite or reopenRound.',
};
