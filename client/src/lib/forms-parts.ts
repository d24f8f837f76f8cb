import { graphql } from './graphql.js';

/** How many forms of a round there are of each kind; null = its source does not say. */
export const formsParts = graphql(`
  fragment FormsParts on PublishedForms @_unmask {
    received
    accepted
    merged
    excluded
    withdrawn
    pending
    partial
    analysed
  }
`);
