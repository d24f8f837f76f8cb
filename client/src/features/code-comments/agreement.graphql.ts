import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

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

export type PairAgreement = ResultOf<typeof agreementQuery>['codingAgreement']['pairs'][number];
export type Alpha = ResultOf<typeof agreementQuery>['codingAgreement']['alphas'][number];
