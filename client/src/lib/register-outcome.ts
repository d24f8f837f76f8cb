import { graphql } from './graphql.js';
import { problemParts } from './problem-parts.js';

/** What became of something that was sent to the service register or decided there. */
export const registerOutcome = graphql(
  `
    fragment RegisterOutcome on RegisterResult @_unmask {
      __typename
      ... on RegisterDone {
        said
      }
      ... on RegisterRefused {
        problems {
          ...ProblemParts
        }
      }
    }
  `,
  [problemParts],
);
