import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { isSeriesKey } from '@liaison-atlas/shared/instrument/keys';
import { blankDraft, draftFrom } from '@liaison-atlas/shared/instrument/new-draft';
import { parseDraft } from '@liaison-atlas/shared/instrument/parse-draft';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { isUniqueViolation } from '../database/is-unique-violation.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { InstrumentDraft } from './instrument-draft.entity.js';
import { InstrumentService } from './instrument.service.js';

/** Largest content of a draft, in characters: eight times the built-in questionnaire, and within what a request may hold. */
const MAX_CONTENT = 200_000;

/** Somebody saved in between: what is stored; nothing was overwritten. */
export interface StaleInstrument {
  readonly stale: InstrumentDraft;
}

export type DraftOutcome = Result<InstrumentDraft, Problem> | StaleInstrument;

export interface NewDraft {
  readonly key: string;
  /** Of a new series; a draft from a version or from content has its own. */
  readonly title: string;
  /** Version to begin from; '' = a blank one of a new series. */
  readonly from: string;
  /** A questionnaire to begin with, as JSON text (an import); '' = none. */
  readonly content: string;
}

/** Drafts of questionnaires: begun, saved, thrown away. A save that is not made from what is stored changes nothing. */
@Injectable()
export class InstrumentDraftService {
  constructor(
    @InjectRepository(InstrumentDraft) private readonly drafts: Repository<InstrumentDraft>,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** All drafts, by series. @throws DomainError FORBIDDEN */
  async list(actor: Actor): Promise<InstrumentDraft[]> {
    mayDesign(actor);
    return (await this.drafts.find()).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async get(actor: Actor, id: string): Promise<InstrumentDraft> {
    mayDesign(actor);
    const found = isId(id) ? await this.drafts.findOneBy({ id }) : null;
    if (found === null) throw notFound();
    return found;
  }

  /** Begins a draft: blank, from a version of its series, or with a questionnaire that was brought along. */
  async create(actor: Actor, asked: NewDraft): Promise<Result<InstrumentDraft, Problem>> {
    mayDesign(actor);
    const begun = await this.begin(asked);
    if (!begun.ok) return begun;
    const now = this.clock.now();
    const row: InstrumentDraft = {
      id: newId(),
      key: asked.key,
      basedOn: asked.from,
      content: canonicalJson(begun.value),
      revision: 1,
      createdAt: now,
      createdBy: actor.id,
      savedAt: now,
      savedBy: actor.id,
    };
    try {
      await this.unitOfWork.run(actor, async (unit) => {
        await unit.manager.insert(InstrumentDraft, row);
        const detail = { key: row.key, from: row.basedOn };
        await unit.audit('instrument.draft-created', 'instrument_draft', row.id, detail);
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse(DRAFT_EXISTS);
      throw error;
    }
    return accept(row);
  }

  /** Saves what the designer holds. Half-done is fine; what cannot be read is refused by name. */
  async save(
    actor: Actor,
    { id, expectedRevision, content }: { id: string; expectedRevision: number; content: string },
  ): Promise<DraftOutcome> {
    const { key } = await this.get(actor, id);
    const parsed = readContent(content);
    if (!parsed.ok) return parsed;
    if (parsed.value.key !== key) return refuse(KEY_FIXED);
    const text = canonicalJson(parsed.value);
    return this.unitOfWork.run(actor, async ({ manager, audit }): Promise<DraftOutcome> => {
      const saved = { content: text, savedAt: this.clock.now(), savedBy: actor.id };
      const changed = await manager.update(
        InstrumentDraft,
        { id, revision: expectedRevision },
        { ...saved, revision: expectedRevision + 1 },
      );
      const stored = await manager.findOneBy(InstrumentDraft, { id });
      if (stored === null) throw notFound();
      if (changed.affected === 0)
        // The answer to the first try was lost: what was sent is stored already.
        return stored.content === text && stored.revision === expectedRevision + 1
          ? accept(stored)
          : { stale: stored };
      await audit(
        'instrument.draft-saved',
        'instrument_draft',
        id,
        { revision: stored.revision },
        {
          before: { revision: expectedRevision },
          after: { revision: stored.revision },
        },
      );
      return accept(stored);
    });
  }

  /** Throws a draft away, unless somebody saved it in between. */
  async remove(actor: Actor, id: string, expectedRevision: number): Promise<DraftOutcome> {
    const draft = await this.get(actor, id);
    return this.unitOfWork.run(actor, async ({ manager, audit }): Promise<DraftOutcome> => {
      const { affected } = await manager.delete(InstrumentDraft, { id, revision: expectedRevision });
      if (affected === 0) {
        const stored = await manager.findOneBy(InstrumentDraft, { id });
        if (stored === null) throw notFound();
        return { stale: stored };
      }
      await audit('instrument.draft-deleted', 'instrument_draft', id, { key: draft.key });
      return accept(draft);
    });
  }

  private async begin({ key, title, from, content }: NewDraft): Promise<Result<Instrument, Problem>> {
    if (!isSeriesKey(key)) return refuse(BAD_KEY);
    const latest = await this.instruments.latest(key);
    if (from !== '' && latest?.version !== from)
      return refuse(latest === undefined ? NO_SUCH_VERSION : notLatest(latest.version));
    if (from === '' && latest !== undefined) return refuse(seriesExists(latest.version));
    if (content !== '') {
      const parsed = readContent(content);
      return parsed.ok ? accept({ ...parsed.value, key }) : parsed;
    }
    if (from !== '')
      return accept(
        draftFrom(await this.instruments.contentOf({ instrumentKey: key, instrumentVersion: from })),
      );
    const named = cleanText(title.trim(), 'title', 200);
    if (!named.ok) return named;
    return named.value === '' ? refuse(NO_TITLE) : accept(blankDraft(key, named.value));
  }
}

/**
 * Questionnaires belong to the survey and not to one of its rounds, so a grant for one round does not do.
 * @throws DomainError FORBIDDEN
 */
export const mayDesign = (actor: Actor): void => requireAccess(actor, 'DesignInstrument', {});

/** JSON text as a draft; texts and shape checked. */
function readContent(content: string): Result<Instrument, Problem> {
  if (content.length > MAX_CONTENT) return refuse(TOO_LONG);
  try {
    return parseDraft(JSON.parse(content));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(NO_JSON);
    throw error;
  }
}

const notFound = (): DomainError =>
  new DomainError(
    'NOT_FOUND',
    'There is no such draft (any more).',
    'id',
    'Choose a draft from the list; it may have been published or deleted.',
  );

const BAD_KEY = problem(
  'BAD_SERIES_KEY',
  'key',
  'The name of the series is lower-case letters, digits and -, 3 to 64 characters.',
  'Choose another name, such as "liaison-services".',
);
const NO_TITLE = problem('EMPTY_TITLE', 'title', 'The questionnaire has no title.', 'Write its title.');
const NO_SUCH_VERSION = problem(
  'NO_SUCH_VERSION',
  'from',
  'There is no such version to begin from.',
  'Choose one of the published versions, or begin a blank questionnaire.',
);
const notLatest = (latest: string): Problem =>
  problem(
    'NOT_LATEST',
    'from',
    'A draft begins from the newest version of its series.',
    `Begin from version ${latest}.`,
  );
const seriesExists = (latest: string): Problem =>
  problem(
    'SERIES_EXISTS',
    'key',
    'There is a published questionnaire of this name already.',
    `Choose another name, or begin a new version from ${latest}.`,
  );
const DRAFT_EXISTS = problem(
  'DRAFT_EXISTS',
  'key',
  'There is a draft of this series already; two would overtake each other.',
  'Open the draft that there is, or delete it first.',
);
const KEY_FIXED = problem(
  'KEY_FIXED',
  'key',
  'The name of the series cannot be changed once a draft was begun.',
  'Begin another draft under the other name.',
);
const TOO_LONG = problem(
  'TOO_LONG',
  'content',
  'The questionnaire is too long to be stored.',
  'Shorten its texts, or make two questionnaires of it.',
);
const NO_JSON = problem('NOT_READABLE', 'content', 'The questionnaire is no JSON.', 'Send it again.');
