import { graphql } from './graphql.js';

/** One figure in an earlier release and in a later one. */
export const comparedIndicator = graphql(`
  fragment ComparedIndicatorParts on ComparedIndicator @_unmask {
    id
    before {
      yes
      no
      dontKnow
      notKnown
      frame
      lower
      upper
    }
    after {
      yes
      no
      dontKnow
      notKnown
      frame
      lower
      upper
    }
  }
`);
