import type { ResultOf } from 'gql.tada';

import type {
  exploreChangeQuery,
  exploreReleasedQuery,
  exploreStartQuery,
} from './explore-figures.graphql.js';

/** A table of figures with its traces, as the screen reads it. */
export type ShownFigures = NonNullable<ResultOf<typeof exploreReleasedQuery>['exploreReleased']>;
/** One row of it. */
export type ShownFigure = ShownFigures['figures'][number];
/** A change between two rounds. */
export type ShownChange = ResultOf<typeof exploreChangeQuery>['exploreChange'];
/** A round that can be chosen. */
export type RoundChoice = ResultOf<typeof exploreStartQuery>['rounds'][number];
