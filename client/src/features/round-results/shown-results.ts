import type { ResultOf } from 'gql.tada';

import type { roundResultsQuery } from './round-results.graphql.js';

/** A release as the results page reads it. */
export type ShownResults = NonNullable<ResultOf<typeof roundResultsQuery>['release']>;
/** One indicator of a release. */
export type ShownIndicator = ShownResults['indicators'][number];
/** A release in the list of its round, withdrawn ones among them. */
export type ListedRelease = ResultOf<typeof roundResultsQuery>['releases'][number];
/** What the release changed; null where there is none to hold it against. */
export type ShownChange = NonNullable<ResultOf<typeof roundResultsQuery>['releaseChange']>;
