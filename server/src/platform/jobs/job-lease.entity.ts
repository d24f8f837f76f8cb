import { Entity } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';

/** Who of several instances does a job now. `holder` '' = nobody; a lease of one that died ends by its time. */
@Entity({ name: 'job_lease' })
export class JobLease {
  @IdColumn('job_lease', 64) id: string;
  @TextColumn('holder', 36) holder: string;
  @InstantColumn('leased_until') leasedUntil: string;
}
