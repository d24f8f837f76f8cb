import type { ResultOf } from 'gql.tada';

import { graphql } from '../../lib/graphql.js';
import { registerOutcome } from '../../lib/register-outcome.js';

/** What waits for those who keep the register. */
export const registerInboxQuery = graphql(`
  query RegisterInbox($offset: Int!, $limit: Int!) {
    registerInbox(offset: $offset, limit: $limit) {
      proposals {
        key
        odsCode
        hospital
        fact
        name
        reference
        confirmedOn
      }
      correctionsWaiting
      corrections {
        id
        serviceId
        serviceName
        odsCode
        hospital
        text
        createdAt
        wantsAnswer
      }
    }
  }
`);

/** Services of a hospital, into which a proposal can be taken. */
export const servicesAtQuery = graphql(`
  query ServicesAt($hospital: ID!) {
    registerServices(hospital: $hospital, limit: 100) {
      services {
        id
        revision
        name
      }
    }
  }
`);

export const decideProposalMutation = graphql(
  `
    mutation DecideProposal($input: DecideProposalInput!) {
      decideProposal(input: $input) {
        ...RegisterOutcome
      }
    }
  `,
  [registerOutcome],
);

export const decideCorrectionMutation = graphql(
  `
    mutation DecideCorrection($id: ID!, $verdict: CorrectionVerdict!, $reason: String!) {
      decideCorrection(id: $id, verdict: $verdict, reason: $reason) {
        ...RegisterOutcome
      }
    }
  `,
  [registerOutcome],
);

export const setTeamAddressMutation = graphql(
  `
    mutation SetTeamAddress($serviceId: ID!, $email: String!) {
      setTeamAddress(serviceId: $serviceId, email: $email) {
        ...RegisterOutcome
      }
    }
  `,
  [registerOutcome],
);

export type WaitingProposal = ResultOf<typeof registerInboxQuery>['registerInbox']['proposals'][number];
export type WaitingCorrection = ResultOf<typeof registerInboxQuery>['registerInbox']['corrections'][number];
