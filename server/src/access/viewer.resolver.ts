import type { GivenRole } from '@liaison-atlas/shared/access/permissions';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';

import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { type Actor, PUBLIC_ACTOR } from './actor.js';
import { Allow, CurrentActor } from './allow.decorator.js';
import type { GraphqlContext } from './request-of.js';
import { GivenRoleEnum } from './people/people.model.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { toViewer } from './to-viewer.js';
import { Viewer } from './viewer.model.js';

/** Signing in and out, and who is looking. */
@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => Viewer, { description: 'Who is looking, and what they may do.' })
  @Allow('Public')
  viewer(@CurrentActor() actor: Actor): Viewer {
    return toViewer(actor, this.config);
  }

  @Mutation(() => Viewer, { description: 'Demo mode only: signs in as a made-up person of the role.' })
  @Allow('Public')
  async signInToDemo(
    @Args('role', { type: () => GivenRoleEnum }) role: GivenRole,
    @Context() context: GraphqlContext,
  ): Promise<Viewer> {
    if (this.config.mode !== 'demo')
      throw new DomainError(
        'FORBIDDEN',
        'Demo sign-in is off in production.',
        'role',
        'Sign in with your own account.',
      );
    const token = await this.sessions.openDemo(role);
    setSessionCookie(context, this.config, token);
    return toViewer(await this.sessions.actorOf(token), this.config);
  }

  @Mutation(() => Viewer, { description: 'Ends the session on the server and in the browser.' })
  @Allow('Public')
  async signOut(@CurrentActor() actor: Actor, @Context() context: GraphqlContext): Promise<Viewer> {
    await this.sessions.revoke(actor);
    clearSessionCookie(context, this.config);
    return toViewer(PUBLIC_ACTOR, this.config);
  }
}
