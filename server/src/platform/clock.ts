import { Injectable } from '@nestjs/common';

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
}
