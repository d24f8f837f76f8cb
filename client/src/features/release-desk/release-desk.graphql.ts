import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { problemParts } from '../../lib/problem-parts.js';

export const releaseDeskQuery = graphql(`
  query ReleaseDesk($roundId: ID!) {
    round(id: $roundId) {
      id
      title
      kind
      state
    }
    releaseDesk(roundId: $roundId) {
      roundId
      freezeNumber
      freezeSha256
      signOffsRequired
      signOffs {
        name
        role
        at
        isOwn
      }
      reply {
        number
        freezeNumber
        openedAt
        endsAt
        closedAt
        isRunning
      }
      hospitals {
        odsCode
        hospital
        linked
        openedAt
        said
        saidAt
        refusesScore
        refusesQuotations
      }
      objections {
        id
        odsCode
        hospital
        words
        at
        settledNote
        settledAt
      }
    }
    releases(roundId: $roundId) {
      release {
        number
        kind
        publishedAt
      }
      note
      status {
        replaces
        replacedBy {
          number
        }
        withdrawn {
          at
          why
        }
        doi
        stands
      }
    }
  }
`);
export type ShownDesk = ResultOf<typeof releaseDeskQuery>['releaseDesk'];
export type ShownRelease = ResultOf<typeof releaseDeskQuery>['releases'][number];

export const openRightOfReplyMutation = graphql(
  `
    mutation OpenRightOfReply($roundId: ID!, $days: Int!) {
      change: openRightOfReply(roundId: $roundId, days: $days) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const giveReplyLinkMutation = graphql(
  `
    mutation GiveReplyLink($roundId: ID!, $odsCode: ID!) {
      change: giveReplyLink(roundId: $roundId, odsCode: $odsCode) {
        __typename
        ... on ReplyLink {
          link
        }
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const settleObjectionMutation = graphql(
  `
    mutation SettleObjection($roundId: ID!, $id: ID!, $note: String!) {
      change: settleObjection(roundId: $roundId, id: $id, note: $note) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const signOffReleaseMutation = graphql(
  `
    mutation SignOffRelease($roundId: ID!, $freezeSha256: String!) {
      change: signOffRelease(roundId: $roundId, freezeSha256: $freezeSha256) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const takeSignOffBackMutation = graphql(
  `
    mutation TakeSignOffBack($roundId: ID!, $reason: String!) {
      change: takeSignOffBack(roundId: $roundId, reason: $reason) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const setSignOffsMutation = graphql(
  `
    mutation SetSignOffs($roundId: ID!, $required: Int!) {
      change: setSignOffs(roundId: $roundId, required: $required) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const withdrawReleaseMutation = graphql(
  `
    mutation WithdrawRelease($roundId: ID!, $number: Int!, $reason: String!) {
      change: withdrawRelease(roundId: $roundId, number: $number, reason: $reason) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);

export const setReleaseDoiMutation = graphql(
  `
    mutation SetReleaseDoi($roundId: ID!, $number: Int!, $doi: String!) {
      change: setReleaseDoi(roundId: $roundId, number: $number, doi: $doi) {
        __typename
        ... on DeskRefused {
          problems {
            ...ProblemParts
          }
        }
      }
    }
  `,
  [problemParts],
);
