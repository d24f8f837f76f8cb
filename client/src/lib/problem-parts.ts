import { graphql } from './graphql.js';

/** What every refusal says: which rule, where, in words, and what to do about it. */
export const problemParts = graphql(`
  fragment ProblemParts on Problem @_unmask {
    code
    field
    message
    mend
  }
`);
