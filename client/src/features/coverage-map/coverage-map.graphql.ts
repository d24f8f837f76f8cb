import { graphql } from '../../lib/graphql.js';

/** The rounds one can look at. */
export const mapRoundsQuery = graphql(`
  query MapRounds {
    rounds {
      id
      title
      kind
      state
      latestRelease {
        number
      }
    }
  }
`);

/** Everything list, map and summary show of one round. */
export const releasedHospitalsQuery = graphql(`
  query ReleasedHospitals($roundId: ID!) {
    release(roundId: $roundId) {
      round {
        id
        title
        kind
      }
      number
      kind
      publishedAt
      asAt
      areaFigures
      hospitals {
        odsCode
        name
        trust
        trustCode
        regionCode
        region
        icb
        icbCode
        siteCategory
        longitude
        latitude
        category
        label
        otherProvision
        isGap
        score
        marker
      }
    }
  }
`);
