import { setImmediate as nextTick, setTimeout as delay } from 'node:timers/promises';

import type { ResolveOptions } from '@liaison-atlas/shared/cleaning/apply-decisions';
import type { RoundItems } from '@liaison-atlas/shared/cleaning/living/item-keys';
import type { CleanedGroup } from '@liaison-atlas/shared/cleaning/living/clean-group';
import type { PictureStep, RoundChange } from '@liaison-atlas/shared/cleaning/living/picture-change';
import { RoundPicture } from '@liaison-atlas/shared/cleaning/living/round-picture';
import type { CleaningSettings } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, MoreThan, type Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import type { TopicMark } from '../database/topic-changes.js';
import type { Unit } from '../database/unit.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type RoundParts, sortParts } from '../fieldwork/round-change.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { DatasetService } from './dataset.service.js';
import { settingsOf, toAsked, toDecision, untouched } from './decision-rows.js';
import { type AskedAbout, toAbout } from './neighbourhood.js';
import { inChunks } from './read-forms.js';
import { RoundCleaning } from './round-cleaning.entity.js';
import { RoundForms } from './round-forms.service.js';
import { SiteObjection } from './site-objection.entity.js';
import { SiteQuery } from './site-query.entity.js';

/** A round as those who clean it see it. It lives: what changes later shows in it. */
export interface CleaningPicture {
  readonly round: Round;
  readonly row: Omit<RoundCleaning, 'round'>;
  readonly settings: CleaningSettings;
  readonly living: RoundPicture;
}

/** How far the picture of a large round is, in forms read or items worked out; `total` 0 = not known yet. */
export interface PictureProgress {
  readonly phase: 'reading' | 'working_out';
  readonly done: number;
  readonly total: number;
}

/** A picture, with what was read for it. */
interface Kept extends CleaningPicture {
  readonly mark: TopicMark;
}

/** A picture that is ready within this time needs no word on how far it is. */
const AT_ONCE_MS = 250;
/** Forms whose pictures are kept; the round that was looked at last is kept whatever its size. */
const MOST_FORMS = 250_000;

/**
 * Keeps the picture of each round up: a request sees everything that was stored before it, by whichever server, and what
 * has not changed since the last one is neither read nor worked out again. Where nobody can tell what changed, all of
 * the round is read, and what is the same as before is kept.
 */
@Injectable()
export class CleaningPictures {
  private readonly kept = new KeptByVersion<Kept>(MOST_FORMS, ({ living }) => living.size);
  /** How far the pictures are that are being worked out whole. */
  private readonly underway = new Map<string, PictureProgress>();

  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly forms: RoundForms,
    private readonly unitOfWork: UnitOfWork,
    @InjectRepository(CleaningDecision) private readonly decisions: Repository<CleaningDecision>,
    @InjectRepository(RoundCleaning) private readonly cleanings: Repository<RoundCleaning>,
    @InjectRepository(SiteQuery) private readonly queries: Repository<SiteQuery>,
    @InjectRepository(SiteObjection) private readonly objections: Repository<SiteObjection>,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async of(actor: Pick<Actor, 'grants'>, roundId: string): Promise<CleaningPicture> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const version = await this.unitOfWork.version(roundTopic(roundId));
    // One after the other for a round. What fails in between is no picture any more, and is begun from nothing.
    return this.kept.get(roundId, version, async (before) => this.upToDate(roundId, await before));
  }

  /**
   * How far the picture of a round is that nobody has asked for since the start; asking begins it. Answers at once.
   * null = it is there, or cannot be made: who asks for it is told why. @throws DomainError FORBIDDEN
   */
  async progress(actor: Pick<Actor, 'grants'>, roundId: string): Promise<PictureProgress | null> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const picture = this.of(actor, roundId).then(
      () => null,
      () => null,
    );
    const soon = delay(AT_ONCE_MS, 'not yet' as const, { ref: false });
    if ((await Promise.race([picture, soon])) === null) return null;
    return this.underway.get(roundId) ?? { phase: 'reading', done: 0, total: 0 };
  }

  /**
   * What a decision is checked against, as this picture has it; undefined where the picture is not known to be what is
   * stored at this moment: then it has to be read. Asked inside the unit, with the row of the round's cleaning locked.
   */
  async near(
    unit: Unit,
    roundId: string,
    options: ResolveOptions,
    asked: readonly AskedAbout[],
  ): Promise<(RoundItems & { readonly group: CleanedGroup | undefined }) | undefined> {
    const topic = roundTopic(roundId);
    const known = this.kept.made(roundId);
    if (known === undefined || unit.touchedBefore(topic).size > 0) return undefined;
    const { parts } = await this.unitOfWork.changes(topic, known.mark, unit.manager);
    if (parts === 'anything' || parts.size > 0) return undefined;
    const { options: shown } = known.living.rules;
    const isSame =
      shown.frame === options.frame &&
      shown.mode === options.mode &&
      shown.unitOfAnalysis === options.unitOfAnalysis;
    return isSame ? known.living.itemsAbout(toAbout(asked)) : undefined;
  }

  private async upToDate(roundId: string, known: Kept | undefined): Promise<Kept> {
    try {
      return await this.readOn(roundId, known);
    } finally {
      this.underway.delete(roundId);
    }
  }

  private async readOn(roundId: string, known: Kept | undefined): Promise<Kept> {
    // Asked before anything is read: what comes meanwhile is read once more the next time, and nothing is missed.
    const { mark, parts } = await this.unitOfWork.changes(roundTopic(roundId), known?.mark);
    if (known !== undefined && parts !== 'anything' && parts.size === 0) return known;
    const changed = known === undefined || parts === 'anything' ? null : sortParts(parts);
    const picture =
      known === undefined || changed === null
        ? await this.readAll(roundId, known)
        : await this.readChanged(known, changed);
    return { ...picture, mark };
  }

  private async readAll(roundId: string, known: Kept | undefined): Promise<CleaningPicture> {
    const round = await this.rounds.get(roundId);
    const row = await this.rowOf(roundId);
    const forms = await this.forms.all(round, (done, total) =>
      this.underway.set(roundId, { phase: 'reading', done, total }),
    );
    // All of them: those that are known can have lost their words since.
    const decisions = await this.decisionsAfter(roundId, 0);
    const queries = await this.queries.find({ where: { roundId } });
    const objections = await this.openObjections(roundId);
    const picture = await this.under(round, row, known);
    const there = new Set(forms.map(({ responseId }) => responseId));
    await this.take(picture, known, {
      forms,
      gone: [...picture.living.formIds()].filter((id) => !there.has(id)),
      decisions: decisions.map(toDecision),
      queries: queries.map(toAsked),
      objections,
    });
    return picture;
  }

  private async readChanged(known: Kept, changed: RoundParts): Promise<CleaningPicture> {
    const { round } = known;
    const roundId = round.id;
    const row = changed.settings || changed.decided ? await this.rowOf(roundId) : known.row;
    const forms: Form[] = changed.forms.length === 0 ? [] : await this.forms.some(round, changed.forms);
    const decisions =
      changed.decided || changed.settings ? await this.decisionsAfter(roundId, known.living.lastNumber) : [];
    const rewritten = await this.decisionsOn(known, changed.erased);
    const queries =
      changed.queries.length === 0
        ? []
        : await this.queries.findBy({ roundId, id: In([...changed.queries]) });
    const objections = changed.objected ? await this.openObjections(roundId) : undefined;
    const picture = await this.under(round, row, known);
    const there = new Set(forms.map(({ responseId }) => responseId));
    await this.take(picture, known, {
      forms,
      gone: changed.forms.filter((id) => !there.has(id)),
      decisions: [...rewritten, ...decisions].map(toDecision),
      queries: queries.map(toAsked),
      ...(objections !== undefined && { objections }),
    });
    return picture;
  }

  private openObjections(roundId: string): Promise<SiteObjection[]> {
    return this.objections.find({
      where: { roundId, settledAt: IsNull() },
      select: { id: true, odsCode: true, words: true, at: true },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** The known picture under the rules of now; made again where these have changed. */
  private async under(
    round: Round,
    row: Omit<RoundCleaning, 'round'>,
    known: Kept | undefined,
  ): Promise<CleaningPicture> {
    const settings = settingsOf(row);
    const options = this.datasets.optionsOf(round, settings);
    const rules = { options, settings };
    if (known === undefined) return { round, row, settings, living: new RoundPicture(rules) };
    const before = known.living.rules;
    const isSame =
      before.options.frame === options.frame &&
      before.options.mode === options.mode &&
      before.options.unitOfAnalysis === options.unitOfAnalysis &&
      JSON.stringify(before.settings.checks) === JSON.stringify(settings.checks);
    if (isSame) return { round, row, settings, living: known.living };
    const living = new RoundPicture(rules);
    await this.inSlices(round.id, living.steps(known.living.contents()));
    return { round, row, settings, living };
  }

  /** A picture that somebody may be looking at takes everything in at once; one that is new, while others have turns. */
  private async take(
    { round, living }: CleaningPicture,
    known: Kept | undefined,
    change: RoundChange,
  ): Promise<void> {
    if (living === known?.living) living.apply(change);
    else await this.inSlices(round.id, living.steps(change));
  }

  private async inSlices(roundId: string, steps: Iterable<PictureStep>): Promise<void> {
    for (const { done, total } of steps) {
      this.underway.set(roundId, { phase: 'working_out', done, total });
      await nextTick();
    }
  }

  private async rowOf(roundId: string): Promise<Omit<RoundCleaning, 'round'>> {
    return (await this.cleanings.findOneBy({ roundId })) ?? untouched(roundId);
  }

  /** Decisions that have a say in these forms, as they are stored now: some have lost their words. */
  private async decisionsOn(known: Kept, forms: readonly string[]): Promise<CleaningDecision[]> {
    const ids = forms
      .flatMap((id) => known.living.groupOfForm(id)?.cleaned.decisions ?? [])
      .map(({ id }) => id);
    return inChunks(new Set(ids), (chunk) => this.decisions.findBy({ id: In(chunk) }));
  }

  private decisionsAfter(roundId: string, number: number): Promise<CleaningDecision[]> {
    return this.decisions.find({ where: { roundId, number: MoreThan(number) }, order: { number: 'ASC' } });
  }
}
