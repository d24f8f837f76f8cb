import { generateRound } from '@liaison-atlas/shared/cleaning/synthetic/generate-round';
import type { SyntheticSubmission } from '@liaison-atlas/shared/cleaning/synthetic/synthetic-submission';
import { allInstruments } from '@liaison-atlas/shared/instrument/registry';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { composeImported2018 } from '@liaison-atlas/shared/publication/import-2018';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';

import { SYSTEM_LEAD } from '../access/actor.js';
import { takeTurn } from '../database/hold-rows.js';
import type { Unit } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { hospitalColumns } from '../fieldwork/hospital-answer.js';
import { Invitation } from '../fieldwork/invitation.entity.js';
import { Response } from '../fieldwork/response.entity.js';
import { writeRevision } from '../fieldwork/revision-writer.js';
import { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentVersion } from '../instrument/instrument-version.entity.js';
import { INSTRUMENT_KEY } from '../instrument/instrument.service.js';
import { Clock } from '../platform/clock.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { newId, newToken, sha256 } from '../platform/ids.js';
import { LOGGER } from '../platform/logger.js';
import { ReleaseService } from '../publication/release.service.js';
import { ReleaseStore } from '../publication/release-store.service.js';
import { writeRelease } from '../publication/release-writer.js';
import { DEMO_2026, PUBLISHED_2017_18 } from './rounds.js';

/** Same seed, same synthetic forms, on every machine. */
const DEMO_SEED = 2026;

/**
 * Puts in what every installation starts with: questionnaires, the 2017-18 release and, in demo mode, the synthetic
 * round with one interim release. Each step is left out when its rows are there, so a second start adds nothing.
 */
@Injectable()
export class SeedService implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frame: FrameService,
    private readonly rounds: RoundService,
    private readonly releases: ReleaseService,
    private readonly store: ReleaseStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.unitOfWork.run(SYSTEM, (unit) => this.seedInstruments(unit));
    await this.unitOfWork.run(SYSTEM, (unit) => this.seed2018(unit));
    const demo = await this.rounds.find(DEMO_2026.id);
    if (this.config.mode === 'production') {
      if ((await this.rounds.list()).some(({ kind }) => kind === 'synthetic'))
        throw new DomainError(
          'CONFLICT',
          'This database holds a synthetic round, which production refuses.',
          'MODE',
          'Use another DATA_DIR or DATABASE_URL, or MODE=demo.',
        );
      return;
    }
    if (demo === null) {
      this.logger.info('making the synthetic round demo-2026');
      await this.unitOfWork.run(SYSTEM, (unit) => this.seedDemo(unit));
    }
    await this.releaseDemo();
  }

  /** Asked for by itself: a start that ended between the round and its release leaves the release to the next one. */
  private async releaseDemo(): Promise<void> {
    if ((await this.store.findLatest(DEMO_2026.id)) !== null) return;
    const released = await this.releases.release(SYSTEM_LEAD, {
      roundId: DEMO_2026.id,
      kind: 'interim',
      note: 'First release of the synthetic round, made when the demonstration was set up.',
      idempotencyKey: 'seed-demo-2026',
    });
    // Another instance that started at the same moment may have been faster.
    if (!released.ok && (await this.store.findLatest(DEMO_2026.id)) === null)
      throw new Error(`the synthetic round cannot be released: ${JSON.stringify(released.problems)}`);
  }

  /** @throws Error when a published questionnaire was edited in the code: published versions never change. */
  private async seedInstruments({ manager }: Unit): Promise<void> {
    await takeTurn(manager, 'seeding');
    for (const instrument of allInstruments) {
      const content = canonicalJson(instrument);
      const { key, version, status } = instrument;
      const contentHash = sha256(content);
      const stored = await manager.findOneBy(InstrumentVersion, { key, version });
      if (stored === null)
        await manager.insert(InstrumentVersion, {
          id: newId(),
          key,
          version,
          status,
          content,
          contentHash,
          publishedAt: this.clock.now(),
        });
      else if (stored.contentHash !== contentHash)
        throw new Error(
          `questionnaire ${key} ${version} differs from the published one; give it a new version`,
        );
    }
  }

  private async seed2018(unit: Unit): Promise<void> {
    const { manager } = unit;
    await takeTurn(manager, 'seeding');
    if ((await manager.findOneBy(Round, { id: PUBLISHED_2017_18.id })) !== null) return;
    await manager.insert(Round, PUBLISHED_2017_18);
    const frame = this.frame.getFrame(PUBLISHED_2017_18.frameId);
    const { version, key, contentHash } = await manager.findOneByOrFail(InstrumentVersion, {
      key: INSTRUMENT_KEY,
      version: '1.0',
    });
    const hospitals = this.frame.listHospitals(frame.id);
    const document = composeImported2018(hospitals, {
      publishedAt: this.clock.now(),
      instrument: { key, version, contentHash },
      codeVersion: CODE_VERSION,
      frame: { id: frame.id, title: frame.title, source: frame.source, asOf: frame.asOf, hash: frame.hash },
    });
    await writeRelease(unit, {
      document,
      by: SYSTEM.id,
      note: '',
      idempotencyKey: 'seed-2017-18',
      members: [],
      quotations: [],
      freezeNumber: null,
      frameCodes: hospitals.map(({ odsCode }) => odsCode),
    });
  }

  private async seedDemo(unit: Unit): Promise<void> {
    await takeTurn(unit.manager, 'seeding');
    // Another instance that started at the same moment was faster.
    if (await unit.manager.existsBy(Round, { id: DEMO_2026.id })) return;
    const now = this.clock.now();
    const opensAt = new Date(Date.parse(now) - 28 * 86_400_000).toISOString();
    await unit.manager.insert(Round, { ...DEMO_2026, opensAt });
    const frame = this.frame
      .listHospitals(DEMO_2026.frameId)
      .map(({ odsCode, name, town }) => ({ odsCode, name, town }));
    for (const form of generateRound({ frame, instrumentVersion: '1.1', seed: DEMO_SEED, now }))
      await this.storeForm(unit, form);
    await unit.audit('round.seeded', 'round', DEMO_2026.id, { seed: DEMO_SEED });
    unit.touch(roundTopic(DEMO_2026.id));
  }

  /** Through the same tables as a real form, but under no link that anybody holds. */
  private async storeForm(unit: Unit, form: SyntheticSubmission): Promise<void> {
    const id = newId();
    const sent = form.state === 'submitted' || form.state === 'withdrawn';
    const invitationId = form.heldToken ? await this.storeLink(unit, form) : null;
    await unit.manager.insert(Response, {
      id,
      roundId: DEMO_2026.id,
      invitationId,
      odsCode: form.odsCode,
      siteTextRaw: hospitalColumns(form.answers).siteTextRaw,
      instrumentVersion: DEMO_2026.instrumentVersion,
      mode: form.heldToken ? 'web_token' : 'open_link',
      respondent: form.respondent,
      state: form.state,
      revision: sent ? 1 : 0,
      draft: form.answers as object,
      draftRevision: 1,
      idempotencyKey: form.idempotencyKey,
      startedAt: form.startedAt,
      lastSavedAt: form.submittedAt || form.startedAt,
      submittedAt: form.submittedAt || null,
    });
    if (!sent) return;
    const { respondent: by, submittedAt: at, idempotencyKey, answers } = form;
    await writeRevision(unit, { responseId: id, revision: 1, at, by, reason: '', idempotencyKey, answers });
  }

  private async storeLink({ manager }: Unit, { odsCode, startedAt }: SyntheticSubmission): Promise<string> {
    const id = newId();
    await manager.insert(Invitation, {
      id,
      roundId: DEMO_2026.id,
      odsCode,
      tokenHash: sha256(newToken()),
      state: 'sent',
      createdAt: startedAt,
      expiresAt: DEMO_2026.closesAt ?? startedAt,
    });
    return id;
  }
}
