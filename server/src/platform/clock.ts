import { Injectable } from '@nestjs/common';

/** The application's clock: ISO 8601 UTC text with milliseconds. Tests put their own in its place. */
@Injectable()
export class Clock {
  now(): string {
    return new Date().toISOString();
  }
}
