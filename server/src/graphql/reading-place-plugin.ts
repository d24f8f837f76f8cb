import type { ApolloServerPlugin } from '@apollo/server';

import { readFromReplica } from '../database/reading-place.js';

/** A query only reads; a mutation reads what it is about to change. */
export const readingPlacePlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation }): Promise<void> {
        readFromReplica(operation?.operation === 'query');
        return Promise.resolve();
      },
    }),
};
