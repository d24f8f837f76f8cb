import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

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

export const askSiteMutation = graphql(
  `
    mutation AskSite($input: AskSiteInput!) {
      askSite(input: $input) {
        __typename
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const recordSiteAnswerMutation = graphql(
  `
    mutation RecordSiteAnswer($roundId: ID!, $id: ID!, $answer: SiteAnswer!) {
      recordSiteAnswer(roundId: $roundId, id: $id, answer: $answer) {
        __typename
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const closeSiteQueryMutation = graphql(
  `
    mutation CloseSiteQuery($roundId: ID!, $id: ID!) {
      closeSiteQuery(roundId: $roundId, id: $id) {
        __typename
        ... on CleaningRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);
