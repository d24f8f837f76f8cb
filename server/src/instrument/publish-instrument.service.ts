import { checkInstrument } from '@liaison-atlas/shared/instrument/check-instrument';
import {
  checkVerdicts,
  type Verdict,
  type VerdictInput,
} from '@liaison-atlas/shared/instrument/check-verdicts';
import { compareVersions } from '@liaison-atlas/shared/instrument/compare-versions';
import type { Comparability, Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { nextPilot, nextVersion } from '@liaison-atlas/shared/instrument/version-number';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { newId, sha256 } from '../platform/ids.js';
import { InstrumentDraft } from './instrument-draft.entity.js';
import { InstrumentDraftService, mayDesign, type StaleInstrument } from './instrument-draft.service.js';
import { InstrumentVersion } from './instrument-version.entity.js';
import { InstrumentService } from './instrument.service.js';

export type PublishOutcome = Result<InstrumentVersion, Problem> | StaleInstrument;

export interface PublishRequest {
  readonly id: string;
  readonly expectedRevision: number;
  readonly changeNote: string;
  /** One for every question of either version, where there is a version before; otherwise none. */
  readonly verdicts: readonly VerdictInput[];
}

const MAX_NOTE = 2000;

/** Freezes drafts: as a version that rounds use, or as a pilot that pilot rounds try out. */
@Injectable()
export class PublishInstrumentService {
  constructor(
    private readonly drafts: InstrumentDraftService,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes a draft: all problems are mended, every question has its verdict against the version before, and the
   * content gets its hash. From then on it never changes, and the draft is gone.
   */
  async publish(actor: Actor, request: PublishRequest): Promise<PublishOutcome> {
    const draft = await this.drafts.get(actor, request.id);
    if (draft.revision !== request.expectedRevision) return { stale: draft };
    const content = JSON.parse(draft.content) as Instrument;
    const problems: Problem[] = problemsOf(content);
    const before = await this.before(draft);
    if (before === 'outdated') problems.push(OUTDATED);
    const note = cleanText(request.changeNote.trim(), 'changeNote', MAX_NOTE);
    if (!note.ok) problems.push(...note.problems);
    else if (note.value === '') problems.push(NO_CHANGE_NOTE);
    const verdicts: Result<readonly Verdict[], Problem> =
      before === undefined || before === 'outdated'
        ? accept([])
        : checkVerdicts(before, content, request.verdicts);
    if (!verdicts.ok) problems.push(...verdicts.problems);
    if (problems.length > 0 || !note.ok || !verdicts.ok || before === 'outdated') return refuse(...problems);

    const version = nextVersion(
      before?.version,
      verdicts.value.map(({ verdict }) => verdict),
    );
    const comparability: Comparability[] = verdicts.value.map((verdict) => ({
      ...verdict,
      fromVersion: before?.version ?? '',
      toVersion: version,
    }));
    const frozen: Instrument = {
      ...content,
      version,
      status: 'published',
      changeNote: note.value,
      ...(before && { comparability }),
    };
    return this.freeze(actor, draft, frozen);
  }

  /** Freezes what the draft says now for pilot rounds; the draft goes on. */
  async pilot(actor: Actor, id: string, expectedRevision: number): Promise<PublishOutcome> {
    const draft = await this.drafts.get(actor, id);
    if (draft.revision !== expectedRevision) return { stale: draft };
    const content = JSON.parse(draft.content) as Instrument;
    const before = await this.before(draft);
    const problems = [...problemsOf(content), ...(before === 'outdated' ? [OUTDATED] : [])];
    if (problems.length > 0 || before === 'outdated') return refuse(...problems);
    const proposed =
      before === undefined ? [] : compareVersions(before, content).map((each) => each.proposed);
    const existing = (await this.instruments.list()).filter(({ key }) => key === draft.key);
    const version = nextPilot(
      nextVersion(before?.version, proposed),
      existing.map((each) => each.version),
    );
    return this.freeze(actor, draft, { ...content, version, status: 'piloted' });
  }

  /** Takes a version out of use: no round begins with it any more; those that have used it go on as they are. */
  async retire(actor: Actor, key: string, version: string): Promise<Result<InstrumentVersion, Problem>> {
    mayDesign(actor);
    const { id, content, contentHash, publishedAt, status } = await this.instruments.get(version, key);
    if (status === 'retired') return refuse(RETIRED_ALREADY);
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await manager.update(InstrumentVersion, { id }, { status: 'retired' });
      const change = { before: { status }, after: { status: 'retired' } };
      await audit('instrument.retired', 'instrument_version', id, { key, version }, change);
      return accept({ id, key, version, status: 'retired', content, contentHash, publishedAt });
    });
  }

  /** The version that the draft is compared with; `outdated` when another was published since it was begun. */
  private async before({ key, basedOn }: InstrumentDraft): Promise<Instrument | undefined | 'outdated'> {
    const latest = await this.instruments.latest(key);
    if ((latest?.version ?? '') !== basedOn) return 'outdated';
    return latest && this.instruments.contentOf({ instrumentKey: key, instrumentVersion: latest.version });
  }

  private async freeze(actor: Actor, draft: InstrumentDraft, frozen: Instrument): Promise<PublishOutcome> {
    const content = canonicalJson(frozen);
    const { key, version, status } = frozen;
    const row: InstrumentVersion = {
      id: newId(),
      key,
      version,
      status,
      content,
      contentHash: sha256(content),
      publishedAt: this.clock.now(),
    };
    try {
      return await this.unitOfWork.run(actor, async ({ manager, audit }): Promise<PublishOutcome> => {
        // On PostgreSQL a save can come between reading and writing: what is frozen must be what is stored.
        const asRead = { id: draft.id, revision: draft.revision };
        const stored = await manager.findOneBy(InstrumentDraft, { id: draft.id });
        if (stored === null) return refuse(OUTDATED);
        if (stored.revision !== draft.revision) return { stale: stored };
        if (status === 'published' && (await manager.delete(InstrumentDraft, asRead)).affected === 0)
          return { stale: stored };
        await manager.insert(InstrumentVersion, row);
        const detail = { key, version, contentHash: row.contentHash };
        await audit(`instrument.${status}`, 'instrument_version', row.id, detail, { after: { status } });
        return accept(row);
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse(OUTDATED);
      throw error;
    }
  }
}

const problemsOf = (content: Instrument): Problem[] =>
  checkInstrument(content).map(({ code, field, message, mend }) => ({ code, field, message, mend }));

const OUTDATED: Problem = {
  code: 'OUTDATED_DRAFT',
  field: '',
  message: 'Another version of this series was published after this draft was begun.',
  mend: 'Begin a new draft from that version and make your changes there.',
};
const NO_CHANGE_NOTE: Problem = {
  code: 'NO_CHANGE_NOTE',
  field: 'changeNote',
  message: 'It is not said what this version is or what it changes.',
  mend: 'Write it in a sentence or two; it stands in the data dictionary.',
};
const RETIRED_ALREADY: Problem = {
  code: 'RETIRED_ALREADY',
  field: 'version',
  message: 'This version has been retired already.',
  mend: 'Nothing needs to be done.',
};
