import {
  compareFrames,
  type ComparedUnit,
  countKinds,
  type FrameChange,
  type FrameChangeKind,
} from '@liaison-atlas/shared/frame/compare-frames';
import { frameText } from '@liaison-atlas/shared/frame/frame-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/ids.js';
import { checkNewFrame, type NewFrame, toFrameId } from './check-new-frame.js';
import { datedFacts, type FrameContext, loadFrameContext } from './frame-context.js';
import { getStoredFrame, recountListed, takeDraft } from './frame-drafts.js';
import { FRAME_TOPIC } from './frame-topic.js';
import { FrameUnit } from './frame-unit.entity.js';
import { factsOfUnit, ruledUnit, type UnitRow } from './frame-units.js';
import { FrameService } from './frame.service.js';
import { runWhole } from './run-whole.js';
import { SamplingFrame } from './sampling-frame.entity.js';

/** What differs between two frames, and how often each kind of change occurs. */
export interface DescribedDifference {
  readonly from: SamplingFrame;
  readonly to: SamplingFrame;
  readonly counts: Readonly<Record<FrameChangeKind, number>>;
  readonly unchanged: number;
  readonly changes: readonly FrameChange[];
}

/** A frame's units with the tables they rest on. */
export interface LoadedFrame {
  readonly frame: SamplingFrame;
  readonly units: readonly FrameUnit[];
  readonly context: FrameContext;
}

/** Rows in one INSERT. */
const CHUNK = 100;

/** Sampling frames from their beginning as a draft to their freezing. */
@Injectable()
export class ManageFrameService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @InjectDataSource() private readonly reader: DataSource,
    private readonly frames: FrameService,
    private readonly clock: Clock,
  ) {}

  /** Every frame, the newest first; those that came with the product last. */
  async list(actor: Actor): Promise<SamplingFrame[]> {
    requireAccess(actor, 'ManageFrame', {});
    const frames = await this.reader.getRepository(SamplingFrame).find();
    return frames.sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1));
  }

  /** null = there is none of that id. */
  async find(actor: Actor, id: string): Promise<SamplingFrame | null> {
    requireAccess(actor, 'ManageFrame', {});
    return this.reader.getRepository(SamplingFrame).findOneBy({ id });
  }

  /** What counting a frame's hospitals needs of each. */
  countUnits(frameId: string): Promise<Pick<FrameUnit, 'eligibility' | 'decidedBy'>[]> {
    const select = { eligibility: true, decidedBy: true } as const;
    return this.reader.getRepository(FrameUnit).find({ where: { frameId }, select });
  }

  /** @throws DomainError NOT_FOUND */
  async load(id: string): Promise<LoadedFrame> {
    const frame = await getStoredFrame(this.reader.manager, id);
    const units = await this.reader.getRepository(FrameUnit).findBy({ frameId: id });
    return { frame, units, context: await loadFrameContext(this.reader.manager) };
  }

  /** A frame with everything in it, for whoever works on frames. @throws DomainError FORBIDDEN, NOT_FOUND */
  read(actor: Actor, id: string): Promise<LoadedFrame> {
    requireAccess(actor, 'ManageFrame', {});
    return this.load(id);
  }

  /**
   * Begins a draft, empty or as a copy of a frozen frame: its hospitals with code and trust as on the new day, the
   * rule applied anew, decisions of persons kept.
   * @throws DomainError NOT_FOUND for a frame to copy that does not exist
   */
  async create(actor: Actor, input: NewFrame): Promise<Result<SamplingFrame, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const checked = checkNewFrame(input);
    if (!checked.ok) return checked;
    const given = checked.value;
    return runWhole(this.unitOfWork, actor, async ({ manager, audit }) => {
      const original = given.copyOf === '' ? null : await getStoredFrame(manager, given.copyOf);
      if (original?.status === 'draft') return refuse(copyOfDraft(original));
      const taken = new Set((await manager.find(SamplingFrame)).map(({ id }) => id));
      const now = this.clock.now();
      const frame: SamplingFrame = {
        id: toFrameId(given.title, taken),
        title: given.title,
        definition: given.definition,
        source: given.source,
        declaredSize: null,
        declaredSource: '',
        listedSize: 0,
        asOf: given.asOf,
        status: 'draft',
        hash: '',
        copiedFrom: original?.id ?? null,
        createdAt: now,
        changedAt: now,
        frozenAt: null,
      };
      await manager.insert(SamplingFrame, frame);
      const units = original === null ? [] : await copyUnits(manager, original, frame);
      for (let at = 0; at < units.length; at += CHUNK)
        await manager.insert(FrameUnit, units.slice(at, at + CHUNK));
      await recountListed(manager, frame.id);
      await audit('frame.created', 'sampling_frame', frame.id, {
        copyOf: given.copyOf,
        units: units.length,
      });
      return accept(await getStoredFrame(manager, frame.id));
    });
  }

  /**
   * Freezes a draft for ever and gives it its hash. Refused while a hospital is `unknown` without anybody having
   * decided to leave it so, and while none is eligible.
   * @throws DomainError NOT_FOUND, or CONFLICT where it is frozen already
   */
  async freeze(actor: Actor, frameId: string): Promise<Result<SamplingFrame, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const result = await runWhole(this.unitOfWork, actor, async (unit) => {
      const { manager } = unit;
      const now = this.clock.now();
      const frame = await takeDraft(manager, frameId, now);
      const units = await manager.findBy(FrameUnit, { frameId });
      const problems = [...notDecided(units), ...noneEligible(units)];
      if (problems.length > 0) return refuse(...problems);
      const context = await loadFrameContext(manager);
      const hash = sha256(textOf(frame, units, context));
      const listedSize = units.filter(({ eligibility }) => eligibility === 'eligible').length;
      await manager.update(
        SamplingFrame,
        { id: frameId },
        { status: 'frozen', hash, listedSize, frozenAt: now, changedAt: now },
      );
      const detail = { hash, listedSize, units: units.length };
      const change = { before: { status: 'draft' }, after: { status: 'frozen' } };
      await unit.audit('frame.frozen', 'sampling_frame', frameId, detail, change);
      unit.touch(FRAME_TOPIC);
      return accept(await getStoredFrame(manager, frameId));
    });
    if (result.ok) await this.frames.reload();
    return result;
  }

  /** @throws DomainError NOT_FOUND */
  async describeDifference(actor: Actor, fromId: string, toId: string): Promise<DescribedDifference> {
    requireAccess(actor, 'ManageFrame', {});
    const from = await this.load(fromId);
    const to = await this.load(toId);
    const difference = compareFrames(toCompared(from), toCompared(to));
    return {
      from: from.frame,
      to: to.frame,
      counts: countKinds(difference),
      unchanged: difference.unchanged,
      changes: difference.changed,
    };
  }
}

async function copyUnits(
  manager: EntityManager,
  original: SamplingFrame,
  frame: SamplingFrame,
): Promise<UnitRow[]> {
  const context = await loadFrameContext(manager);
  return (await manager.findBy(FrameUnit, { frameId: original.id })).map((unit) => {
    const facts = {
      ...factsOfUnit(unit, original.asOf, context),
      ...datedFacts(context, unit.siteId, frame.asOf),
      list_status: '',
    };
    const ruled = ruledUnit(frame, unit.siteId, facts);
    if (unit.decidedBy === null) return ruled;
    const { decidedBy, decidedAt, eligibility, why } = unit;
    return { ...ruled, decidedBy, decidedAt, eligibility, why };
  });
}

function toCompared({ frame, units, context }: LoadedFrame) {
  return {
    asOf: frame.asOf,
    units: units.map((unit): ComparedUnit => ({
      siteId: unit.siteId,
      eligibility: unit.eligibility,
      facts: factsOfUnit(unit, frame.asOf, context),
    })),
  };
}

/** What a frame's hash is taken of. */
const textOf = (frame: SamplingFrame, units: readonly FrameUnit[], context: FrameContext): string =>
  frameText({
    definition: frame.definition,
    source: frame.source,
    asOf: frame.asOf,
    declaredSize: frame.declaredSize,
    units: units.map((unit) => ({
      siteId: unit.siteId,
      eligibility: unit.eligibility,
      why: unit.why,
      isDecided: unit.decidedBy !== null,
      facts: factsOfUnit(unit, frame.asOf, context),
    })),
  });

function notDecided(units: readonly FrameUnit[]): Problem[] {
  const open = units.filter(({ eligibility, decidedBy }) => eligibility === 'unknown' && decidedBy === null);
  return open.length === 0
    ? []
    : [
        {
          code: 'ELIGIBILITY_UNKNOWN',
          field: 'eligibility',
          message: `Whether ${open.length} ${open.length === 1 ? 'hospital belongs' : 'hospitals belong'} to the frame is not known: ${named(open)}.`,
          mend: 'Decide on each with a reason; you may decide to leave it as not known.',
        },
      ];
}

const named = (units: readonly FrameUnit[]): string => {
  const names = units.slice(0, 5).map(({ facts, siteId }) => facts?.name ?? siteId);
  return units.length > names.length
    ? `${names.join(', ')} and ${units.length - names.length} more`
    : names.join(', ');
};

const noneEligible = (units: readonly FrameUnit[]): Problem[] =>
  units.some(({ eligibility }) => eligibility === 'eligible')
    ? []
    : [
        {
          code: 'NOBODY_TO_ASK',
          field: 'eligibility',
          message: 'No hospital of the frame is eligible, so a round could ask nobody.',
          mend: 'Add hospitals, or import a list.',
        },
      ];

const copyOfDraft = ({ title }: SamplingFrame): Problem => ({
  code: 'FRAME_NOT_FROZEN',
  field: 'copyOf',
  message: `The frame ${title} is not frozen, so a copy of it would be a copy of something that still changes.`,
  mend: 'Freeze it first, or copy another one.',
});
