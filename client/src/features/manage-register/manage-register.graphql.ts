import type { ResultOf, VariablesOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** A service as its form needs it. */
export const editedServiceQuery = graphql(`
  query EditedService($id: ID!) {
    registerService(id: $id) {
      id
      revision
      kind
      name
      provider
      tier
      status
      what
      hours
      referral
      outcomes
      wte
      resources
      conditions
      settings
      complexity
      hospitals {
        odsCode
        hospital
        how
      }
      knownFacts
      fadedFacts
    }
  }
`);

export const serviceHistoryQuery = graphql(`
  query ServiceHistory($id: ID!) {
    serviceHistory(id: $id) {
      revision
      at
      change
      name
      status
      changed
    }
  }
`);

export const checkServiceQuery = graphql(
  `
    query CheckService($id: ID!, $facts: ServiceFactsInput!) {
      checkService(id: $id, facts: $facts) {
        note
        problems {
          ...ProblemParts
        }
        duplications {
          odsCode
          hospital
          otherId
          text
        }
      }
    }
  `,
  [problemParts],
);

/** What became of a change to a service. */
const serviceSaved = graphql(
  `
    fragment ServiceSaved on SaveServiceResult @_unmask {
      __typename
      ... on RegisterService {
        id
        revision
      }
      ... on ServiceRefused {
        problems {
          ...ProblemParts
        }
      }
    }
  `,
  [problemParts],
);

export const saveServiceMutation = graphql(
  `
    mutation SaveService($input: SaveServiceInput!) {
      saveService(input: $input) {
        ...ServiceSaved
      }
    }
  `,
  [serviceSaved],
);

export const confirmServiceMutation = graphql(
  `
    mutation ConfirmService($input: ConfirmServiceInput!) {
      confirmService(input: $input) {
        ...ServiceSaved
      }
    }
  `,
  [serviceSaved],
);

export const closeServiceMutation = graphql(
  `
    mutation CloseService($input: StampServiceInput!) {
      closeService(input: $input) {
        ...ServiceSaved
      }
    }
  `,
  [serviceSaved],
);

export const restoreServiceMutation = graphql(
  `
    mutation RestoreService($id: ID!, $revision: Int!, $expectedRevision: Int!) {
      restoreService(id: $id, revision: $revision, expectedRevision: $expectedRevision) {
        ...ServiceSaved
      }
    }
  `,
  [serviceSaved],
);

/** Hospitals by name or code, for the box that adds one. */
export const hospitalSearchQuery = graphql(`
  query RegisterHospitalSearch($text: String!) {
    search(text: $text, take: 25) {
      kind
      code
      label
    }
  }
`);

export type EditedService = NonNullable<ResultOf<typeof editedServiceQuery>['registerService']>;
export type FactsInput = VariablesOf<typeof saveServiceMutation>['input']['facts'];
export type StampInput = VariablesOf<typeof saveServiceMutation>['input']['stamp'];
export type ServiceChecked = ResultOf<typeof checkServiceQuery>['checkService'];
