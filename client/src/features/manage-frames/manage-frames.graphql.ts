import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** Every frame, for the list. */
export const framesQuery = graphql(`
  query SamplingFrames {
    samplingFrames {
      id
      title
      status
      asOf
      hash
      listedSize
      declaredSize
      frozenAt
      changedAt
      counts {
        eligible
        ineligible
        unknown
        undecided
      }
    }
  }
`);

/** One frame with its hospitals. */
export const frameQuery = graphql(`
  query SamplingFrame($id: ID!) {
    samplingFrame(id: $id) {
      id
      title
      definition
      source
      status
      asOf
      hash
      listedSize
      declaredSize
      copiedFrom
      changedAt
      frozenAt
      counts {
        eligible
        ineligible
        unknown
        undecided
      }
      units {
        siteId
        odsCode
        name
        postcode
        town
        trustCode
        trust
        trustType
        regionCode
        region
        sizeBand
        siteType
        edType
        openedOn
        closedOn
        mergedInto
        eligibility
        why
        isDecided
        decidedAt
        ruleEligibility
        ruleReasons
        aliases {
          id
          text
          source
          byHand
        }
      }
    }
  }
`);

/** What differs between two frames. */
export const frameDifferenceQuery = graphql(`
  query FrameDifference($fromId: ID!, $toId: ID!) {
    frameDifference(fromId: $fromId, toId: $toId) {
      from {
        id
        title
        asOf
      }
      to {
        id
        title
        asOf
      }
      unchanged
      counts {
        kind
        count
      }
      changed {
        siteId
        odsCode
        name
        kinds
        changes {
          field
          from
          to
        }
      }
    }
  }
`);

export const createFrameMutation = graphql(
  `
    mutation CreateFrame($input: CreateFrameInput!) {
      createFrame(input: $input) {
        __typename
        ... on SamplingFrame {
          id
        }
        ... on FrameRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const setEligibilityMutation = graphql(
  `
    mutation SetEligibility($input: SetEligibilityInput!) {
      setEligibility(input: $input) {
        __typename
        ... on SamplingFrame {
          id
        }
        ... on FrameRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const addFrameUnitMutation = graphql(
  `
    mutation AddFrameUnit($input: AddFrameUnitInput!) {
      addFrameUnit(input: $input) {
        __typename
        ... on SamplingFrame {
          id
        }
        ... on FrameRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const freezeFrameMutation = graphql(
  `
    mutation FreezeFrame($frameId: ID!) {
      freezeFrame(frameId: $frameId) {
        __typename
        ... on SamplingFrame {
          id
          hash
          listedSize
        }
        ... on FrameRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const addSiteAliasMutation = graphql(
  `
    mutation AddSiteAlias($input: AddSiteAliasInput!) {
      addSiteAlias(input: $input) {
        __typename
        ... on FrameRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const removeSiteAliasMutation = graphql(
  `
    mutation RemoveSiteAlias($id: ID!) {
      removeSiteAlias(id: $id) {
        __typename
        ... on FrameRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export type ListedSamplingFrame = ResultOf<typeof framesQuery>['samplingFrames'][number];
export type ShownFrame = NonNullable<ResultOf<typeof frameQuery>['samplingFrame']>;
export type ShownUnit = ShownFrame['units'][number];
