import { graphql } from '../../../lib/graphql.js';

/** Every other released round, and whether it may stand beside this one. */
export const roundsBesideQuery = graphql(`
  query RoundsBeside($roundId: ID!) {
    mapRounds(roundId: $roundId) {
      roundId
      verdict
      comparable
      why
    }
  }
`);
