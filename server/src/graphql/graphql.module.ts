import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { type Config, CONFIG } from '../platform/config.js';
import { LOGGER } from '../platform/logger.js';
import { formatError } from './format-error.js';
import { logFailures } from './log-failures.js';
import { neverKept } from './never-kept.js';
import { queryLimits } from './query-limits.js';
import { readingPlacePlugin } from './reading-place-plugin.js';
import { tryAgainLater } from './try-again-later.js';

/**
 * Longest query, in tokens: ten times the longest of our own pages. Without an end to it one small request could ask
 * for the hospitals of a release thousands of times under other names.
 */
const MOST_TOKENS = 1500;

/** The GraphQL endpoint: code-first, no batching, no landing page, introspection in demo mode only. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [CONFIG, LOGGER],
      useFactory: (config: Config, logger: Logger) => ({
        autoSchemaFile: true,
        path: '/graphql',
        graphiql: false,
        introspection: config.mode === 'demo',
        includeStacktraceInErrorResponses: false,
        allowBatchedHttpRequests: false,
        // Ids come from the build of the client (persisted-operations.ts); nobody registers any from outside.
        persistedQueries: false,
        csrfPrevention: true,
        parseOptions: { maxTokens: MOST_TOKENS },
        validationRules: [queryLimits],
        formatError,
        plugins: [
          neverKept,
          ApolloServerPluginCacheControlDisabled(),
          logFailures(logger),
          tryAgainLater,
          readingPlacePlugin,
        ],
        context: (req: FastifyRequest, reply: FastifyReply) => ({ req, reply }),
      }),
    }),
  ],
})
export class GraphqlModule {}
