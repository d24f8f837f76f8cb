import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { sendPrepared } from '../publication/prepared-answer.js';
import { AppFiles } from './app-files.service.js';
import { isForPrograms } from './for-programs.js';

/** The embedded map is made to stand inside other sites' pages; no other page may. */
function allowFraming(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  void reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'));
  reply.removeHeader('x-frame-options');
}

/** Everything that no other route answers: a file of the built client, or its page, which reads the address itself. */
@Controller()
export class AppController {
  constructor(private readonly files: AppFiles) {}

  @Get('*')
  @Allow('Public')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // Not through `URL`: `//host/path` is an address of its own there, and `//` none at all.
    const [path = '/'] = request.url.split('?');
    const file = await this.files.find(path);
    if (file !== undefined) return sendPrepared(request, reply, file);
    const page = isForPrograms(path) ? undefined : await this.files.find('/index.html');
    if (page === undefined)
      throw new DomainError('NOT_FOUND', 'There is nothing at this address.', '', 'Check the address.');
    if (path.startsWith('/embed/')) allowFraming(reply);
    sendPrepared(request, reply, page);
  }
}
