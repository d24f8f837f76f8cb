import { graphql } from '../../lib/graphql.js';

const figureParts = graphql(`
  fragment FigureParts on Figure @_unmask {
    code
    name
    yes
    no
    dontKnow
    notKnown
    frame
    countsOnly
    hidden
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
    benchmark
    trace {
      numerator
      numeratorUnnamed
      no
      noUnnamed
      dontKnow
      dontKnowUnnamed
      denominator
      denominatorUnnamed
    }
  }
`);

const exploredParts = graphql(
  `
    fragment ExploredParts on ExploredFigures {
      round {
        id
        title
        kind
      }
      basis {
        live
        asAt
        answersHash
        codeVersion
        instrumentVersion
        howAsked
        frameTitle
        frameHash
        release {
          number
          sha256
        }
        freeze
      }
      indicator {
        id
        version
        title
        question
        numerator
        denominator
        missingRule
        intervalRule
        disclosureClass
        methodsSections
        caveats
      }
      indicators {
        id
        title
      }
      by
      breakdowns
      notes
      hospitals {
        odsCode
        name
        latitude
        longitude
      }
      figures {
        ...FigureParts
      }
      byGroup {
        method
        p
        cramersV
        n
      }
      checks {
        responders {
          by
          notKnown
          p
          groups {
            code
            name
            responders
            nonResponders
          }
        }
        early {
          hospitals
          yes
          no
          dontKnow
          notKnown
        }
        late {
          hospitals
          yes
          no
          dontKnow
          notKnown
        }
        lateEarlyP
        disagreement {
          sets
          differing
          rate
        }
        weighted {
          share
          interval {
            low
            high
          }
          designEffect
          effectiveN
        }
      }
      paired {
        first
        second
        agree
        differ
        pairs {
          odsCode
          first
          second
          agreement
        }
      }
    }
  `,
  [figureParts],
);

/** Which rounds there are, and whether the viewer may look at unreleased answers. */
export const exploreStartQuery = graphql(`
  query ExploreStart {
    rounds {
      id
      title
      kind
      latestRelease {
        number
      }
    }
    viewer {
      permissions
    }
  }
`);

/** Figures of a release; null = nothing of the round is released. */
export const exploreReleasedQuery = graphql(
  `
    query ExploreReleased($roundId: ID!, $indicator: ID!, $by: Breakdown!, $number: Int) {
      exploreReleased(roundId: $roundId, indicator: $indicator, by: $by, number: $number) {
        ...ExploredParts
      }
    }
  `,
  [exploredParts],
);

/** Figures of the answers as they stand, for the survey team. */
export const exploreLiveQuery = graphql(
  `
    query ExploreLive($roundId: ID!, $indicator: ID!, $by: Breakdown!) {
      exploreLive(roundId: $roundId, indicator: $indicator, by: $by) {
        ...ExploredParts
      }
    }
  `,
  [exploredParts],
);

/** Change between two rounds on hospitals that answered in both. */
export const exploreChangeQuery = graphql(
  `
    query ExploreChange($fromRoundId: ID!, $toRoundId: ID!, $indicator: ID!) {
      exploreChange(fromRoundId: $fromRoundId, toRoundId: $toRoundId, indicator: $indicator) {
        from {
          id
          title
        }
        to {
          id
          title
        }
        verdict
        comparable
        matched
        transitions
        knownInBoth
        gained
        lost
        p
        difference {
          difference
          low
          high
        }
        droppedOut
        leftFrame
        joined
        before {
          ...FigureParts
        }
        after {
          ...FigureParts
        }
        hospitals {
          odsCode
          name
        }
      }
    }
  `,
  [figureParts],
);
