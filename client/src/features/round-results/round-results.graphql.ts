import { formsParts } from '../../lib/forms-parts.js';
import { graphql } from '../../lib/graphql.js';

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
          id
          before {
            yes
            no
            dontKnow
            notKnown
            frame
            lower
            upper
          }
          after {
            yes
            no
            dontKnow
            notKnown
            frame
            lower
            upper
          }
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
  [formsParts],
);
