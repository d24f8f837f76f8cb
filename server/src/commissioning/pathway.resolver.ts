import type { PathwayService } from '@liaison-atlas/shared/commissioning/pathway-matrix';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { FrameService } from '../frame/frame.service.js';
import { PathwayMatrixModel } from './pathway.model.js';
import { PathwayMatrixService } from './pathway.service.js';

/** The pathway matrix of an area; no rules here. */
@Resolver()
export class PathwayResolver {
  constructor(
    private readonly pathways: PathwayMatrixService,
    private readonly frame: FrameService,
  ) {}

  @Query(() => PathwayMatrixModel, {
    nullable: true,
    description: 'Where services of an area meet and where none is recorded; null = no area has the code.',
  })
  @Allow('Public')
  async pathwayMatrix(@Args('code', { type: () => ID }) code: string): Promise<PathwayMatrixModel | null> {
    const matrix = await this.pathways.matrix(code);
    if (matrix === undefined) return null;
    const named = new Map<string, PathwayService>();
    for (const { services, perhaps } of matrix.cells)
      for (const service of [...services, ...perhaps]) named.set(service.id, service);
    for (const service of matrix.untold) named.set(service.id, service);
    const ids = (services: readonly PathwayService[]): string[] => services.map(({ id }) => id);
    return {
      cells: matrix.cells.map((cell) => ({
        ...cell,
        services: ids(cell.services),
        perhaps: ids(cell.perhaps),
      })),
      services: [...named.values()],
      untold: ids(matrix.untold),
      recorded: matrix.services,
      unrecorded: matrix.unrecorded.map((odsCode) => this.toHospital(odsCode)),
      hospitals: [...new Set(matrix.cells.flatMap(({ meetingAt }) => meetingAt))].map((odsCode) =>
        this.toHospital(odsCode),
      ),
    };
  }

  private toHospital(odsCode: string): { odsCode: string; name: string } {
    return { odsCode, name: this.frame.findHospital(odsCode)?.name ?? odsCode };
  }
}
