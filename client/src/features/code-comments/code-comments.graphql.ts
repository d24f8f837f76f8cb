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

export const agreementQuery = graphql(`
  query CodingAgreement($roundId: ID!, $codebookId: ID!) {
    codingAgreement(roundId: $roundId, codebookId: $codebookId) {
      version
      heldBack
      adjudicated
      agreed
      disagreed
      waiting
      alphas {
        key
        alpha
        wasSuggested
        unaided
      }
      pairs {
        first
        second
        comments
        codes {
          codeId
          key
          name
          n
          both
          onlyFirst
          onlySecond
          neither
          observed
          kappa
          low
          high
          pabak
          ac1
          prevalence
          unaided {
            suggested
            accepted
            n
            both
            onlyFirst
            onlySecond
            neither
            observed
            kappa
            low
            high
            pabak
            ac1
            prevalence
          }
        }
      }
    }
  }
`);

export const tallyQuery = graphql(`
  query CodeTally($roundId: ID!, $codebookId: ID!, $by: CodeTallyLevel!) {
    codeTally(roundId: $roundId, codebookId: $codebookId, by: $by) {
      settled
      unsettled
      groups {
        id
        name
        hospitals
      }
      rows {
        key
        name
        total
        comments
      }
    }
  }
`);

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

export type Desk = ResultOf<typeof deskQuery>['codingDesk'];
export type DeskComment = Desk['comments'][number];
export type DeskCode = Desk['codebook']['codes'][number];
export type ShownTask = ResultOf<typeof roundCodingQuery>['codingTasks'][number];
export type ComparedComment = ResultOf<typeof comparisonQuery>['codingComparison']['comments'][number];
export type PairAgreement = ResultOf<typeof agreementQuery>['codingAgreement']['pairs'][number];
export type Alpha = ResultOf<typeof agreementQuery>['codingAgreement']['alphas'][number];
