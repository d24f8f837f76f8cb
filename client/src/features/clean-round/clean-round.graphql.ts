import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** How far the cleaning of a round is. */
export const cleaningQuery = graphql(`
  query Cleaning($roundId: ID!) {
    cleaning(roundId: $roundId) {
      roundId
      title
      roundKind
      mode
      secondReader
      decisions
      frozenAs
      forms {
        received
        accepted
        merged
        excluded
        withdrawn
        pending
        partial
        analysed
      }
      excludedByReason {
        reason
        count
      }
      tasks {
        kind
        count
      }
      checks {
        id
        title
        meaning
        unit
        on
        threshold
      }
    }
  }
`);
export type ShownCleaning = ResultOf<typeof cleaningQuery>['cleaning'];

/** One page of what waits. */
export const cleaningQueueQuery = graphql(`
  query CleaningQueue($roundId: ID!, $kind: TaskKind, $text: String!, $page: Int!, $perPage: Int!) {
    cleaningQueue(roundId: $roundId, kind: $kind, text: $text, page: $page, perPage: $perPage) {
      total
      tasks {
        id
        kind
        responseIds
        marks
        odsCode
        hospital
        perspective
        variable
        about
        aboutId
        answer
        objection
        since
        asked
      }
    }
  }
`);
export type ShownTask = ResultOf<typeof cleaningQueueQuery>['cleaningQueue']['tasks'][number];

/** The forms of a task. */
export const cleaningFormsQuery = graphql(`
  query CleaningForms($roundId: ID!, $ids: [ID!]!) {
    cleaningForms(roundId: $roundId, ids: $ids) {
      id
      reference
      revision
      mark
      odsCode
      hospital
      siteTextRaw
      perspective
      submittedAt
      outcome
      rule
      reason
      note
      leads
      answers {
        variable
        question
        text
      }
      comments {
        variable
        question
        state
        original
        shown
        parts {
          sign
          from
          to
        }
      }
      proposals {
        odsCode
        name
        similarity
      }
    }
  }
`);
export type ShownForm = ResultOf<typeof cleaningFormsQuery>['cleaningForms'][number];

/** Decisions, the latest first. */
export const cleaningDecisionsQuery = graphql(`
  query CleaningDecisions($roundId: ID!, $page: Int!, $perPage: Int!) {
    cleaningDecisions(roundId: $roundId, page: $page, perPage: $perPage) {
      total
      decisions {
        id
        number
        kind
        state
        responseId
        hospital
        variable
        rule
        reason
        note
        value
        by
        at
        needsSecond
        secondReader
        canBeTakenBack
      }
    }
  }
`);
export type ShownDecision = ResultOf<typeof cleaningDecisionsQuery>['cleaningDecisions']['decisions'][number];

export const decideFormsMutation = graphql(
  `
    mutation DecideForms($input: DecideInput!) {
      decideForms(input: $input) {
        __typename
        ... on CleaningDecided {
          decisionIds
        }
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const changeCleaningMutation = graphql(
  `
    mutation ChangeCleaning($input: CleaningSettingsInput!) {
      changeCleaning(input: $input) {
        __typename
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

/** How far a large round is worked out after a start; null = it is there. */
export const cleaningProgressQuery = graphql(`
  query CleaningProgress($roundId: ID!) {
    cleaningProgress(roundId: $roundId) {
      phase
      done
      total
    }
  }
`);
