import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

export const codebooksQuery = graphql(`
  query Codebooks {
    codebooks {
      id
      title
      roundId
      version
      codes {
        id
        applicable
      }
    }
    rounds {
      id
      title
      kind
    }
    viewer {
      permissions
    }
  }
`);

/** One codebook with its history. */
export const codebookQuery = graphql(`
  query Codebook($id: ID!) {
    codebook(id: $id) {
      id
      title
      roundId
      version
      codes {
        id
        key
        parentId
        name
        definition
        include
        exclude
        example
        colour
        applicable
      }
      versions {
        version
        change
        note
        at
        codeCount
      }
    }
    viewer {
      permissions
    }
  }
`);

export const createCodebookMutation = graphql(`
  mutation CreateCodebook($input: CreateCodebookInput!) {
    createCodebook(input: $input) {
      codebook {
        id
        title
      }
      report {
        line
        name
        outcome
        note
      }
    }
  }
`);

export const saveCodebookMutation = graphql(`
  mutation SaveCodebook($input: SaveCodebookInput!) {
    saveCodebook(input: $input) {
      id
      version
    }
  }
`);

export const mergeCodesMutation = graphql(`
  mutation MergeCodes($input: MergeCodesInput!) {
    mergeCodes(input: $input) {
      id
      version
    }
  }
`);

export const splitCodeMutation = graphql(`
  mutation SplitCode($input: SplitCodeInput!) {
    splitCode(input: $input) {
      id
      version
    }
  }
`);

export const restoreCodebookMutation = graphql(`
  mutation RestoreCodebook($input: RestoreCodebookInput!) {
    restoreCodebook(input: $input) {
      id
      version
    }
  }
`);

/** Comments with a code, for choosing which of them a split takes along. */
export const codedCommentsQuery = graphql(`
  query CodedComments($roundId: ID!, $codebookId: ID!, $codeId: ID!, $skip: Int!, $take: Int!) {
    codingComparison(roundId: $roundId, codebookId: $codebookId, codeId: $codeId, skip: $skip, take: $take) {
      matching
      comments {
        unitId
        text
      }
    }
  }
`);

export type ShownCodebook = ResultOf<typeof codebookQuery>['codebook'];
export type ShownCode = ShownCodebook['codes'][number];
export type CreatedCodebook = ResultOf<typeof createCodebookMutation>['createCodebook'];
