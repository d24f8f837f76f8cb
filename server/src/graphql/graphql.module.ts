import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type Config, CONFIG } from '../platform/config.js';
import { formatError } from './format-error.js';

/** The GraphQL endpoint: code-first, no batching, no landing page, introspection in demo mode only. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        autoSchemaFile: true,
        path: '/graphql',
        graphiql: false,
        introspection: config.mode === 'demo',
        includeStacktraceInErrorResponses: false,
        allowBatchedHttpRequests: false,
        csrfPrevention: true,
        formatError,
        context: (req: FastifyRequest, reply: FastifyReply) => ({ req, reply }),
      }),
    }),
  ],
})
export class GraphqlModule {}
