import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';

import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { type Actor, PUBLIC_ACTOR } from './actor.js';
import { Allow, CurrentActor } from './allow.decorator.js';
import type { GraphqlContext } from './request-of.js';
import { SESSION_COOKIE, SESSION_HOURS, SessionService } from './session.service.js';
import { DemoRole, Viewer } from './viewer.model.js';

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
    return this.toViewer(actor);
  }

  @Mutation(() => Viewer, { description: 'Demo mode only: signs in as a made-up person of the role.' })
  @Allow('Public')
  async signInToDemo(
    @Args('role', { type: () => DemoRole }) role: DemoRole,
    @Context() context: GraphqlContext,
  ): Promise<Viewer> {
    if (this.config.mode !== 'demo')
      throw new DomainError(
        'FORBIDDEN',
        'Demo sign-in is off in production.',
        'role',
        'Sign in with your own account.',
      );
    const token = await this.sessions.open(`demo-${role}`, role);
    void context.reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
      maxAge: SESSION_HOURS * 3600,
    });
    return this.toViewer(await this.sessions.actorOf(token));
  }

  @Mutation(() => Viewer, { description: 'Ends the session on the server and in the browser.' })
  @Allow('Public')
  async signOut(@CurrentActor() actor: Actor, @Context() context: GraphqlContext): Promise<Viewer> {
    await this.sessions.revoke(actor);
    void context.reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return this.toViewer(PUBLIC_ACTOR);
  }

  private toViewer(actor: Actor): Viewer {
    return {
      signedIn: actor.sessionId !== '',
      displayName: actor.displayName,
      permissions: [...actor.permissions],
      demo: this.config.mode === 'demo',
    };
  }
}
