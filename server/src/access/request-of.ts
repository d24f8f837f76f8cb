import type { ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from './actor.js';

/** A request after the session hook: it always has an actor. */
export type ActorRequest = FastifyRequest & { actor: Actor };

/** What GraphQL resolvers share for one request. */
export interface GraphqlContext {
  readonly req: ActorRequest;
  readonly reply: FastifyReply;
}

/** The request behind a call. GraphQL keeps it in its own context; a plain route does not. */
export const requestOf = (context: ExecutionContext): ActorRequest =>
  context.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<GraphqlContext>().req
    : context.switchToHttp().getRequest<ActorRequest>();
