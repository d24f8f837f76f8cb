import { useMutation } from 'urql';

import { graphql } from '../../lib/graphql.js';
import { registerOutcome } from '../../lib/register-outcome.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ReaderOutcome, ReaderWords } from './reader-form.js';

const sendCorrectionMutation = graphql(
  `
    mutation SendCorrection(
      $serviceId: ID!
      $odsCode: ID!
      $text: String!
      $email: String!
      $website: String!
    ) {
      sendCorrection(
        serviceId: $serviceId
        odsCode: $odsCode
        text: $text
        email: $email
        website: $website
      ) {
        ...RegisterOutcome
      }
    }
  `,
  [registerOutcome],
);

/** A reader's message to those who keep register and library, without an account. '' = of no service, of no hospital. */
export interface Correction extends ReaderWords {
  readonly serviceId: string;
  readonly odsCode: string;
}

/** Sends a message into the queue and says what came of it. */
export function useSendCorrection(): (correction: Correction) => Promise<ReaderOutcome> {
  const [, send] = useMutation(sendCorrectionMutation);
  return async (correction) => {
    const { data, error } = await send(correction);
    if (error) return { problems: [toProblem(error)] };
    return data?.sendCorrection ?? { problems: [] };
  };
}
