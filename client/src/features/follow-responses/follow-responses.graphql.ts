import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** What is known of the replies of one area. */
const trackedParts = graphql(`
  fragment TrackedParts on TrackedArea @_unmask {
    code
    name
    frame
    invited
    opened
    bounced
    started
    submitted
    silent
    dispositions {
      complete
      partial
      refusal
      noContact
      other
      unknownEligibility
      eligibleShare
    }
    rates {
      rr1
      rr2
      rr3
      rr4
      rr5
      rr6
    }
    indicators {
      id
      title
      verdict
      atLeast
      atMost
    }
  }
`);

/** How the replies of a round come in, as its lead sees it. */
export const trackerQuery = graphql(
  `
    query FollowResponses(
      $roundId: ID!
      $level: TrackLevel!
      $threshold: String!
      $eligibleShare: String!
      $question: String!
    ) {
      tracker(
        roundId: $roundId
        level: $level
        threshold: $threshold
        eligibleShare: $eligibleShare
        question: $question
      ) {
        round {
          id
          kind
          title
        }
        asAt
        level
        threshold
        question
        questions {
          variable
          text
        }
        england {
          ...TrackedParts
        }
        areas {
          ...TrackedParts
        }
        toRing {
          rank
          odsCode
          name
          trust
          latitude
          longitude
          invited
          areaName
          areaFrame
          areaSubmitted
          reason
        }
      }
    }
  `,
  [trackedParts],
);

/** The tracker as the page shows it. */
export type ShownTracker = ResultOf<typeof trackerQuery>['tracker'];
export type ShownArea = ShownTracker['areas'][number];
export type ShownCall = ShownTracker['toRing'][number];
