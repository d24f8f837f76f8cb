import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { HourlyLimit } from '../../platform/hourly-limit.js';

/** Corrections and questions together, within an hour: from one address, and from all. */
export const MESSAGES_PER_ADDRESS = 10;
export const MESSAGES_IN_ALL = 200;

/** How many messages readers have sent in the last hour. */
@Injectable()
export class RegisterLimit extends HourlyLimit {
  constructor(clock: Clock) {
    super(clock, MESSAGES_PER_ADDRESS, MESSAGES_IN_ALL);
  }

  /** @throws DomainError TOO_MANY_REQUESTS */
  require(address: string): void {
    if (this.take(address)) return;
    throw new DomainError(
      'TOO_MANY_REQUESTS',
      'Too many messages came from here within an hour.',
      '',
      'Nothing was sent. Try again later.',
    );
  }
}
