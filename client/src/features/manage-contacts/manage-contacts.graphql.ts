import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** Part of the contacts of a round, with its lists. */
export const contactsQuery = graphql(`
  query Contacts(
    $roundId: ID!
    $listId: ID!
    $search: String!
    $only: ContactFilter
    $skip: Int!
    $take: Int!
  ) {
    contacts(roundId: $roundId, listId: $listId, search: $search, only: $only, skip: $skip, take: $take) {
      lists {
        id
        name
        general
        people
        perspective
      }
      contacts {
        id
        name
        email
        job
        hospitals {
          odsCode
          name
        }
        listIds
        legalBasis
        source
        optedOutAt
        bouncedAt
      }
      total
      optedOut
      bounced
    }
  }
`);

export const createContactListMutation = graphql(
  `
    mutation CreateContactList($roundId: ID!, $name: String!, $perspective: Perspective) {
      createContactList(roundId: $roundId, name: $name, perspective: $perspective) {
        __typename
        ... on ContactList {
          id
        }
        ... on ContactRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const saveContactMutation = graphql(
  `
    mutation SaveContact($input: SaveContactInput!) {
      saveContact(input: $input) {
        __typename
        ... on Contact {
          id
          email
        }
        ... on ContactRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const eraseContactMutation = graphql(`
  mutation EraseContact($roundId: ID!, $id: ID!) {
    eraseContact(roundId: $roundId, id: $id)
  }
`);

export const setOptOutMutation = graphql(`
  mutation SetOptOut($roundId: ID!, $id: ID!, $optedOut: Boolean!) {
    setOptOut(roundId: $roundId, id: $id, optedOut: $optedOut) {
      id
      optedOutAt
    }
  }
`);

type Book = ResultOf<typeof contactsQuery>['contacts'];
export type ShownContact = Book['contacts'][number];
export type ShownList = Book['lists'][number];
