import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** The visitor's own tasks. */
export const myTasksQuery = graphql(`
  query MyCodingTasks {
    myCodingTasks {
      id
      roundId
      codebookId
      codebookTitle
      kind
      part
      parts
      total
      final
      open
      finishedAt
    }
  }
`);

export const roundsQuery = graphql(`
  query CodingRounds {
    rounds {
      id
      title
      kind
    }
  }
`);

/** Codebooks by title. */
export const codebookListQuery = graphql(`
  query CodingCodebooks {
    codebooks {
      id
      title
      roundId
      version
      codes {
        id
      }
    }
  }
`);

/** Tasks of a round and who may be given one. */
export const roundCodingQuery = graphql(`
  query RoundCoding($roundId: ID!) {
    codingTasks(roundId: $roundId) {
      id
      codebookId
      codebookTitle
      coderName
      kind
      part
      parts
      total
      final
      open
      finishedAt
      suggestions
      removedAt
    }
    possibleCoders(roundId: $roundId) {
      personId
      name
    }
  }
`);

export const assignCoderMutation = graphql(`
  mutation AssignCoder($input: AssignCoderInput!) {
    assignCoder(input: $input) {
      id
    }
  }
`);

export const removeCoderMutation = graphql(`
  mutation RemoveCoder($taskId: ID!) {
    removeCoder(taskId: $taskId) {
      id
    }
  }
`);

export const reopenCodingMutation = graphql(`
  mutation ReopenCoding($taskId: ID!, $unitId: ID!) {
    reopenCoding(taskId: $taskId, unitId: $unitId) {
      id
    }
  }
`);

export type ShownTask = ResultOf<typeof roundCodingQuery>['codingTasks'][number];
