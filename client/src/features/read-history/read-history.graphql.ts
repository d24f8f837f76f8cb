import { type ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** One page of a history. */
export const historyQuery = graphql(`
  query History(
    $kind: HistoryKind!
    $id: ID!
    $roundId: ID!
    $group: String!
    $from: String!
    $to: String!
    $before: Int
  ) {
    history(kind: $kind, id: $id, roundId: $roundId, group: $group, from: $from, to: $to, before: $before) {
      title
      roundTitle
      synthetic
      older
      events {
        seq
        at
        action
        actorKind
        actorName
        actorId
        entity
        entityId
        reason
        subjects
        facts {
          name
          value
        }
        changes {
          name
          before
          after
        }
      }
    }
  }
`);

export type ShownHistory = ResultOf<typeof historyQuery>['history'];
export type ShownEvent = ShownHistory['events'][number];
