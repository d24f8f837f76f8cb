import type { ApolloServerPlugin } from '@apollo/server';

import { RETRY_AFTER_S } from '../platform/database-gone.js';

const AWAY = new Set<unknown>(['STORAGE_UNAVAILABLE', 'OUTCOME_UNKNOWN']);

/** Answers that could not be given because the database was away carry the status and header that say when to ask again. */
export const tryAgainLater: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response }): Promise<void> {
        const { body } = response;
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        if (errors.some(({ extensions }) => AWAY.has(extensions?.['code']))) {
          // Nest's own plugin comes last and sets 200 wherever there is `data`, be it null; a monitor that counts 5xx would see
          // nothing of a full disk.
          Object.defineProperty(response.http, 'status', {
            get: () => 503,
            set() {},
            enumerable: true,
          });
          response.http.headers.set('retry-after', String(RETRY_AFTER_S));
        }
        return Promise.resolve();
      },
    }),
};
