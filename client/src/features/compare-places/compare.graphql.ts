import { graphql } from '../../lib/graphql.js';

/** Rounds that places can be compared in. */
export const compareRoundsQuery = graphql(`
  query CompareRounds {
    rounds {
      id
      title
      kind
      latestRelease {
        number
      }
    }
  }
`);

/** Up to four places side by side in one release. */
export const comparisonQuery = graphql(`
  query Comparison($codes: [ID!]!, $roundId: ID!) {
    comparison(codes: $codes, roundId: $roundId) {
      round {
        id
        title
        kind
      }
      release
      asAt
      unknown
      places {
        code
        name
        area {
          level
        }
        hospitals {
          odsCode
          name
          icbCode
          category
          longitude
          latitude
        }
      }
      rows {
        id
        group
        heading
        cells
      }
      pairs {
        question
        a
        b
        apart
        words
      }
    }
  }
`);

/** Places that can be put beside those chosen. */
export const pickerQuery = graphql(`
  query PickPlaces($text: String!) {
    search(text: $text, take: 20) {
      kind
      code
      label
      detail
    }
  }
`);
