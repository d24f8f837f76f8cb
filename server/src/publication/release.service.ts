import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { composeRelease } from '@liaison-atlas/shared/publication/compose-release';
import type { ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Inject, Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { Clock } from '../platform/clock.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { type Config, CONFIG } from '../platform/config.js';
import { Release } from './release.entity.js';
import { ReleaseBasisService } from './release-basis.service.js';
import { listedFrame } from './listed-frame.js';
import { ReleaseStore, type StoredRelease } from './release-store.service.js';
import { writeRelease } from './release-writer.js';

export interface ReleaseRoundRequest {
  readonly roundId: string;
  readonly kind: ReleaseKind;
  readonly note: string;
  readonly idempotencyKey: string;
}

const MAX_NOTE = 2000;
const MAX_ATTEMPTS = 5;

const TOO_MANY_AT_ONCE: Problem = {
  code: 'RELEASED_MEANWHILE',
  field: '',
  message: 'Others are releasing this round at the same moment; nothing of yours was released.',
  mend: 'Look at the newest release, and release again if it is not enough.',
};

/** Makes releases: cleans, composes, checks and stores, all from what the teams sent. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly rounds: RoundService,
    private readonly basis: ReleaseBasisService,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
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
    const round = await this.rounds.get(request.roundId);
    const latest = await this.store.findLatest(round.id);
    const problems = [...(note.ok ? [] : note.problems), ...this.problemsOf(round, request, latest)];
    if (problems.length > 0) return refuse(...problems);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const number = await this.attempt(actor, request, round);
      if (number === 'outdated') continue;
      if (typeof number !== 'number') return number;
      const stored = await this.store.find(round.id, number);
      if (stored === null) throw new Error(`release ${number} of ${round.id} was stored but cannot be read`);
      return accept(stored);
    }
    return refuse(TOO_MANY_AT_ONCE);
  }

  /** One try: the number of the release, or `outdated` when somebody released newer answers meanwhile. */
  private async attempt(
    actor: Pick<Actor, 'id'>,
    request: ReleaseRoundRequest,
    round: Round,
  ): Promise<number | 'outdated' | Extract<Result<never, Problem>, { ok: false }>> {
    // Taken before the forms are read: every answer acknowledged up to this moment is among them.
    const at = this.clock.now();
    const basis = await this.basis.of(round, request.kind);
    // The same request before this one may be what made the basis another: the release that it made is the answer.
    if (!basis.ok) return (await this.store.numberByKey(round.id, request.idempotencyKey)) ?? basis;
    const { dataset, members, freeze, frameId } = basis.value;
    const hospitals = this.frame.listHospitals(frameId);
    const earlier = (await this.store.list(round.id)).map(({ document }) => document);
    const { id, title, kind, fieldwork, settings } = round;
    const instrument = await this.instruments.get(round.instrumentVersion, round.instrumentKey ?? undefined);
    return this.insert(actor, request, { at, after: earlier.length }, (next) => ({
      document: composeRelease({
        round: { id, title, kind, fieldwork },
        number: next,
        kind: request.kind,
        publishedAt: at,
        asAt: at,
        instrument: { key: instrument.key, version: instrument.version, contentHash: instrument.contentHash },
        codeVersion: CODE_VERSION,
        frame: listedFrame(this.frame.getFrame(frameId)),
        hospitals,
        dataset,
        settings,
        earlier,
        notes: request.note === '' ? [] : [{ id: 'release-note', text: request.note, source: 'survey lead' }],
      }),
      by: actor.id,
      note: request.note,
      idempotencyKey: request.idempotencyKey,
      members,
      frameCodes: hospitals.map(({ odsCode }) => odsCode),
      freezeNumber: freeze?.number ?? null,
    }));
  }

  /** One lead's double click gets one release; the newest number always holds the newest answers. */
  private async insert(
    actor: Pick<Actor, 'id'>,
    { roundId, idempotencyKey }: ReleaseRoundRequest,
    { at, after }: { readonly at: string; readonly after: number },
    make: (number: number) => Parameters<typeof writeRelease>[1],
  ): Promise<number | 'outdated'> {
    try {
      return await this.unitOfWork.run(actor, async (unit) => {
        const same = await unit.manager.findOneBy(Release, { roundId, idempotencyKey });
        if (same !== null) return same.number;
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
        return number;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return 'outdated';
      throw error;
    }
  }

  private problemsOf(round: Round, request: ReleaseRoundRequest, latest: StoredRelease | null): Problem[] {
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
    if (request.kind === 'erratum' && latest === null)
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
