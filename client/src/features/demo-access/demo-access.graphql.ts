import { graphql } from '../../lib/graphql.js';

/** Who is looking, and whether this is the demonstration. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      signedIn
      displayName
      permissions
      demo
    }
  }
`);

/** The rounds that collect answers: those a survey lead can look at live. */
export const liveRoundsQuery = graphql(`
  query LiveRounds {
    rounds {
      id
      kind
      state
    }
  }
`);

/** Signs the visitor in as the demonstration's survey lead. */
export const signInToDemo = graphql(`
  mutation SignInToDemo($role: GivenRole!) {
    signInToDemo(role: $role) {
      signedIn
      displayName
      permissions
      demo
    }
  }
`);

/** Opens a live answering link for one synthetic hospital. */
export const openDemoAnswer = graphql(`
  mutation OpenDemoAnswer {
    openDemoAnswer {
      path
      hospitalName
    }
  }
`);
