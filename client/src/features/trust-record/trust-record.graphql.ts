import { graphql } from '../../lib/graphql.js';

/** One trust, its sites, and how many of them answered in each released round. */
export const trustQuery = graphql(`
  query TrustRecord($odsCode: ID!) {
    trust(odsCode: $odsCode) {
      odsCode
      name
      trustType
      successor {
        code
        name
        effectiveOn
      }
      hospitals {
        odsCode
        name
        town
        siteCategory
        inListedFrame
        icb
      }
      rounds {
        round {
          id
          title
          kind
        }
        answered
        hospitals
      }
    }
  }
`);
