import { graphql } from '../../lib/graphql.js';

/** Service × complexity × setting × condition of an area, from the register. */
export const pathwayQuery = graphql(`
  query Pathway($code: ID!) {
    profileArea(code: $code) {
      code
      name
      level
    }
    pathwayMatrix(code: $code) {
      recorded
      untold
      cells {
        condition
        setting
        complexity
        state
        services
        perhaps
        meetingAt
      }
      services {
        id
        name
        kind
        status
      }
      hospitals {
        odsCode
        name
      }
      unrecorded {
        odsCode
        name
      }
    }
  }
`);
