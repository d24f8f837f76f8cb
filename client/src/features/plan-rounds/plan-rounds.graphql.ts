import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** All that is planned of a round. */
export const planFields = graphql(
  `
    fragment PlanFields on RoundPlan @_unmask {
      id
      revision
      kind
      state
      basedOn
      title
      instrumentKey
      instrumentVersion
      frameId
      opensAt
      closesAt
      correctionsUntil
      perspectives
      purpose
      approval
      legalBasis
      legalBasisWhy
      furtherWords
      unitOfAnalysis
      nameFacts
      nameDontKnow
      nameSilence
      takesAnswers
      takesCorrections
      sentForms
      unsentForms
      locked
      noteWords
      retention
      steps {
        to
        button
        consequences
        problems {
          ...ProblemParts
        }
      }
    }
  `,
  [problemParts],
);

/** Every round that the visitor may plan. */
export const roundPlansQuery = graphql(
  `
    query RoundPlans {
      roundPlans {
        ...PlanFields
      }
    }
  `,
  [planFields],
);

export const roundPlanQuery = graphql(
  `
    query RoundPlan($id: ID!) {
      roundPlan(id: $id) {
        ...PlanFields
      }
    }
  `,
  [planFields],
);

/** Questionnaires and frames that a plan can name. */
export const planChoicesQuery = graphql(`
  query PlanChoices {
    roundPlanChoices {
      synthetic
      mayCreate
      instruments {
        key
        version
        title
        status
      }
      frames {
        id
        title
        asOf
        status
      }
    }
  }
`);

export const createRoundMutation = graphql(
  `
    mutation CreateRound($input: CreateRoundInput!) {
      createRound(input: $input) {
        __typename
        ... on RoundPlan {
          id
        }
        ... on RoundPlanRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const saveRoundPlanMutation = graphql(
  `
    mutation SaveRoundPlan($input: SaveRoundPlanInput!) {
      saveRoundPlan(input: $input) {
        __typename
        ... on RoundPlan {
          ...PlanFields
        }
        ... on StaleRoundPlan {
          stored {
            ...PlanFields
          }
          differences {
            field
            stored
            sent
          }
        }
        ... on RoundPlanRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [planFields, problemParts],
);

export const takeRoundStepMutation = graphql(
  `
    mutation TakeRoundStep($input: TakeRoundStepInput!) {
      takeRoundStep(input: $input) {
        __typename
        ... on RoundPlan {
          ...PlanFields
        }
        ... on StaleRoundPlan {
          stored {
            ...PlanFields
          }
        }
        ... on RoundPlanRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [planFields, problemParts],
);

export type ShownPlan = ResultOf<typeof planFields>;
export type ShownStep = ShownPlan['steps'][number];
export type PlanChoices = ResultOf<typeof planChoicesQuery>['roundPlanChoices'];
