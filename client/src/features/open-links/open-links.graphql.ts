import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** The open links of a round with their yield. */
export const openLinksQuery = graphql(`
  query OpenLinks($roundId: ID!) {
    openLinks(roundId: $roundId) {
      id
      name
      label
      url
      isOn
      createdAt
      opened
      started
      submitted
    }
  }
`);

export const createOpenLinkMutation = graphql(
  `
    mutation CreateOpenLink($input: CreateOpenLinkInput!) {
      createOpenLink(input: $input) {
        __typename
        ... on OpenLink {
          id
          url
        }
        ... on OpenLinkRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const switchOpenLinkMutation = graphql(`
  mutation SwitchOpenLink($id: ID!, $on: Boolean!) {
    switchOpenLink(id: $id, on: $on) {
      id
      isOn
    }
  }
`);

export type ShownOpenLink = ResultOf<typeof openLinksQuery>['openLinks'][number];
