import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';

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
            code
            field
            message
            mend
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
  [reportFields],
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
            code
            field
            message
            mend
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
  [reportFields],
);

export type ShownReport = ResultOf<typeof reportFields>;
