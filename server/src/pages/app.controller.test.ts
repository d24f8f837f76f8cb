import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it, vi } from 'vitest';

import { DomainError } from '../platform/domain-error.js';
import { type PreparedAnswer, prepareAnswer } from '../publication/prepared-answer.js';
import { AppController } from './app.controller.js';
import type { AppFiles } from './app-files.service.js';

const page = await prepareAnswer('<!doctype html>', {
  contentType: 'text/html; charset=utf-8',
  fileName: '',
  cacheControl: 'public, no-cache',
});

/** Asks for an address where the build made one page and nothing else; gives the policy that the answer carries. */
async function ask(url: string): Promise<string> {
  const find = (path: string): Promise<PreparedAnswer | undefined> =>
    Promise.resolve(path === '/index.html' ? page : undefined);
  const headers = new Map([['content-security-policy', "default-src 'self'; frame-ancestors 'self'"]]);
  const reply = {
    getHeader: (name: string) => headers.get(name),
    removeHeader: (name: string) => headers.delete(name),
    header(name: string, value: string) {
      headers.set(name, value);
      return this;
    },
    status: vi.fn().mockReturnThis(),
    send: vi.fn().mockReturnThis(),
  };
  const request = { url, headers: {} } as unknown as FastifyRequest;
  await new AppController({ find } as AppFiles).page(request, reply as unknown as FastifyReply);
  return headers.get('content-security-policy') ?? '';
}

describe('addresses that no other route answers', () => {
  it.each(['/', '/map?view=list', '/hospitals/RW603', '//', '//hospitals/RW603', '///x'])(
    '%s is a page, which reads the address itself',
    async (url) => {
      expect(await ask(url)).toContain("frame-ancestors 'self'");
    },
  );

  it.each(['/open/v1/nothing', '//open/v1/rounds', '/graphql/x', '/health', '/respond', '/manage/v1/x?y=1'])(
    '%s is for programs, which are told that nothing is there',
    async (url) => {
      await expect(ask(url)).rejects.toThrow(DomainError);
    },
  );

  it('only the embedded map may stand in a page of another site', async () => {
    expect(await ask('/embed/map?round=2017-18')).toContain('frame-ancestors *');
    expect(await ask('/manage/rounds/demo-2026')).not.toContain('frame-ancestors *');
  });
});
