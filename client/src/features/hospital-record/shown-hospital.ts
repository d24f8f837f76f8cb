import type { ResultOf } from 'gql.tada';

import type { hospitalQuery } from './hospital-record.graphql.js';

/** A hospital as its page reads it. */
export type ShownHospital = NonNullable<ResultOf<typeof hospitalQuery>['hospital']>;
/** What one release says of it. */
export type ShownHospitalResult = ShownHospital['results'][number];
