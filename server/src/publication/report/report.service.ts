import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type CherriesItem, cherriesOf } from '@liaison-atlas/shared/publication/report/cherries';
import { byFigureId, figureCatalogue } from '@liaison-atlas/shared/publication/report/figure-catalogue';
import { mergeReports } from '@liaison-atlas/shared/publication/report/merge-reports';
import { parseReport, type RawReport } from '@liaison-atlas/shared/publication/report/parse-report';
import { renderReport } from '@liaison-atlas/shared/publication/report/render-report';
import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';
import type { ReportFigure } from '@liaison-atlas/shared/publication/report/report-figure';
import { fillQuotations } from '@liaison-atlas/shared/publication/report/report-quotations';
import { flagsOf, type ReportFlag } from '@liaison-atlas/shared/publication/report/report-flags';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import { standardReport } from '@liaison-atlas/shared/publication/report/standard-report';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { isUniqueViolation } from '../../database/is-unique-violation.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { RoundService } from '../../fieldwork/round.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId } from '../../platform/ids.js';
import { newestVersion } from './report-edition.js';
import { type OfferedQuotation, ReportQuotationsService } from './report-quotations.service.js';
import { type ReportSource, ReportSourceService } from './report-source.service.js';
import { ReportVersion } from './report.entity.js';

/** The report of a round as it is now, with all that its editor needs. */
export interface OpenReport {
  readonly round: Round;
  /** 0 = the standard report, which nobody has edited. */
  readonly version: number;
  readonly content: ReportContent;
  readonly figures: readonly ReportFigure[];
  readonly cherries: readonly CherriesItem[];
  readonly flags: readonly ReportFlag[];
  readonly quotations: readonly OfferedQuotation[];
  readonly source: ReportSource;
}

/** What came of a saving: stored, refused, or not stored because two people wrote different things in one place. */
export type SavedReport =
  | { readonly outcome: 'stored'; readonly report: OpenReport }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly string[]; readonly stored: OpenReport };

export interface SaveReport extends RawReport {
  readonly roundId: string;
  /** The version that the editor began with. */
  readonly expectedVersion: number;
  readonly note: string;
}

const MAX_NOTE = 400;
const MAX_ATTEMPTS = 5;

/** Reports while they are written. Every saving is a new version, and no saving overwrites what somebody else wrote. */
@Injectable()
export class ReportService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly sources: ReportSourceService,
    private readonly quotations: ReportQuotationsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async get(actor: Pick<Actor, 'grants'>, roundId: string): Promise<OpenReport> {
    requireAccess(actor, 'ReadAnalysis', { round: roundId });
    const round = await this.rounds.get(roundId);
    return this.open(round, await this.sources.of(round));
  }

  /** Every version, the newest first. */
  versions(roundId: string): Promise<ReportVersion[]> {
    return this.reader.getRepository(ReportVersion).find({ where: { roundId }, order: { version: 'DESC' } });
  }

  /** The report as a release made now would publish it. @throws DomainError FORBIDDEN, NOT_FOUND */
  async preview(actor: Pick<Actor, 'grants'>, roundId: string): Promise<{ round: Round; tree: ReportTree }> {
    const { round, content, source } = await this.get(actor, roundId);
    const leaving = new Map(source.quotations.map((quotation) => [quotation.id, quotation]));
    return { round, tree: fillQuotations(renderReport({ content, ...source }), leaving) };
  }

  /**
   * Stores what an editor wrote as the next version. Where somebody saved in between, both changes are put together; where
   * both wrote in one place nothing is stored, and the editor gets what is stored there.
   */
  async save(actor: Actor, input: SaveReport): Promise<SavedReport> {
    requireAccess(actor, 'ReleaseRound', { round: input.roundId });
    const round = await this.rounds.get(input.roundId);
    const source = await this.sources.of(round);
    const note = cleanText(input.note.trim(), 'note', MAX_NOTE);
    const parsed = parseReport(input, byFigureId(figureCatalogue(source.release)));
    if (!note.ok || !parsed.ok)
      return {
        outcome: 'refused',
        problems: [...(note.ok ? [] : note.problems), ...(parsed.ok ? [] : parsed.problems)],
      };
    return this.store(actor, round, source, {
      expectedVersion: input.expectedVersion,
      content: parsed.value,
      note: note.value,
      action: 'report.saved',
    });
  }

  /** Makes an earlier version the next one; 0 = the standard report. @throws DomainError NOT_FOUND */
  async restore(
    actor: Actor,
    { roundId, expectedVersion, version }: { roundId: string; expectedVersion: number; version: number },
  ): Promise<SavedReport> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const source = await this.sources.of(round);
    const content = await contentOf(this.reader.manager, round.id, version, source);
    if (content === null)
      throw new DomainError('NOT_FOUND', 'There is no such version.', 'version', 'Load the list again.');
    const note = version === 0 ? 'The standard report' : `Version ${version}`;
    return this.store(actor, round, source, { expectedVersion, content, note, action: 'report.restored' });
  }

  private async store(
    actor: Actor,
    round: Round,
    source: ReportSource,
    change: {
      readonly expectedVersion: number;
      readonly content: ReportContent;
      readonly note: string;
      readonly action: 'report.saved' | 'report.restored';
    },
  ): Promise<SavedReport> {
    for (let attempt = 1; ; attempt += 1)
      try {
        const conflicts = await this.append(actor, round, source, change);
        const report = await this.open(round, source);
        return conflicts.length === 0
          ? { outcome: 'stored', report }
          : { outcome: 'conflict', conflicts, stored: report };
      } catch (error) {
        // Another took the number in the same moment: its version is the one to put ours together with.
        if (!isUniqueViolation(error) || attempt === MAX_ATTEMPTS) throw error;
      }
  }

  /** The places in which both wrote; empty = stored. */
  private append(
    actor: Actor,
    round: Round,
    source: ReportSource,
    { expectedVersion, content, note, action }: Parameters<ReportService['store']>[3],
  ): Promise<readonly string[]> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const newest = await newestVersion(manager, round.id);
      const stored = newest?.version ?? 0;
      const base = await contentOf(manager, round.id, expectedVersion, source);
      if (base === null)
        throw new DomainError(
          'CONFLICT',
          'What you changed is no version of this report.',
          'expectedVersion',
          'Load the report again and repeat your change.',
        );
      const theirs = newest?.content ?? base;
      const merged = mergeReports(base, theirs, content);
      if (!merged.ok) return merged.conflicts;
      const version = stored + 1;
      await manager.insert(ReportVersion, {
        id: newId(),
        roundId: round.id,
        version,
        content: merged.content,
        note,
        at: this.clock.now(),
        by: actor.id,
      });
      const detail = { version, from: expectedVersion };
      if (action === 'report.saved') await audit('report.saved', 'round', round.id, detail);
      else await audit('report.restored', 'round', round.id, detail);
      return [];
    });
  }

  private async open(round: Round, source: ReportSource): Promise<OpenReport> {
    const newest = await newestVersion(this.reader.manager, round.id);
    const content = newest?.content ?? standardReport(source.release);
    const cherries = cherriesOf(source.release, source.facts);
    return {
      round,
      version: newest?.version ?? 0,
      content,
      figures: figureCatalogue(source.release),
      cherries,
      flags: flagsOf(
        content,
        cherries,
        source.release.indicators,
        source.release.round.title,
        source.quotations,
      ),
      quotations: await this.quotations.offered(source.quotations, round.id),
      source,
    };
  }
}

/** What a version says; null = there is none of this number. */
async function contentOf(
  manager: EntityManager,
  roundId: string,
  version: number,
  { release }: ReportSource,
): Promise<ReportContent | null> {
  if (version === 0) return standardReport(release);
  const row = await manager.findOneBy(ReportVersion, { roundId, version });
  return row?.content ?? null;
}
