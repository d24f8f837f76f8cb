import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

export const instrumentsQuery = graphql(`
  query DesignedInstruments {
    instrumentDrafts {
      id
      key
      title
      basedOn
      savedAt
      questionCount
      problemCount
    }
    frozenInstruments {
      key
      version
      title
      status
      changeNote
      contentHash
    }
  }
`);

export const draftQuery = graphql(`
  query DesignedDraft($id: ID!) {
    instrumentDraft(id: $id) {
      id
      key
      title
      basedOn
      revision
      content
      savedAt
    }
  }
`);

/** Content of the frozen versions: what a draft is compared with. */
export const versionContentsQuery = graphql(`
  query VersionContents {
    frozenInstruments {
      key
      version
      content
    }
  }
`);

export const createDraftMutation = graphql(
  `
    mutation CreateDraft($input: CreateInstrumentDraftInput!) {
      createInstrumentDraft(input: $input) {
        __typename
        ... on InstrumentDraft {
          id
        }
        ... on InstrumentRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const saveDraftMutation = graphql(
  `
    mutation SaveDraft($input: SaveInstrumentDraftInput!) {
      saveInstrumentDraft(input: $input) {
        __typename
        ... on InstrumentDraft {
          revision
          savedAt
        }
        ... on StaleInstrumentDraft {
          stored {
            revision
            content
            savedAt
          }
        }
        ... on InstrumentRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const deleteDraftMutation = graphql(
  `
    mutation DeleteDraft($id: ID!, $expectedRevision: Int!) {
      deleteInstrumentDraft(id: $id, expectedRevision: $expectedRevision) {
        __typename
        ... on InstrumentRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const publishMutation = graphql(
  `
    mutation PublishDraft($input: PublishInstrumentInput!) {
      publishInstrument(input: $input) {
        __typename
        ... on InstrumentVersion {
          key
          version
          contentHash
        }
        ... on InstrumentRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const pilotMutation = graphql(
  `
    mutation PilotDraft($id: ID!, $expectedRevision: Int!) {
      pilotInstrument(id: $id, expectedRevision: $expectedRevision) {
        __typename
        ... on InstrumentVersion {
          key
          version
        }
        ... on InstrumentRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const retireMutation = graphql(
  `
    mutation RetireVersion($key: ID!, $version: String!) {
      retireInstrument(key: $key, version: $version) {
        __typename
        ... on InstrumentVersion {
          version
          status
        }
        ... on InstrumentRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);
