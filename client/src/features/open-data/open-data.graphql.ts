import { graphql } from '../../lib/graphql.js';

/** Where the reference data come from, and which rounds can be downloaded. */
export const openDataQuery = graphql(`
  query OpenData {
    referenceSources {
      file
      title
      vintage
      licence
      attribution
      rows
      note
    }
    rounds {
      id
      title
      kind
      latestRelease {
        number
        kind
        publishedAt
        sha256
      }
    }
  }
`);
