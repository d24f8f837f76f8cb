import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** Comments that all their coders have finished. */
export const comparisonQuery = graphql(`
  query CodingComparison($roundId: ID!, $codebookId: ID!, $onlyUndecided: Boolean, $skip: Int, $take: Int) {
    codingComparison(
      roundId: $roundId
      codebookId: $codebookId
      onlyUndecided: $onlyUndecided
      skip: $skip
      take: $take
    ) {
      total
      undecided
      matching
      codebook {
        id
        title
        codes {
          id
          key
          name
          applicable
        }
      }
      comments {
        unitId
        question
        text
        state
        memo
        revision
        codings {
          by
          memo
          codes {
            codeId
            start
            end
          }
        }
        decided {
          codeId
          start
          end
        }
      }
    }
  }
`);

export const decideCodingMutation = graphql(`
  mutation DecideCoding($input: DecideCodingInput!) {
    decideCoding(input: $input)
  }
`);

export type ComparedComment = ResultOf<typeof comparisonQuery>['codingComparison']['comments'][number];
