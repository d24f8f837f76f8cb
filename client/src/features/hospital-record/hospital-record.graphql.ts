import { graphql } from '../../lib/graphql.js';

/** One hospital: where it is, whose it was and is, and what every release says of it. */
export const hospitalQuery = graphql(`
  query HospitalRecord($odsCode: ID!) {
    hospital(odsCode: $odsCode) {
      odsCode
      name
      postcode
      town
      siteCategory
      inListedFrame
      trustCode
      trust
      successorTrust {
        code
        name
        effectiveOn
      }
      regionCode
      region
      icbCode
      icb
      ccg
      ccgCode
      notes
      planMembership {
        isMember
        frame
        asOf
      }
      results {
        round {
          id
          title
          kind
          fieldwork
        }
        release {
          number
          kind
          publishedAt
          sha256
        }
        asAt
        hospital {
          name
          category
          label
          otherProvision
          isGap
          score
          marker
        }
      }
      earlyImplementers {
        id
        wave
        name
        conditions
        leadProvider
        source
      }
    }
  }
`);
