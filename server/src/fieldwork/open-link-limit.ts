import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock.js';
import { HourlyLimit } from '../platform/hourly-limit.js';

/** Forms begun within an hour: from one address (a hospital has one for all its computers), and from all together. */
export const FORMS_PER_ADDRESS = 30;
export const FORMS_IN_ALL = 600;

/** How many forms were begun by open links in the last hour. */
@Injectable()
export class OpenLinkLimit extends HourlyLimit {
  constructor(clock: Clock) {
    super(clock, FORMS_PER_ADDRESS, FORMS_IN_ALL);
  }
}
