import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** Every mailing of a round and how far it is. */
export const mailingsQuery = graphql(`
  query Mailings($roundId: ID!) {
    mailings(roundId: $roundId) {
      id
      kind
      number
      subject
      body
      state
      sendAt
      recipients
      queued
      held
      sending
      sent
      bounced
      failed
      inDoubt
      dropped
    }
  }
`);

/** The lists to choose from, with the number of people on each. */
export const mailingListsQuery = graphql(`
  query MailingLists($roundId: ID!) {
    contacts(roundId: $roundId, take: 1) {
      lists {
        id
        name
        general
        perspective
        people
      }
    }
  }
`);

/** Texts to begin with, on what this round asks and whom. */
export const firstTextsQuery = graphql(`
  query FirstMailTexts($roundId: ID!) {
    firstMailTexts(roundId: $roundId) {
      invitation {
        subject
        body
      }
      reminder {
        subject
        body
      }
      thanks {
        subject
        body
      }
    }
  }
`);

/** Who would get a mailing now. */
export const mailingPreviewQuery = graphql(
  `
    query MailingPreview($input: MailingDraftInput!) {
      mailingPreview(input: $input) {
        __typename
        ... on MailingPreview {
          audienceHash
          mails
          people
          hospitals
          recipients {
            name
            email
            hospital
          }
          leftOutCount
          reasons {
            reason
            count
          }
          leftOut {
            name
            email
            hospital
            reason
          }
          example {
            to
            subject
            body
          }
        }
        ... on MailingRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const sendMailingMutation = graphql(
  `
    mutation SendMailing($input: SendMailingInput!) {
      sendMailing(input: $input) {
        __typename
        ... on Mailing {
          id
          recipients
        }
        ... on MailingRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const controlMailingMutation = graphql(`
  mutation ControlMailing($id: ID!, $act: MailingAct!) {
    controlMailing(id: $id, act: $act) {
      id
      state
    }
  }
`);

export const setThanksMutation = graphql(
  `
    mutation SetThanks($roundId: ID!, $on: Boolean!, $subject: String!, $body: String!) {
      setThanks(roundId: $roundId, on: $on, subject: $subject, body: $body) {
        __typename
        ... on Mailing {
          id
          state
        }
        ... on MailingRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export type ShownMailing = ResultOf<typeof mailingsQuery>['mailings'][number];
export type ShownPreview = Extract<
  ResultOf<typeof mailingPreviewQuery>['mailingPreview'],
  { __typename: 'MailingPreview' }
>;
export type FirstTexts = ResultOf<typeof firstTextsQuery>['firstMailTexts'];
