import { comparedIndicator } from '../../lib/compared-indicator.js';
import { formsParts } from '../../lib/forms-parts.js';
import { graphql } from '../../lib/graphql.js';

/** Whether a release still stands, and what became of it. */
const standingParts = graphql(`
  fragment StandingParts on ReleaseStatus @_unmask {
    replaces
    replacedBy {
      number
      publishedAt
      why
    }
    withdrawn {
      at
      why
    }
  }
`);

/** One release with every published figure; the latest one where no number is given. */
export const roundResultsQuery = graphql(
  `
    query RoundResults($roundId: ID!, $number: Int) {
      round(id: $roundId) {
        id
        title
        kind
        state
        latestRelease {
          number
        }
      }
      releases(roundId: $roundId) {
        release {
          number
          kind
          publishedAt
        }
        note
        status {
          ...StandingParts
        }
      }
      releaseChange(roundId: $roundId, number: $number) {
        since {
          number
          publishedAt
        }
        release {
          number
        }
        note
        analysed {
          before
          after
        }
        indicators {
          ...ComparedIndicatorParts
        }
        hospitals {
          odsCode
          name
          what
          before {
            category
            label
            score
          }
          after {
            category
            label
            score
          }
        }
        noLongerNamed
      }
      release(roundId: $roundId, number: $number) {
        status {
          doi
          ...StandingParts
        }
        rightOfReply {
          openedAt
          endsAt
          offered
          opened
          right
          wrong
          scoresRefused
          quotationsRefused
          asShown
          despite
        }
        signOffs {
          given
          roles
        }
        round {
          id
          title
          kind
          state
          fieldwork
        }
        number
        kind
        publishedAt
        asAt
        sha256
        instrumentVersion
        codeVersion
        frame {
          id
          title
          declaredSize
          listedSize
          source
          asOf
          hash
        }
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
          amongThoseWhoKnow
          interval {
            method
            low
            high
          }
          knownInterval {
            low
            high
          }
        }
        scores {
          n
          median
          min
          max
          mean
          values {
            odsCode
            name
            score
          }
        }
        areaFigures
        hospitals {
          odsCode
          name
          category
          label
          marker
        }
        themes {
          code
          name
          definition
          count
          source
          of
          few
          repeats
          agreement {
            statistic
            value
            observed
            comments
          }
        }
        coding {
          codebook
          version
          coded
          notCoded
        }
        notes {
          id
          text
          source
        }
      }
    }
  `,
  [comparedIndicator, formsParts, standingParts],
);
