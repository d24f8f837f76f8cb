import { graphql } from '../../lib/graphql.js';

/** Who is looking. */
export const accountViewerQuery = graphql(`
  query AccountViewer {
    viewer {
      signedIn
      displayName
      permissions
      demo
      identityProvider
    }
  }
`);

/** What the viewer may do where, and which rounds there are: for the way to the live round. */
export const ownGrantsQuery = graphql(`
  query OwnGrants {
    myGrants {
      role
      scopeKind
      scopeId
    }
    rounds {
      id
      kind
      state
    }
  }
`);

/** Where the viewer is signed in. */
export const mySessionsQuery = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      expiresAt
      current
    }
  }
`);

export const requestSignInMutation = graphql(`
  mutation RequestSignIn($email: String!) {
    requestSignIn(email: $email) {
      message
      sendsMail
      demoPath
    }
  }
`);

export const confirmSignInMutation = graphql(`
  mutation ConfirmSignIn($token: String!) {
    confirmSignIn(token: $token) {
      signedIn
      displayName
      permissions
      demo
    }
  }
`);

/** Demo mode: signs in as a made-up person of a role. */
export const demoRoleMutation = graphql(`
  mutation TakeDemoRole($role: GivenRole!) {
    signInToDemo(role: $role) {
      signedIn
      displayName
      permissions
      demo
    }
  }
`);

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedIn
      displayName
      permissions
      demo
    }
  }
`);

export const revokeSessionMutation = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) {
      id
      current
    }
  }
`);

/** Everything that is kept about the viewer. */
export const exportOwnDataMutation = graphql(`
  mutation ExportOwnData {
    exportOwnData {
      json
      html
      csv
    }
  }
`);

export const confirmAddressMutation = graphql(`
  mutation ConfirmAddress($token: String!) {
    confirmAddress(token: $token)
  }
`);

export const revokeOtherSessionsMutation = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions {
      id
      current
    }
  }
`);
