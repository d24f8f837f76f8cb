import { cacheExchange, Client, fetchExchange } from 'urql';

/** How every question is sent; who sends one in another way adds to this. */
export const FETCH_OPTIONS: RequestInit = {
  credentials: 'same-origin',
  headers: { accept: 'application/json' },
};

/**
 * The one connection to the server: same origin, the session's cookie sent along.
 * Answers are cached by document; a mutation that returns a type drops the cached answers that hold that type.
 */
export const graphqlClient = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: FETCH_OPTIONS,
});
