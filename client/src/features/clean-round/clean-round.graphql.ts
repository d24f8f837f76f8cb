import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

/** What the visitor may do here. */
export const cleaningPermissionsQuery = graphql(`
  query CleaningPermissions {
    viewer {
      signedIn
      permissions
      demo
    }
  }
`);

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
  query CleaningDecisions($roundId: ID!, $page: Int!) {
    cleaningDecisions(roundId: $roundId, page: $page, perPage: 25) {
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

export const decideFormsMutation = graphql(`
  mutation DecideForms($input: DecideInput!) {
    decideForms(input: $input) {
      __typename
      ... on CleaningDecided {
        decisionIds
      }
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);

export const changeCleaningMutation = graphql(`
  mutation ChangeCleaning($input: CleaningSettingsInput!) {
    changeCleaning(input: $input) {
      __typename
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);

export const freezesQuery = graphql(`
  query Freezes($roundId: ID!) {
    freezes(roundId: $roundId) {
      number
      at
      by
      reason
      sha256
      decisions
      holds
      forms {
        received
        accepted
        merged
        excluded
        withdrawn
        pending
        analysed
      }
    }
  }
`);

export const freezeDifferenceQuery = graphql(`
  query FreezeDifference($roundId: ID!, $from: Int!, $to: Int!) {
    freezeDifference(roundId: $roundId, from: $from, to: $to) {
      formsIn {
        responseId
        hospital
        from
        to
      }
      formsOut {
        responseId
        hospital
        from
        to
      }
      corrected {
        responseId
        hospital
        from
        to
      }
      values {
        odsCode
        hospital
        variable
        from
        to
      }
      figures {
        id
        from
        to
      }
    }
  }
`);

export const freezeRoundMutation = graphql(`
  mutation FreezeRound($roundId: ID!, $reason: String!, $seen: Int!) {
    freezeRound(roundId: $roundId, reason: $reason, seenDecisions: $seen) {
      __typename
      ... on Freeze {
        number
      }
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);

export const reopenRoundMutation = graphql(`
  mutation ReopenRound($roundId: ID!, $reason: String!) {
    reopenRound(roundId: $roundId, reason: $reason) {
      __typename
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);

/** Questions to sites. */
export const siteQueriesQuery = graphql(`
  query SiteQueries($roundId: ID!) {
    siteQueries(roundId: $roundId) {
      id
      odsCode
      hospital
      perspective
      variable
      about
      question
      way
      state
      answer
      askedAt
      askedBy
      answeredAt
    }
  }
`);

export const askSiteMutation = graphql(`
  mutation AskSite($input: AskSiteInput!) {
    askSite(input: $input) {
      __typename
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);

export const recordSiteAnswerMutation = graphql(`
  mutation RecordSiteAnswer($roundId: ID!, $id: ID!, $answer: SiteAnswer!) {
    recordSiteAnswer(roundId: $roundId, id: $id, answer: $answer) {
      __typename
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);

export const closeSiteQueryMutation = graphql(`
  mutation CloseSiteQuery($roundId: ID!, $id: ID!) {
    closeSiteQuery(roundId: $roundId, id: $id) {
      __typename
      ... on CleaningRefused {
        problems {
          code
          field
          message
          mend
        }
      }
    }
  }
`);
