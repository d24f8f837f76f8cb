import { graphql } from '../../lib/graphql.js';

/** The released figures of 2017-18 behind the five facts. */
export const fiveFactsQuery = graphql(`
  query FiveFacts {
    release(roundId: "2017-18") {
      forms {
        analysed
      }
      frame {
        declaredSize
        listedSize
      }
      responseRate {
        answered
        frame
        rate
      }
      indicators {
        id
        yes
        frame
      }
      scores {
        n
        values {
          odsCode
          score
        }
      }
    }
  }
`);
