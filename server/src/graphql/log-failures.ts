import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { logThrown } from '../platform/error.filter.js';

interface Context {
  readonly req?: FastifyRequest;
}

/**
 * Writes down what failed while a request was carried out, as REST does: refusals of ours at info, what nobody expected in
 * full. Variables are not written: they may hold answers, names and tokens.
 */
export const logFailures = (logger: Logger): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, operation, contextValue }) {
        const where = {
          requestId: contextValue.req?.id,
          operation: operation?.operation,
          // As the schema names them: the name that a sender gives an operation may hold anything.
          fields: errors.flatMap(({ path }) => (path === undefined ? [] : [path[0]])),
        };
        for (const error of errors) {
          const original = unwrapResolverError(error);
          // What does not fit the schema never gets as far as a resolver.
          if (original === error)
            logger.info({ ...where, code: 'BAD_INPUT' }, 'a request was not carried out');
          else logThrown(logger, original, where);
        }
        return Promise.resolve();
      },
    }),
});
