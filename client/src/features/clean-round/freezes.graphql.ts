import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** Freezes of a round. */
export const freezesQuery = graphql(`
  query Freezes($roundId: ID!) {
    freezes(roundId: $roundId) {
      number
      at
      by
      reason
      sha256
      decisions
      holds
      forms {
        received
        accepted
        merged
        excluded
        withdrawn
        pending
        analysed
      }
    }
  }
`);

export const freezeDifferenceQuery = graphql(`
  query FreezeDifference($roundId: ID!, $from: Int!, $to: Int!) {
    freezeDifference(roundId: $roundId, from: $from, to: $to) {
      formsIn {
        responseId
        hospital
        from
        to
      }
      formsOut {
        responseId
        hospital
        from
        to
      }
      corrected {
        responseId
        hospital
        from
        to
      }
      values {
        odsCode
        hospital
        variable
        from
        to
      }
      figures {
        id
        from
        to
      }
    }
  }
`);

export const freezeRoundMutation = graphql(
  `
    mutation FreezeRound($roundId: ID!, $reason: String!, $seen: Int!) {
      freezeRound(roundId: $roundId, reason: $reason, seenDecisions: $seen) {
        __typename
        ... on Freeze {
          number
        }
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const reopenRoundMutation = graphql(
  `
    mutation ReopenRound($roundId: ID!, $reason: String!) {
      reopenRound(roundId: $roundId, reason: $reason) {
        __typename
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);
