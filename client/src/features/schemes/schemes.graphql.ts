import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

export const schemeFragment = graphql(`
  fragment WholeScheme on Scheme @_unmask {
    id
    areaCode
    areaName
    version
    changedAt
    level
    fields {
      key
      value
    }
    members {
      memberId
      name
      level
      isYou
    }
    invitations {
      id
      level
      expiresAt
    }
    versions {
      version
      at
      note
      by
    }
  }
`);

export const mySchemesQuery = graphql(`
  query MySchemes {
    mySchemes {
      id
      areaName
      changedAt
      level
      fields {
        key
        value
      }
    }
  }
`);

export const schemeQuery = graphql(
  `
    query Scheme($id: ID!) {
      scheme(id: $id) {
        ...WholeScheme
      }
    }
  `,
  [schemeFragment],
);

export const schemeVersionQuery = graphql(`
  query SchemeVersion($id: ID!, $version: Int!) {
    schemeVersion(id: $id, version: $version) {
      key
      value
    }
  }
`);

export const createSchemeMutation = graphql(
  `
    mutation CreateScheme($input: CreateSchemeInput!) {
      createScheme(input: $input) {
        __typename
        ... on Scheme {
          id
        }
        ... on SchemeRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const saveSchemeMutation = graphql(
  `
    mutation SaveScheme($input: SaveSchemeInput!) {
      saveScheme(input: $input) {
        __typename
        ... on Scheme {
          ...WholeScheme
        }
        ... on SchemeRefused {
          problems {
            ...ProblemParts
          }
        }
        ... on SchemeClashed {
          clashes {
            key
            label
            mine
            theirs
          }
          stored {
            ...WholeScheme
          }
        }
      }
    }
  `,
  [schemeFragment, problemParts],
);

export const restoreSchemeMutation = graphql(
  `
    mutation RestoreScheme($input: RestoreSchemeInput!) {
      restoreScheme(input: $input) {
        __typename
        ... on Scheme {
          ...WholeScheme
        }
      }
    }
  `,
  [schemeFragment],
);

export const inviteToSchemeMutation = graphql(`
  mutation InviteToScheme($id: ID!, $level: SchemeLevel!) {
    inviteToScheme(id: $id, level: $level)
  }
`);

export const takeBackInvitationMutation = graphql(`
  mutation TakeBackSchemeInvitation($id: ID!, $invitationId: ID!) {
    takeBackSchemeInvitation(id: $id, invitationId: $invitationId) {
      id
    }
  }
`);

export const joinSchemeMutation = graphql(`
  mutation JoinScheme($token: String!) {
    joinScheme(token: $token) {
      id
    }
  }
`);

export const setSchemeLevelMutation = graphql(`
  mutation SetSchemeLevel($input: SetSchemeLevelInput!) {
    setSchemeLevel(input: $input) {
      id
    }
  }
`);

export const leaveSchemeMutation = graphql(`
  mutation LeaveScheme($id: ID!) {
    leaveScheme(id: $id) {
      id
    }
  }
`);

export const deleteSchemeMutation = graphql(`
  mutation DeleteScheme($id: ID!) {
    deleteScheme(id: $id) {
      id
    }
  }
`);

export type ShownScheme = ResultOf<typeof schemeFragment>;
export type ShownClash = Extract<
  ResultOf<typeof saveSchemeMutation>['saveScheme'],
  { __typename: 'SchemeClashed' }
>['clashes'][number];

/** What a scheme says, by key. */
export const contentOf = (scheme: {
  readonly fields: readonly { readonly key: string; readonly value: string }[];
}): Readonly<Record<string, string>> =>
  Object.fromEntries(scheme.fields.map(({ key, value }) => [key, value]));
