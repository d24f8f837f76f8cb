import type { ResultOf } from 'gql.tada';

import type { liveRoundsQuery } from './demo-access.graphql.js';

/** Page of the newest round that collects answers (a published report has nothing live); '' = there is none. */
export function toLiveRoundPath(rounds: ResultOf<typeof liveRoundsQuery>['rounds']): string {
  const live = rounds.find(({ kind }) => kind !== 'published_facts');
  return live === undefined ? '' : `/manage/rounds/${encodeURIComponent(live.id)}`;
}
