import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** A part of a coder's own comments, with the codebook. */
export const deskQuery = graphql(`
  query CodingDesk($taskId: ID!, $skip: Int, $take: Int) {
    codingDesk(taskId: $taskId, skip: $skip, take: $take) {
      taskId
      roundId
      roundKind
      total
      final
      fresh
      firstOpen
      suggestions
      finishedAt
      codebook {
        id
        title
        version
        codes {
          id
          key
          name
          definition
          include
          exclude
          example
          colour
          parentId
          applicable
        }
      }
      comments {
        number
        unitId
        question
        text
        textHash
        state
        revision
        memo
        suggested
        codes {
          codeId
          start
          end
        }
      }
    }
  }
`);

export const saveCodingMutation = graphql(`
  mutation SaveCoding($input: SaveCodingInput!) {
    saveCoding(input: $input) {
      unitId
      revision
      state
      savedAt
    }
  }
`);

export const finishCodingMutation = graphql(`
  mutation FinishCoding($taskId: ID!) {
    finishCoding(taskId: $taskId) {
      taskId
      final
      finishedAt
    }
  }
`);

export type Desk = ResultOf<typeof deskQuery>['codingDesk'];
export type DeskComment = Desk['comments'][number];
export type DeskCode = Desk['codebook']['codes'][number];
