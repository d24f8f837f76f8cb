import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import {
  ReportModel,
  ReportVersionModel,
  RestoreReportInput,
  SaveReportInput,
  SaveReportResult,
} from './report.model.js';
import { type OpenReport, ReportService, type SavedReport } from './report.service.js';

/** Reports while they are written; no rules here. */
@Resolver(() => ReportModel)
export class ReportResolver {
  constructor(private readonly reports: ReportService) {}

  @Query(() => ReportModel, { description: 'The report of a round, edited or standard, with its flags.' })
  @Allow('ReadAnalysis')
  async report(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<ReportModel> {
    return toModel(await this.reports.get(actor, roundId));
  }

  @ResolveField(() => [ReportVersionModel], { description: 'Every version, the newest first.' })
  async versions(@Parent() { roundId }: ReportModel): Promise<ReportVersionModel[]> {
    return (await this.reports.versions(roundId)).map(({ version, at, note }) => ({ version, at, note }));
  }

  @Mutation(() => SaveReportResult, {
    description: 'Stores a report as its next version, together with what others saved in between.',
  })
  @Allow('ReleaseRound')
  async saveReport(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveReportInput,
  ): Promise<typeof SaveReportResult> {
    return toResult(await this.reports.save(actor, input));
  }

  @Mutation(() => SaveReportResult, { description: 'Makes an earlier version the next one.' })
  @Allow('ReleaseRound')
  async restoreReport(
    @CurrentActor() actor: Actor,
    @Args('input') input: RestoreReportInput,
  ): Promise<typeof SaveReportResult> {
    return toResult(await this.reports.restore(actor, input));
  }
}

function toResult(saved: SavedReport): typeof SaveReportResult {
  if (saved.outcome === 'refused') return { problems: saved.problems };
  return saved.outcome === 'stored'
    ? toModel(saved.report)
    : { conflicts: saved.conflicts, stored: toModel(saved.stored) };
}

const toModel = ({
  round,
  version,
  content,
  figures,
  cherries,
  flags,
  quotations,
  source,
}: OpenReport): ReportModel => ({
  roundId: round.id,
  roundTitle: round.title,
  roundKind: round.kind,
  version,
  title: content.title,
  released: source.sha256 !== '',
  blocks: content.blocks.map((block) => ({ ...block, quotations: block.quotations ?? [] })),
  cherries: cherries.map(({ id, heading, answer }) => {
    const written = content.cherries.find(({ item }) => item === id);
    return { id, heading, answer, written: written?.text ?? '', notFigures: written?.notFigures ?? [] };
  }),
  figures: figures.map(({ interval, bounds, ...figure }) => ({
    ...figure,
    interval: interval === null ? [] : [interval.low, interval.high],
    bounds: bounds === null ? [] : [bounds.lower, bounds.upper],
  })),
  flags,
  quotations,
  indicators: source.release.indicators.map(({ id }) => id),
});
