import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import { type Config, CONFIG } from '../../platform/config.js';
import type { Actor } from '../actor.js';
import { Allow, CurrentActor } from '../allow.decorator.js';
import { ClientAddress } from '../client-address.js';
import { OwnGrant } from '../people/people.model.js';
import type { GraphqlContext } from '../request-of.js';
import { setSessionCookie } from '../session-cookie.js';
import { SessionService } from '../session.service.js';
import { toViewer } from '../to-viewer.js';
import { Viewer } from '../viewer.model.js';
import { SessionModel, SignInRequested } from './sign-in.model.js';
import { LINK_MINUTES, SignInService } from './sign-in.service.js';

/** Without a mail server: on screen in a demonstration, which serves one machine, and in a file otherwise. */
const NO_MAIL = {
  demo: 'This demonstration has no mail server. Only addresses with an account get a link.',
  production: `This installation has no mail server. If this address has an account, its link lies in a file on the server: ask whoever runs it to hand it over. It works for ${LINK_MINUTES} minutes.`,
} as const;

/** Signing in by a link, and the sessions of whoever is signed in. */
@Resolver(() => SessionModel)
export class SignInResolver {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Mutation(() => SignInRequested, { description: 'Asks for a link by mail.' })
  @Allow('Public')
  async requestSignIn(
    @Args('email') email: string,
    @ClientAddress() address: string,
  ): Promise<SignInRequested> {
    const demoPath = await this.signIn.request(email, address);
    const sendsMail = this.config.smtpUrl !== '';
    return {
      message: sendsMail
        ? `If this address has an account, a link is on its way. It works for ${LINK_MINUTES} minutes.`
        : NO_MAIL[this.config.mode],
      sendsMail,
      demoPath,
    };
  }

  @Mutation(() => Viewer, { description: 'Uses a link. Only this signs in; opening the page does not.' })
  @Allow('Public')
  async confirmSignIn(
    @Args('token') token: string,
    @CurrentActor() actor: Actor,
    @Context() context: GraphqlContext,
  ): Promise<Viewer> {
    const opened = await this.signIn.confirm(token, actor);
    setSessionCookie(context, this.config, opened);
    return toViewer(await this.sessions.actorOf(opened), this.config);
  }

  @Query(() => [SessionModel], { description: 'Where the viewer is signed in.' })
  @Allow('OwnAccount')
  async mySessions(@CurrentActor() actor: Actor): Promise<SessionModel[]> {
    const sessions = await this.sessions.list(actor);
    return sessions.map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt,
      expiresAt,
      current: id === actor.sessionId,
    }));
  }

  @Query(() => [OwnGrant], { description: 'What the viewer may do where.' })
  @Allow('OwnAccount')
  myGrants(@CurrentActor() { grants }: Actor): OwnGrant[] {
    return grants.flatMap(({ role, scope }) =>
      role === 'public' ? [] : [{ role, scopeKind: scope.kind, scopeId: scope.id }],
    );
  }

  @Mutation(() => [SessionModel], { description: 'Ends one of the own sessions; gives those that are left.' })
  @Allow('OwnAccount')
  async revokeSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SessionModel[]> {
    await this.sessions.revokeOwn(actor, id);
    return this.mySessions(actor);
  }

  @Mutation(() => [SessionModel], { description: 'Ends every own session but the one that asks.' })
  @Allow('OwnAccount')
  async revokeOtherSessions(@CurrentActor() actor: Actor): Promise<SessionModel[]> {
    await this.sessions.revokeOthers(actor);
    return this.mySessions(actor);
  }
}
