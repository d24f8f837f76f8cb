import { graphql } from '../../lib/graphql.js';

/** Whether the viewer may read the outbox, and the rounds that have one. */
export const outboxPlacesQuery = graphql(`
  query OutboxPlaces {
    viewer {
      signedIn
      permissions
    }
    rounds {
      id
      title
      kind
    }
  }
`);

/** The newest messages about a round, or with '' about accounts. */
export const outboxQuery = graphql(`
  query Outbox($roundId: ID!) {
    outbox(roundId: $roundId, take: 100) {
      sends
      counts {
        state
        count
      }
      messages {
        id
        recipient
        subject
        body
        state
        attempts
        reason
        createdAt
        dueAt
        sentAt
      }
    }
  }
`);

export const sendAllInDoubtMutation = graphql(`
  mutation SendAllInDoubt($roundId: ID!, $expected: Int!) {
    sendAllInDoubt(roundId: $roundId, expected: $expected)
  }
`);

export const sendAgainMutation = graphql(`
  mutation SendAgain($id: ID!) {
    sendAgain(id: $id) {
      id
      state
    }
  }
`);
