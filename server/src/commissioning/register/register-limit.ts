import { Injectable } from '@nestjs/common';

import { DomainError } from '../../platform/domain-error.js';
import { type Hourly, HourlyCounts } from '../../platform/limits/hourly-counts.js';

/** Corrections and questions together, within an hour: from one address, and from all. */
export const MESSAGE_LIMIT: Hourly = { name: 'register', perAddress: 10, inAll: 200 };

/** How many messages readers have sent in the last hour. */
@Injectable()
export class RegisterLimit {
  constructor(private readonly counts: HourlyCounts) {}

  /** @throws DomainError TOO_MANY_REQUESTS */
  async require(address: string): Promise<void> {
    if (await this.counts.take(MESSAGE_LIMIT, address)) return;
    throw new DomainError(
      'TOO_MANY_REQUESTS',
      'Too many messages came from here within an hour.',
      '',
      'Nothing was sent. Try again later.',
    );
  }
}
