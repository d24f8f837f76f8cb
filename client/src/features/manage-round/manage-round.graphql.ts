import type { ResultOf } from 'gql.tada';

import { comparedIndicator } from '../../lib/compared-indicator.js';
import { formsParts } from '../../lib/forms-parts.js';
import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** The live, unreleased state of a round. */
export const liveRoundQuery = graphql(
  `
    query LiveRound($id: ID!) {
      liveRound(id: $id) {
        round {
          id
          title
          kind
          state
        }
        asAt
        forms {
          ...FormsParts
        }
        responseRate {
          answered
          frame
          rate
        }
        indicators {
          id
          yes
          no
          dontKnow
          notKnown
          frame
          lower
          upper
          amongRespondents
          interval {
            method
            low
            high
          }
        }
        questions {
          variable
          text
          options {
            id
            label
            yes
            dontKnow
            notKnown
          }
        }
        consentAsked
        hospitals {
          odsCode
          name
          trust
          region
          icb
          category
          label
          forms
          lastSubmittedAt
          modes
        }
        waiting {
          id
          text
          source
        }
        lastRelease {
          number
          kind
          publishedAt
          sha256
        }
      }
    }
  `,
  [formsParts],
);

/** What a release of a kind would be made from. */
export const releaseBasisQuery = graphql(
  `
    query ReleaseBasis($roundId: ID!, $kind: ReleaseKind!) {
      releaseBasis(roundId: $roundId, kind: $kind) {
        freezeNumber
        sha256
        frameSize
        forms {
          received
          accepted
          merged
          excluded
          withdrawn
          pending
          analysed
        }
        problems {
          ...ProblemParts
        }
      }
    }
  `,
  [problemParts],
);

/** A release as it would be now, beside the one that stands. */
export const releasePreviewQuery = graphql(
  `
    query ReleasePreview($roundId: ID!, $kind: ReleaseKind!) {
      releasePreview(roundId: $roundId, kind: $kind) {
        number
        problems {
          ...ProblemParts
        }
        before {
          number
          publishedAt
        }
        indicators {
          ...ComparedIndicatorParts
        }
        hospitals {
          odsCode
          name
          before {
            label
            score
          }
          after {
            label
            score
          }
        }
        gone
        namedBefore
        disclosure {
          noConsent
          describesPeople
          silent
          covering
          scoresHeld
        }
        coding {
          codebook
          version
          coded
          notCoded
        }
        themes {
          code
          name
          count
          of
          few
          repeats
        }
      }
      releases(roundId: $roundId) {
        release {
          number
          kind
        }
        status {
          replacedBy {
            number
          }
        }
      }
    }
  `,
  [comparedIndicator, problemParts],
);
export type ShownPreview = ResultOf<typeof releasePreviewQuery>['releasePreview'];

/** Makes the round's present state public, for good. */
export const releaseRoundMutation = graphql(
  `
    mutation ReleaseRound($input: ReleaseRoundInput!) {
      releaseRound(input: $input) {
        __typename
        ... on Release {
          number
          kind
          publishedAt
          sha256
          forms {
            analysed
          }
        }
        ... on ReleaseRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);
