import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The application's clock. Tests put their own in its place. */
@Injectable()
export class Clock {
  /** ISO 8601 UTC text with milliseconds: what is stored and shown. */
  now(): string {
    return new Date(this.milliseconds()).toISOString();
  }

  /** The same moment in milliseconds since 1970, for what is asked of every request. */
  milliseconds(): number {
    return Date.now();
  }

  /** What time it is for a PostgreSQL, in milliseconds since 1970. */
  async ofDatabase(database: EntityManager): Promise<number> {
    const [row]: { ms: string | number }[] = await database.query(
      'SELECT FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS ms',
    );
    return Number(row?.ms);
  }
}
