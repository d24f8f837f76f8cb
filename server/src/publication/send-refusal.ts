import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { toOperationOutcome } from '@liaison-atlas/shared/publication/fhir/operation-outcome';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { headersFor } from '../platform/error.filter.js';

/** Whether an address belongs to the FHIR endpoint, whose clients read refusals in a shape of their own. */
export const isFhir = (url: string): boolean => /^\/fhir(?=[/?]|$)/.test(url);

/** Sends a refusal: an OperationOutcome to FHIR clients, `{code, field, message, mend}` to everybody else. */
export function sendRefusal(
  request: Pick<FastifyRequest, 'url'>,
  reply: FastifyReply,
  status: number,
  problem: Problem,
): void {
  const fhir = isFhir(request.url);
  void reply
    .status(status)
    .headers(headersFor(status))
    .header('content-type', `application/${fhir ? 'fhir+json' : 'json'}; charset=utf-8`)
    .send(fhir ? toOperationOutcome(problem) : problem);
}
