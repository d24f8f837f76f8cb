import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { compareFreezes, type FreezeDifference } from '@liaison-atlas/shared/cleaning/compare-freezes';
import {
  type FreezeDocument,
  lostSince,
  toFreezeDocument,
} from '@liaison-atlas/shared/cleaning/freeze-document';
import { stateAfterFreeze, stateAfterReopening } from '@liaison-atlas/shared/cleaning/state-after-freeze';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { RoundState } from '@liaison-atlas/shared/fieldwork/round';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Unit } from '../database/unit.js';
import { Round } from '../fieldwork/round.entity.js';
import { CLEANING_CHANGED } from '../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { newId, sha256 } from '../platform/ids.js';
import { DatasetService } from './dataset.service.js';
import { NOTHING_TO_CLEAN, STALE, storeDecisions } from './decide.service.js';
import { lockCleaning, settingsOf } from './decision-rows.js';
import { Freeze } from './freeze.entity.js';
import { RoundCleaning } from './round-cleaning.entity.js';

/** A freeze with what it says. */
export interface StoredFreeze {
  readonly row: Freeze;
  readonly document: FreezeDocument;
}

/** A freeze with the dataset that was made again from it. */
export interface FrozenRound extends StoredFreeze {
  readonly dataset: AnalysisDataset;
  readonly cleaned: CleanedForms;
  readonly members: readonly string[];
}

const MAX_REASON = 1000;

/** Freezes rounds and opens them again; makes a frozen round's dataset again from what the freeze names. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(Freeze) private readonly freezes: Repository<Freeze>,
    @InjectRepository(RoundCleaning) private readonly cleanings: Repository<RoundCleaning>,
  ) {}

  /** The freezes of a round, the latest first. @throws DomainError FORBIDDEN outside the actor's scope */
  async list(actor: Pick<Actor, 'grants'>, roundId: string): Promise<StoredFreeze[]> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const { id } = await this.rounds.get(roundId);
    return (await this.freezes.find({ where: { roundId: id }, order: { number: 'DESC' } })).map(stored);
  }

  /**
   * Freezes the round as it stands.
   * @param seen how many decisions there were when the person looked; others since then refuse it
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async freeze(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    reason: string,
    seen: number,
  ): Promise<Result<StoredFreeze, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    if (round.kind === 'published_facts') return refuse(NOTHING_TO_CLEAN);
    const why = cleanText(reason.trim(), 'reason', MAX_REASON);
    if (!why.ok) return why;
    // Read before the unit: what is sent from now on belongs to the next freeze. Decisions are counted again below.
    const { cleaned, settings, row: before } = await this.datasets.asItStands(round);
    return this.unitOfWork.run(actor, async (unit): Promise<Result<StoredFreeze, Problem>> => {
      const { manager } = unit;
      const row = await lockCleaning(manager, roundId);
      if (row.frozenAs > 0) return refuse(ALREADY_FROZEN);
      const isSame =
        row.decisions === before.decisions &&
        row.decisions === seen &&
        canonicalJson(settingsOf(row)) === canonicalJson(settings);
      if (!isSame) return refuse(STALE);
      const number = (await manager.countBy(Freeze, { roundId })) + 1;
      if (number > 1 && why.value === '') return refuse(NO_REASON);
      const at = this.clock.now();
      const { unitOfAnalysis } = round.settings;
      const own = { roundId, number, at, settings, unitOfAnalysis, frameId: round.frameId };
      const document = toFreezeDocument(cleaned, { ...own, lastDecision: row.decisions });
      const text = canonicalJson(document);
      const freeze = {
        id: newId(),
        roundId,
        number,
        at,
        by: actor.id,
        reason: why.value,
        document: text,
        sha256: sha256(text),
      };
      await manager.insert(Freeze, freeze);
      await manager.update(RoundCleaning, { roundId }, { frozenAs: number });
      await moveTo(unit, round, stateAfterFreeze(round.state));
      await unit.audit('cleaning.frozen', 'round', roundId, { freeze: number, sha256: freeze.sha256 });
      unit.touch(roundTopic(roundId), CLEANING_CHANGED);
      return accept({ row: freeze as Freeze, document });
    });
  }

  /** Lets decisions be made again; the freeze stays as it is. @throws DomainError FORBIDDEN, NOT_FOUND */
  async reopen(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    reason: string,
  ): Promise<Result<true, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const why = cleanText(reason.trim(), 'reason', MAX_REASON);
    if (!why.ok) return why;
    if (why.value === '') return refuse(NO_REASON);
    return this.unitOfWork.run(actor, async (unit): Promise<Result<true, Problem>> => {
      const row = await lockCleaning(unit.manager, roundId);
      if (row.frozenAs === 0) return refuse(NOT_FROZEN);
      await storeDecisions(unit, roundId, [
        {
          id: newId(),
          number: row.decisions + 1,
          kind: 'reopen',
          responseId: '',
          odsCode: '',
          perspective: '',
          variable: '',
          basis: [],
          rule: '',
          reason: '',
          note: why.value,
          value: String(row.frozenAs),
          by: actor.id,
          at: this.clock.now(),
          needsSecond: false,
          targetId: '',
        },
      ]);
      await unit.manager.update(RoundCleaning, { roundId }, { frozenAs: 0 });
      await moveTo(unit, round, stateAfterReopening(round.state));
      await unit.audit('cleaning.reopened', 'round', roundId, { freeze: row.frozenAs });
      return accept(true as const);
    });
  }

  /** What lies between two freezes. @throws DomainError FORBIDDEN, NOT_FOUND for a round or freeze that is not there */
  async compare(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    from: number,
    to: number,
  ): Promise<{
    readonly difference: FreezeDifference;
    readonly from: FrozenRound;
    readonly to: FrozenRound;
  }> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const earlier = await this.frozen(round, from);
    const later = await this.frozen(round, to);
    return { difference: compareFreezes(earlier, later), from: earlier, to: later };
  }

  /** The freeze that holds now; null = the round is not frozen. Whether the asker may see it is the caller's to ask. */
  async current(round: Round): Promise<FrozenRound | null> {
    const row = await this.cleanings.findOneBy({ roundId: round.id });
    return row === null || row.frozenAs === 0 ? null : this.frozen(round, row.frozenAs);
  }

  /** Number of the freeze that holds now; null = the round is not frozen. */
  async currentNumber(roundId: string): Promise<number | null> {
    const row = await this.cleanings.findOneBy({ roundId });
    return row === null || row.frozenAs === 0 ? null : row.frozenAs;
  }

  /** Hash of a freeze; '' = there is none of that number. */
  async hashOf(roundId: string, number: number): Promise<string> {
    const row = await this.freezes.findOne({
      where: { roundId, number },
      select: { id: true, sha256: true },
    });
    return row?.sha256 ?? '';
  }

  /** The newest freeze, whether it holds or the round was opened again; null = there is none. */
  async newest(round: Round): Promise<FrozenRound | null> {
    const [row] = await this.freezes.find({
      where: { roundId: round.id },
      select: { id: true, number: true },
      order: { number: 'DESC' },
      take: 1,
    });
    return row === undefined ? null : this.frozen(round, row.number);
  }

  /** Revisions of a freeze whose answers have been taken back since; empty = its figures can be made again. */
  lost({ document }: StoredFreeze, round: Round): Promise<readonly string[]> {
    return this.cleanedAs(document, round).then((cleaned) => lostSince(document, cleaned));
  }

  /** One freeze by its number. @throws DomainError NOT_FOUND where there is none */
  async frozen(round: Round, number: number): Promise<FrozenRound> {
    const row = await this.freezes.findOneBy({ roundId: round.id, number });
    if (row === null)
      throw new DomainError('NOT_FOUND', 'There is no such freeze.', 'number', 'Choose one of the list.');
    const { document } = stored(row);
    const cleaned = await this.cleanedAs(document, round);
    const { mode } = document.settings;
    const dataset = await this.datasets.toDataset(asFrozen(round, document), cleaned, { mode });
    // Who had begun and not sent is no form of the freeze; how many they were stays as it was counted.
    const ledger = { ...dataset.ledger, partial: document.ledger.partial };
    const members = document.forms.map(({ revision }) => revision).sort();
    return { row, document, dataset: { ...dataset, ledger }, cleaned, members };
  }

  private cleanedAs(document: FreezeDocument, round: Round) {
    return this.datasets.asFrozen(asFrozen(round, document), {
      settings: document.settings,
      members: document.forms.map(({ revision }) => revision),
      lastDecision: document.lastDecision,
    });
  }
}

/** Moves the round on, in the unit of the act that moves it; nothing happens where it stays what it is. */
async function moveTo({ manager }: Unit, { id, state, planRevision }: Round, to: RoundState): Promise<void> {
  if (to === state) return;
  await manager.update(Round, { id, state }, { state: to, planRevision: (planRevision ?? 0) + 1 });
}

/** The round with the frame and the unit that were frozen with it. */
const asFrozen = (round: Round, { frameId, unitOfAnalysis }: FreezeDocument): Round =>
  Object.assign(new Round(), round, { frameId, settings: { ...round.settings, unitOfAnalysis } });

const stored = (row: Freeze): StoredFreeze => ({ row, document: JSON.parse(row.document) as FreezeDocument });

const ALREADY_FROZEN: Problem = {
  code: 'FROZEN',
  field: '',
  message: 'The round is frozen already.',
  mend: 'Open it again first; what changes then makes the next freeze.',
};
const NOT_FROZEN: Problem = {
  code: 'NOT_FROZEN',
  field: '',
  message: 'The round is not frozen.',
  mend: 'There is nothing to open again.',
};
const NO_REASON: Problem = {
  code: 'REASON_REQUIRED',
  field: 'reason',
  message: 'Opening a frozen round, and freezing it once more, needs a reason.',
  mend: 'Write why.',
};
