import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** Quotations of a round, and the comments that may be quoted. */
export const quotationsQuery = graphql(`
  query Quotations($roundId: ID!) {
    quotations(roundId: $roundId) {
      id
      unitId
      revision
      start
      end
      text
      words
      state
      masks {
        start
        end
        label
      }
    }
    quotableComments(roundId: $roundId) {
      unitId
      question
      text
    }
  }
`);

export const saveQuotationMutation = graphql(`
  mutation SaveQuotation($input: SaveQuotationInput!) {
    saveQuotation(input: $input) {
      id
      revision
      words
      state
    }
  }
`);

export const confirmQuotationMutation = graphql(`
  mutation ConfirmQuotation($id: ID!, $expectedRevision: Int!) {
    confirmQuotation(id: $id, expectedRevision: $expectedRevision) {
      id
      state
    }
  }
`);

export const removeQuotationMutation = graphql(`
  mutation RemoveQuotation($id: ID!) {
    removeQuotation(id: $id)
  }
`);

export type ShownQuotation = ResultOf<typeof quotationsQuery>['quotations'][number];
