import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

/** Answers of a round that were taken by telephone or on paper, and the hospitals that can be chosen. */
export const recordedAnswersQuery = graphql(`
  query RecordedAnswers($roundId: ID!) {
    recordedAnswers(roundId: $roundId) {
      id
      odsCode
      hospitalName
      note
      state
    }
    liveRound(id: $roundId) {
      hospitals {
        odsCode
        name
        forms
      }
    }
  }
`);

export const recordAnswerMutation = graphql(
  `
    mutation RecordAnswer($input: RecordAnswerInput!) {
      recordAnswer(input: $input) {
        __typename
        ... on RecordingPath {
          path
        }
        ... on RecordingRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const reopenMutation = graphql(`
  mutation ReopenRecordedAnswer($id: ID!) {
    reopenRecordedAnswer(id: $id) {
      path
    }
  }
`);

export type ShownRecord = ResultOf<typeof recordedAnswersQuery>['recordedAnswers'][number];
export type HospitalToRecord = ResultOf<typeof recordedAnswersQuery>['liveRound']['hospitals'][number];
