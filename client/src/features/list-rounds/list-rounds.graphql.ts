import { graphql } from '../../lib/graphql.js';

/** All rounds with their latest release. */
export const roundsQuery = graphql(`
  query Rounds {
    rounds {
      id
      title
      kind
      state
      fieldwork
      instrumentVersion
      latestRelease {
        number
        kind
        publishedAt
        sha256
      }
    }
  }
`);
