import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

const reportFields = graphql(`
  fragment ReportFields on Report @_unmask {
    roundId
    roundTitle
    roundKind
    version
    title
    released
    blocks {
      id
      kind
      level
      text
      subject
      notFigures {
        text
        reason
      }
      quotations
    }
    quotations {
      id
      words
      odsCode
      hospital
      themes
      clearedAt
      clearedBy
    }
    cherries {
      id
      heading
      answer
      written
      notFigures {
        text
        reason
      }
    }
    figures {
      id
      group
      words
      format
      value
      denominator
      instead
      interval
      bounds
      source
    }
    indicators
    versions {
      version
      at
      note
    }
  }
`);

/** The report of a round with all that its editor needs. */
export const reportQuery = graphql(
  `
    query Report($roundId: ID!) {
      report(roundId: $roundId) {
        ...ReportFields
      }
      round(id: $roundId) {
        latestRelease {
          number
        }
      }
    }
  `,
  [reportFields],
);

export const saveReportMutation = graphql(
  `
    mutation SaveReport($input: SaveReportInput!) {
      saveReport(input: $input) {
        __typename
        ... on Report {
          ...ReportFields
        }
        ... on ReportRefused {
          problems {
            ...ProblemParts
          }
        }
        ... on ReportConflict {
          conflicts
          stored {
            ...ReportFields
          }
        }
      }
    }
  `,
  [reportFields, problemParts],
);

export const restoreReportMutation = graphql(
  `
    mutation RestoreReport($input: RestoreReportInput!) {
      restoreReport(input: $input) {
        __typename
        ... on Report {
          ...ReportFields
        }
        ... on ReportRefused {
          problems {
            ...ProblemParts
          }
        }
        ... on ReportConflict {
          conflicts
          stored {
            ...ReportFields
          }
        }
      }
    }
  `,
  [reportFields, problemParts],
);

export type ShownReport = ResultOf<typeof reportFields>;
