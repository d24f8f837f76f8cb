import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import type { ReleaseDocument, ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Inject, Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import type { TopicMark } from '../database/topic-changes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Round } from '../fieldwork/round.entity.js';
import { changesRelease } from '../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { Release } from './release.entity.js';
import { ReleaseBasisService } from './release-basis.service.js';
import { ReleaseComposer } from './release-desk/release-composer.service.js';
import { ReleaseGateService } from './release-desk/release-gate.service.js';
import { ReleaseStore, type StoredRelease } from './release-store.service.js';
import { ReportQuotationsService } from './report/report-quotations.service.js';
import { writeRelease } from './release-writer.js';

export interface ReleaseRoundRequest {
  readonly roundId: string;
  readonly kind: ReleaseKind;
  readonly note: string;
  readonly idempotencyKey: string;
  /** Number of the release that an erratum replaces; absent = the newest that stands. */
  readonly replaces?: number | null;
  /** Why a final release is made although the right of reply speaks against it; absent = nothing to say. */
  readonly despite?: string;
}

type Replaced = NonNullable<ReleaseDocument['replaces']>;

/** What one try to release rests on. */
interface Attempt {
  readonly round: Round;
  readonly request: ReleaseRoundRequest;
  readonly at: string;
  /** Number of the newest release that this one was made beside. */
  readonly after: number;
  /** How far the round was known when the reading began. */
  readonly mark: TopicMark;
}

const MAX_NOTE = 2000;
const MAX_ATTEMPTS = 5;

const TOO_MANY_AT_ONCE: Problem = {
  code: 'RELEASED_MEANWHILE',
  field: '',
  message: 'Others are releasing this round at the same moment; nothing of yours was released.',
  mend: 'Look at the newest release, and release again if it is not enough.',
};

const NOTHING_TO_REPLACE: Problem = {
  code: 'NOTHING_TO_REPLACE',
  field: 'replaces',
  message: 'The release that this erratum is to replace is not there, or another has replaced it.',
  mend: 'Choose one of the releases that stand.',
};

/** Makes releases: cleans, composes, checks and stores, all from what the teams sent. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly rounds: RoundService,
    private readonly basis: ReleaseBasisService,
    private readonly composer: ReleaseComposer,
    private readonly gate: ReleaseGateService,
    private readonly quotations: ReportQuotationsService,
    private readonly store: ReleaseStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Releases the round as it stands. The same key again gives the release it made.
   * @throws DomainError FORBIDDEN outside the actor's scope
   */
  async release(
    actor: Pick<Actor, 'id' | 'grants'>,
    asked: ReleaseRoundRequest,
  ): Promise<Result<StoredRelease, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: asked.roundId });
    const note = cleanText(asked.note, 'note', MAX_NOTE);
    const request = note.ok ? { ...asked, note: note.value } : asked;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const number = await this.attempt(actor, request, note.ok ? [] : note.problems);
      if (number === 'outdated') continue;
      if (typeof number !== 'number') return number;
      const { roundId } = request;
      const stored = await this.store.find(roundId, number);
      if (stored === null) throw new Error(`release ${number} of ${roundId} was stored but cannot be read`);
      return accept(stored);
    }
    return refuse(TOO_MANY_AT_ONCE);
  }

  /** Whether the round can be released as is asked, and which release an erratum replaces; null = it is no erratum. */
  private async check(round: Round, request: ReleaseRoundRequest): Promise<Result<Replaced | null, Problem>> {
    const hasRelease = (await this.store.newestNumber(round.id)) > 0;
    const problems = this.problemsOf(round, request, hasRelease);
    const replaced =
      request.kind === 'erratum' ? await this.replaced(round.id, request.replaces ?? null) : null;
    if (request.kind === 'erratum' && replaced === null && hasRelease) problems.push(NOTHING_TO_REPLACE);
    return problems.length > 0 ? refuse(...problems) : accept(replaced);
  }

  /** The release that an erratum replaces, as its document names it; null = there is none of that number that stands. */
  private async replaced(roundId: string, number: number | null): Promise<Replaced | null> {
    const release =
      number === null ? await this.store.findLatest(roundId) : await this.store.find(roundId, number);
    if (release === null) return null;
    const { number: found, sha256 } = release.stamp;
    const status = (await this.store.chain(roundId)).find((one) => one.number === found);
    return status?.replacedBy === null ? { number: found, sha256 } : null;
  }

  /** One try: the number of the release, or `outdated` when what it rests on changed meanwhile. */
  private async attempt(
    actor: Pick<Actor, 'id'>,
    request: ReleaseRoundRequest,
    ownProblems: readonly Problem[],
  ): Promise<number | 'outdated' | Extract<Result<never, Problem>, { ok: false }>> {
    const { roundId, kind, note, idempotencyKey } = request;
    // Both before anything is read: every answer acknowledged up to this moment is among the forms, and nothing that is
    // taken back, left out or refused from here on is overlooked.
    const { mark } = await this.unitOfWork.changes(roundTopic(roundId), undefined);
    const at = this.clock.now();
    const round = await this.rounds.get(roundId);
    // The same request before this one may be what stands in the way now: the release that it made is the answer.
    const refused = async <Refusal>(refusal: Refusal): Promise<number | Refusal> =>
      (await this.store.numberByKey(round.id, idempotencyKey)) ?? refusal;
    const checked = await this.check(round, request);
    if (ownProblems.length > 0) return refuse(...ownProblems, ...(checked.ok ? [] : checked.problems));
    if (!checked.ok) return refused(checked);
    const replaced = checked.value;
    const basis = await this.basis.of(round, kind);
    if (!basis.ok) return refused(basis);
    const { members, freeze, frameId } = basis.value;
    const freezeNumber = freeze?.number ?? null;
    const despite = request.despite ?? '';
    const gate = await this.gate.ask({ round, kind, publisherId: actor.id, freezeNumber, despite });
    if (!gate.ok) return refused(gate);
    const { compose, after } = await this.composer.prepare(round, basis.value, frameId);
    const head = { kind, at, note, ...(replaced !== null && { replaces: replaced }) };
    const tried = compose({ ...head, number: 1 });
    const hashes = await this.gate.hashes(gate.value, tried);
    const quotations = await this.quotations.citable(tried);
    return this.insert(actor, { round, request, at, after, mark }, (number) => ({
      document: this.gate.stamp(compose({ ...head, number }), gate.value, hashes),
      by: actor.id,
      note,
      idempotencyKey,
      members,
      frameCodes: this.composer.frameCodes(frameId),
      freezeNumber,
      quotations,
    }));
  }

  /** One lead's double click gets one release; the newest number always holds the newest answers. */
  private async insert(
    actor: Pick<Actor, 'id'>,
    { round, request, at, after, mark }: Attempt,
    make: (number: number) => Parameters<typeof writeRelease>[1],
  ): Promise<number | 'outdated'> {
    const { roundId, idempotencyKey, kind } = request;
    try {
      return await this.unitOfWork.run(actor, async (unit) => {
        const same = await unit.manager.findOneBy(Release, { roundId, idempotencyKey });
        if (same !== null) return same.number;
        await this.gate.hold(unit, roundId);
        const topic = roundTopic(roundId);
        // A withdrawal whose commit is on its way is waited for; one that comes later comes after this release.
        await this.unitOfWork.hold(topic, unit);
        const { parts } = await this.unitOfWork.changes(topic, mark, unit.manager);
        if (parts === 'anything' || [...parts, ...unit.touchedBefore(topic)].some(changesRelease))
          return 'outdated';
        const [newest] = await unit.manager.find(Release, {
          where: { roundId },
          select: { id: true, number: true, publishedAt: true },
          order: { number: 'DESC' },
          take: 1,
        });
        // A release is made beside all before it, so that no two solve each other.
        if ((newest?.number ?? 0) !== after) return 'outdated';
        if (newest !== undefined && newest.publishedAt > at) return 'outdated';
        const number = after + 1;
        await writeRelease(unit, make(number));
        await this.gate.close(unit, round, kind, at);
        return number;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return 'outdated';
      throw error;
    }
  }

  private problemsOf(round: Round, request: ReleaseRoundRequest, hasRelease: boolean): Problem[] {
    const problems: Problem[] = [];
    const add = (code: string, field: string, message: string, mend: string): void =>
      void problems.push({ code, field, message, mend });
    if (round.kind === 'published_facts')
      add(
        'NOT_RELEASABLE',
        'roundId',
        'This round holds a published report; no answers can be released in it.',
        'Choose a round that collects answers.',
      );
    if (round.state === 'draft' || round.state === 'pilot')
      add(
        'NOT_OPENED',
        'roundId',
        'This round has not been opened: answers of a pilot never count.',
        'Open the round first.',
      );
    if (round.kind === 'synthetic' && this.config.mode === 'production')
      add(
        'SYNTHETIC_REFUSED',
        'roundId',
        'Synthetic rounds are refused in production.',
        'Choose a live round.',
      );
    if (request.kind === 'imported')
      add('WRONG_KIND', 'kind', 'Only a published report is imported.', 'Choose interim, final or erratum.');
    if (request.kind === 'erratum' && !hasRelease)
      add(
        'WRONG_KIND',
        'kind',
        'There is no release yet that an erratum could correct.',
        'Choose interim or final.',
      );
    if (request.kind === 'erratum' && request.note.trim() === '')
      add(
        'NOTE_REQUIRED',
        'note',
        'An erratum has to say what it corrects.',
        'Write what was wrong and what has changed.',
      );
    if (!/^[\w-]{8,64}$/.test(request.idempotencyKey))
      add(
        'BAD_IDEMPOTENCY_KEY',
        'idempotencyKey',
        'The request carries no usable key against double sending.',
        'Send 8 to 64 letters, digits, hyphens or underscores.',
      );
    return problems;
  }
}
