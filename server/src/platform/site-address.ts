import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { type Config, CONFIG } from './config.js';

/** What of a request says under which address it came. */
export type AskedUnder = Pick<FastifyRequest, 'headers'> & {
  readonly socket: { readonly localPort?: number | undefined };
};

/** Names of this machine under which it can be asked although they stand in no setting. */
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** The address of this site, for links and citations in open data. */
@Injectable()
export class SiteAddress {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'isPublicUrlSet'>) {}

  /**
   * PUBLIC_URL where it is set. Else only this machine is served: then the name of it that was asked, so that somebody who
   * came by `localhost` stays there. Any other name in the head of a request is not taken over: whoever asks writes it,
   * and others would be given what is kept.
   */
  of({ headers, socket }: AskedUnder): string {
    const { publicUrl, isPublicUrlSet } = this.config;
    if (isPublicUrlSet) return publicUrl;
    const port = socket.localPort ?? 80;
    const own = OWN_NAMES.find(
      (name) => headers.host === `${name}:${port}` || (port === 80 && headers.host === name),
    );
    return own === undefined ? publicUrl : `http://${headers.host}`;
  }
}
