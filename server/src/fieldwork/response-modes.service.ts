import type { ResponseMode } from '@liaison-atlas/shared/fieldwork/response';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { Response } from './response.entity.js';

/** How the forms of a round came; says nothing about what is in them. */
@Injectable()
export class ResponseModes {
  constructor(@InjectRepository(Response) private readonly responses: Repository<Response>) {}

  /** By the id of the response, those that were sent only. */
  async of(roundId: string): Promise<ReadonlyMap<string, ResponseMode>> {
    const rows = await this.responses
      .createQueryBuilder('response')
      .select('response.id', 'id')
      .addSelect('response.mode', 'mode')
      .where('response.roundId = :roundId AND response.revision > 0', { roundId })
      .getRawMany<{ id: string; mode: ResponseMode }>();
    return new Map(rows.map(({ id, mode }) => [id, mode]));
  }
}
