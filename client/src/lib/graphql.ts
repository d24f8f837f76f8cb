import { initGraphQLTada } from 'gql.tada';

import type { introspection } from './graphql-env.js';

/** Writes a GraphQL document whose result and variables are typed from `shared/schema.graphql`. */
export const graphql = initGraphQLTada<{ introspection: introspection; disableMasking: true }>();
