import { graphql } from '../../lib/graphql.js';

/** What a role can be limited to. */
export const peoplePlacesQuery = graphql(`
  query PeoplePlaces {
    rounds {
      id
      title
    }
    areas(level: region) {
      code
      name
    }
  }
`);

export const peopleQuery = graphql(`
  query People {
    people {
      id
      name
      email
      grants {
        id
        role
        scopeKind
        scopeId
        givenAt
        revokedAt
      }
    }
  }
`);

export const invitePersonMutation = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      id
      name
      email
    }
  }
`);

export const giveGrantMutation = graphql(`
  mutation GiveGrant($personId: ID!, $grant: GrantInput!) {
    giveGrant(personId: $personId, grant: $grant) {
      id
    }
  }
`);

export const revokeGrantMutation = graphql(`
  mutation RevokeGrant($grantId: ID!) {
    revokeGrant(grantId: $grantId) {
      id
    }
  }
`);
