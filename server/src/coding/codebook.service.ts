import { can } from '@liaison-atlas/shared/access/can';
import type { Place } from '@liaison-atlas/shared/access/scope';
import {
  mergeCodes,
  restoreVersion,
  splitCode,
  type SplitOff,
} from '@liaison-atlas/shared/coding/change-codes';
import { checkCodebook } from '@liaison-atlas/shared/coding/check-codebook';
import {
  type BookCode,
  type CodebookContent,
  contentOfStarter,
} from '@liaison-atlas/shared/coding/codebook-content';
import { fromQdc, type QdcImportLine } from '@liaison-atlas/shared/coding/qdc';
import { STARTER_CODEBOOK } from '@liaison-atlas/shared/coding/starter-codebook';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { RoundService } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { Codebook, type CodebookChange, CodebookVersion } from './codebook.entity.js';
import { notFound, orRefuse, stale } from './coding-problems.js';
import { readQdc } from './qdc-file.js';

/** A codebook with what it says now. */
export interface OpenCodebook {
  readonly book: Codebook;
  readonly current: CodebookVersion;
}

export interface NewCodebook {
  readonly title: string;
  /** '' = shared by all rounds. */
  readonly roundId: string;
  /** `starter` the themes of 2018, `empty`, or the text of a QDC file in `qdc`. */
  readonly begin: 'starter' | 'empty' | 'qdc';
  readonly qdc: string;
}

/** Codebooks and their versions. Every change is the next version; none is ever changed or deleted. */
@Injectable()
export class CodebookService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Every codebook that the actor may read, by title. */
  async list(actor: Actor): Promise<OpenCodebook[]> {
    const books = (await this.reader.getRepository(Codebook).find()).filter((book) => mayRead(actor, book));
    const versions = await this.reader
      .getRepository(CodebookVersion)
      .findBy({ codebookId: In(books.map(({ id }) => id)) });
    return books
      .flatMap((book) => {
        const current = versions.find((each) => each.codebookId === book.id && each.version === book.version);
        return current === undefined ? [] : [{ book, current }];
      })
      .sort((a, b) => (a.book.title < b.book.title ? -1 : 1));
  }

  /** @throws DomainError NOT_FOUND, for a codebook of a round that the actor does not see too */
  async get(actor: Actor, id: string): Promise<OpenCodebook> {
    const found = await openCodebook(this.reader.manager, id);
    if (!mayRead(actor, found.book)) throw notFound('codebook', 'id');
    return found;
  }

  /** Every version, the newest first. */
  versions(codebookId: string): Promise<CodebookVersion[]> {
    return this.reader
      .getRepository(CodebookVersion)
      .find({ where: { codebookId }, order: { version: 'DESC' } });
  }

  /** Begins a codebook; with the report line by line where it comes from a file. */
  async create(
    actor: Actor,
    asked: NewCodebook,
  ): Promise<{ readonly opened: OpenCodebook; readonly report: readonly QdcImportLine[] }> {
    requireAccess(actor, 'ManageCoding', placeOf(asked.roundId));
    if (asked.roundId !== '') await this.rounds.get(asked.roundId);
    const title = orRefuse(cleanText(asked.title.trim(), 'title', 200));
    if (title === '')
      throw new DomainError('BAD_INPUT', 'The codebook needs a title.', 'title', 'Enter its title.');
    const { content, report } = beginning(asked);
    const at = this.clock.now();
    const roundId = asked.roundId === '' ? null : asked.roundId;
    const book: Codebook = { id: newId(), title, roundId, version: 1, createdAt: at, createdBy: actor.id };
    const change = asked.begin === 'qdc' ? 'imported' : 'created';
    const current = versionRow(book, { content, change, note: '', at, by: actor.id });
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await manager.insert(Codebook, book);
      await manager.insert(CodebookVersion, current);
      const detail = { codes: content.codes.length, begin: asked.begin };
      await audit('codebook.created', 'codebook', book.id, detail);
    });
    return { opened: { book, current }, report };
  }

  /** Stores an edited codebook as the next version. What was merged or split stays as it was. */
  save(
    actor: Actor,
    input: { id: string; expectedVersion: number; codes: readonly EditedCode[]; note: string },
  ): Promise<OpenCodebook> {
    return this.change(actor, input, 'edited', input.note, ({ current }) => {
      const before = new Map(current.content.codes.map((code) => [code.id, code]));
      const codes = input.codes.map((code): BookCode => {
        const known = before.get(code.id);
        return { ...code, id: known?.id ?? newId(), mergedInto: '', splitFrom: known?.splitFrom ?? null };
      });
      // A new code is named by a word of the sender's own, which codes under it use as well.
      const ids = new Map(input.codes.map((code, at) => [code.id, codes[at]!.id]));
      const placed = codes.map((code) => ({ ...code, parentId: ids.get(code.parentId) ?? code.parentId }));
      const merged = current.content.codes.filter((code) => code.mergedInto !== '' && !ids.has(code.id));
      return orRefuse(checkCodebook([...placed, ...merged]));
    });
  }

  /** @throws DomainError NOT_FOUND, BAD_INPUT, CONFLICT when somebody changed the book in between */
  merge(
    actor: Actor,
    input: { id: string; expectedVersion: number; fromId: string; intoId: string },
  ): Promise<OpenCodebook> {
    return this.change(actor, input, 'merged', '', ({ current }) =>
      orRefuse(mergeCodes(current.content, input.fromId, input.intoId)),
    );
  }

  /** @throws DomainError as `merge` */
  split(
    actor: Actor,
    input: { id: string; expectedVersion: number; codeId: string; part: Omit<SplitOff, 'id'> },
  ): Promise<OpenCodebook> {
    return this.change(actor, input, 'split', '', ({ book, current }) => {
      const part = { ...input.part, id: newId() };
      const split = orRefuse(splitCode(current.content, input.codeId, part, book.version));
      return orRefuse(checkCodebook(split.codes));
    });
  }

  /** Makes an earlier version the next one: how a merge, a split or an edit is undone. @throws DomainError as `merge` */
  async restore(
    actor: Actor,
    input: { id: string; expectedVersion: number; version: number },
  ): Promise<OpenCodebook> {
    const earlier = (await this.versions(input.id)).find(({ version }) => version === input.version);
    return this.change(actor, input, 'restored', `Version ${input.version}`, ({ current }) => {
      if (earlier === undefined) throw notFound('version', 'version');
      return restoreVersion(current.content, earlier.content);
    });
  }

  private async change(
    actor: Actor,
    { id, expectedVersion }: { id: string; expectedVersion: number },
    change: CodebookChange,
    note: string,
    make: (opened: OpenCodebook) => CodebookContent,
  ): Promise<OpenCodebook> {
    const { book: known } = await this.get(actor, id);
    requireAccess(actor, 'ManageCoding', placeOf(known.roundId ?? ''));
    const why = orRefuse(cleanText(note.trim(), 'note', 400));
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      // The update takes the row first: of two that change one version, the second finds it changed.
      const last = { id, version: expectedVersion };
      const { affected } = await manager.update(Codebook, last, { version: expectedVersion + 1 });
      if (affected === 0) throw stale('codebook');
      // The book has its next number already; what it says is still what it said under the last one.
      const before = await openCodebook(manager, id, expectedVersion);
      const { book } = before;
      const content = make(before);
      const at = this.clock.now();
      const current = versionRow(book, { content, change, note: why, at, by: actor.id });
      await manager.insert(CodebookVersion, current);
      await audit(`codebook.${change}`, 'codebook', id, { version: book.version });
      return { book, current };
    });
  }
}

/** A code as an editor sends it: a new one has an id that the book does not know. */
export type EditedCode = Omit<BookCode, 'mergedInto' | 'splitFrom'>;

/** A codebook under one version; the newest when none is named. @throws DomainError NOT_FOUND */
export async function openCodebook(
  manager: EntityManager,
  id: string,
  version?: number,
): Promise<OpenCodebook> {
  const book = isId(id) ? await manager.findOneBy(Codebook, { id }) : null;
  if (book === null) throw notFound('codebook', 'codebookId');
  const where = { codebookId: id, version: version ?? book.version };
  const current = await manager.findOneByOrFail(CodebookVersion, where);
  return { book, current };
}

const placeOf = (roundId: string): Place => (roundId === '' ? {} : { round: roundId });

/** A shared codebook is read by whoever codes or leads coding anywhere; one of a round by those of the round. */
function mayRead(actor: Actor, { roundId }: Codebook): boolean {
  if (roundId === null)
    return actor.permissions.includes('CodeComments') || actor.permissions.includes('ManageCoding');
  const place = { round: roundId };
  return can(actor, 'CodeComments', place) || can(actor, 'ManageCoding', place);
}

function beginning({ begin, qdc }: NewCodebook): {
  readonly content: CodebookContent;
  readonly report: readonly QdcImportLine[];
} {
  if (begin === 'starter') return { content: contentOfStarter(STARTER_CODEBOOK, newId), report: [] };
  if (begin === 'empty') return { content: { codes: [] }, report: [] };
  const file = readQdc(qdc);
  const read = fromQdc(file.codes, newId);
  return { content: orRefuse(checkCodebook(read.content.codes)), report: [...file.report, ...read.report] };
}

const versionRow = (
  book: Codebook,
  values: Pick<CodebookVersion, 'content' | 'change' | 'note' | 'at' | 'by'>,
): CodebookVersion => ({ id: newId(), codebookId: book.id, version: book.version, ...values });
