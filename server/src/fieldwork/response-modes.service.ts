import { setImmediate as breathe } from 'node:timers/promises';

import type { ResponseMode } from '@liaison-atlas/shared/fieldwork/response';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import { LastUsed } from '../platform/last-used.js';
import { Response } from './response.entity.js';

/** Forms of which it is kept how they came. */
const MOST_FORMS = 250_000;
/** Forms that one statement asks about. */
const CHUNK = 500;

/** How the forms of a round came; says nothing about what is in them. A form keeps its way, so it is read once. */
@Injectable()
export class ResponseModes {
  private readonly known = new LastUsed<string, Map<string, ResponseMode>>(MOST_FORMS, ({ size }) => size);

  constructor(@InjectRepository(Response) private readonly responses: Repository<Response>) {}

  /**
   * By the id of the response; forms that were asked about before may be there, too.
   * @param ids forms of this round
   */
  async of(roundId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ResponseMode>> {
    const known = this.known.get(roundId) ?? new Map<string, ResponseMode>();
    const unknown = ids.filter((id) => !known.has(id));
    for (let at = 0; at < unknown.length; at += CHUNK) {
      // By their ids alone: with the round beside them, SQLite would read every row of the round for each part.
      const rows = await this.responses.find({
        where: { id: In(unknown.slice(at, at + CHUNK)) },
        select: { id: true, mode: true },
      });
      for (const { id, mode } of rows) known.set(id, mode);
      await breathe();
    }
    // It has grown: others may have to make room.
    if (unknown.length > 0) this.known.set(roundId, known);
    return known;
  }
}
