import { graphql } from '../../lib/graphql.js';

/** The sourced early-implementer areas and how many there were. */
export const earlyImplementersQuery = graphql(`
  query EarlyImplementers {
    earlyImplementers {
      totalsSource
      waves {
        programme
        wave
        label
        total
        sourced
      }
      sites {
        id
        programme
        wave
        name
        ccgNames
        ccgCodes
        conditions
        leadProvider
        source
        confidence
        notes
      }
    }
  }
`);
