import { type Eligibility, judgeEligibility } from '@liaison-atlas/shared/frame/eligibility';
import type { ListColumn } from '@liaison-atlas/shared/frame/frame-row';
import { readFrameRows } from '@liaison-atlas/shared/frame/read-frame-rows';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/ids.js';
import { type FrameContext, knownFacts, loadFrameContext } from './frame-context.js';
import { getStoredFrame, recountListed, takeDraft } from './frame-drafts.js';
import { FrameUnit } from './frame-unit.entity.js';
import { asColumns, factsOfUnit, ruledUnit } from './frame-units.js';
import { recordListSource } from './list-source.js';
import { planFrameImport } from './plan-frame-import.js';
import { runWhole } from './run-whole.js';
import type { SamplingFrame } from './sampling-frame.entity.js';
import { storeFrameImport } from './store-frame-import.js';

/** A person's verdict on one hospital; `verdict` null takes an earlier one back and lets the rule stand. */
export interface EligibilityDecision {
  readonly frameId: string;
  readonly siteId: string;
  readonly verdict: Eligibility | null;
  /** In a sentence, without names of people; not needed to take a decision back. */
  readonly reason: string;
}

/** A hospital to add by hand. */
export interface NewFrameUnit {
  readonly frameId: string;
  readonly odsCode: string;
  /** What is known of it, by column of a list. Without any the code has to be a known one. */
  readonly facts: readonly { readonly column: ListColumn; readonly value: string }[];
  /** Where that comes from; not needed for a known hospital. */
  readonly source: string;
}

const LONGEST_REASON = 200;

/** Single hospitals of a draft frame: decided on, and added by hand. */
@Injectable()
export class FrameUnitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a person's verdict in the place of the rule's, or takes it back.
   * @throws DomainError NOT_FOUND for a frame that does not exist, CONFLICT for one that is frozen
   */
  async decide(actor: Actor, given: EligibilityDecision): Promise<Result<SamplingFrame, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const { frameId, siteId, verdict } = given;
    const reason = cleanText(given.reason.trim(), 'reason', LONGEST_REASON);
    if (!reason.ok) return reason;
    if (verdict !== null && reason.value.length < 3) return refuse(NO_REASON);
    return runWhole(this.unitOfWork, actor, async ({ manager, audit }) => {
      const now = this.clock.now();
      const frame = await takeDraft(manager, frameId, now);
      const unit = await manager.findOneBy(FrameUnit, { frameId, siteId });
      if (unit === null) return refuse(NOT_IN_FRAME);
      const change =
        verdict === null
          ? { ...(await ruledColumns(manager, unit, frame)), decidedBy: null, decidedAt: null }
          : { eligibility: verdict, why: reason.value, decidedBy: actor.id, decidedAt: now };
      await manager.update(FrameUnit, { frameId, siteId }, change);
      await recountListed(manager, frameId);
      const action = verdict === null ? 'frame.eligibility-undone' : 'frame.eligibility-decided';
      await audit(
        action,
        'sampling_frame',
        frameId,
        { site: siteId },
        {
          subjects: [{ entity: 'site', id: siteId }],
          before: { eligibility: unit.eligibility },
          after: { eligibility: change.eligibility },
        },
      );
      return accept(await getStoredFrame(manager, frameId));
    });
  }

  /**
   * Adds one hospital under the rules of an import: a known one by its code alone, a new one with its facts.
   * @throws DomainError NOT_FOUND for a frame that does not exist, CONFLICT for one that is frozen
   */
  async add(actor: Actor, given: NewFrameUnit): Promise<Result<SamplingFrame, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    return runWhole(this.unitOfWork, actor, async ({ manager, audit }) => {
      const frame = await takeDraft(manager, given.frameId, this.clock.now());
      const context = await loadFrameContext(manager);
      const siteId = context.siteByCode.get(codeOf(given));
      if (siteId !== undefined && (await manager.existsBy(FrameUnit, { frameId: frame.id, siteId })))
        return refuse(IN_FRAME);
      const added =
        given.facts.length === 0
          ? await addKnown(manager, frame, siteId, context)
          : await this.addNew(manager, frame, context, given);
      if (!added.ok) return added;
      await recountListed(manager, frame.id);
      const subjects = [{ entity: 'site', id: added.value }];
      await audit('frame.hospital-added', 'sampling_frame', frame.id, { site: added.value }, { subjects });
      return accept(await getStoredFrame(manager, frame.id));
    });
  }

  /** A list of one line, so that the very rules of an import hold. */
  private async addNew(
    manager: EntityManager,
    frame: SamplingFrame,
    context: FrameContext,
    given: NewFrameUnit,
  ): Promise<Result<string, Problem>> {
    const source = cleanText(given.source.trim(), 'source', 120);
    if (!source.ok) return source;
    if (source.value === '') return refuse(NO_SOURCE);
    const facts = given.facts.filter(({ column }) => column !== 'ods_code');
    const records = [
      { line: 1, cells: ['ods_code', ...facts.map(({ column }) => column)] },
      { line: 2, cells: [codeOf(given), ...facts.map(({ value }) => value)] },
    ];
    const file = {
      fileName: 'by hand',
      sha256: sha256(canonicalJson({ records, source: source.value })),
      kind: 'list' as const,
      leftOut: 0,
      notices: [],
      ...readFrameRows(records, context.areas),
    };
    const units = await manager.findBy(FrameUnit, { frameId: frame.id });
    const plan = planFrameImport({ frame, since: frame.asOf, units, file, whole: false, context });
    if (plan.report.problemCount > 0)
      return refuse(...plan.report.problems.map(({ line: _line, ...problem }) => problem));
    const [added] = plan.added;
    if (added === undefined) return refuse(IN_FRAME);
    const sourceId = await recordListSource(manager, file, source.value, this.clock.now());
    await storeFrameImport(manager, plan, sourceId);
    return accept(added.siteId);
  }
}

const codeOf = ({ odsCode }: NewFrameUnit): string => odsCode.trim().toUpperCase();

async function ruledColumns(manager: EntityManager, unit: FrameUnit, frame: SamplingFrame) {
  const facts = unit.facts ?? factsOfUnit(unit, frame.asOf, await loadFrameContext(manager));
  return asColumns(judgeEligibility(facts, frame.asOf));
}

async function addKnown(
  manager: EntityManager,
  frame: SamplingFrame,
  siteId: string | undefined,
  context: FrameContext,
): Promise<Result<string, Problem>> {
  if (siteId === undefined) return refuse(NOT_KNOWN);
  await manager.insert(FrameUnit, ruledUnit(frame, siteId, knownFacts(context, siteId, frame.asOf)));
  return accept(siteId);
}

const NO_REASON: Problem = {
  code: 'MISSING_VALUE',
  field: 'reason',
  message: 'A decision needs its reason.',
  mend: 'Say in a sentence what it rests on, without names of people.',
};
const NO_SOURCE: Problem = {
  code: 'MISSING_VALUE',
  field: 'source',
  message: 'Where the facts about the hospital come from is missing.',
  mend: 'Say who publishes them and of when they are.',
};
const NOT_IN_FRAME: Problem = {
  code: 'NOT_IN_FRAME',
  field: 'siteId',
  message: 'The frame does not hold this hospital.',
  mend: 'Load the page again, or add the hospital first.',
};
const IN_FRAME: Problem = {
  code: 'ALREADY_IN_FRAME',
  field: 'odsCode',
  message: 'The frame holds this hospital already.',
  mend: 'Find it in the list of hospitals. To correct its facts, import a list with one line.',
};
const NOT_KNOWN: Problem = {
  code: 'UNKNOWN_HOSPITAL',
  field: 'odsCode',
  message: 'No hospital has or had this code.',
  mend: 'Check the code, or give the facts of a new hospital.',
};
