import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type Config, ConfigError } from '../platform/config.js';
import { STATUS_OF } from '../platform/domain-error.js';

/** Texts of the built client's operations by their id, the SHA-256 of the text. */
export type Operations = ReadonlyMap<string, string>;

/** Written by the build of the client (client/scripts/persisted-operations.mjs). */
const FILE = 'operations.json';

/**
 * What the ids of the client stand for. Without a client (`CLIENT_DIR` empty) there are none.
 * @throws ConfigError when only these may be asked and nobody has built them: nothing of the product would work
 */
export function readOperations({ clientDir, graphqlOperations }: Config): Operations {
  if (clientDir === '') return new Map();
  try {
    return new Map(
      Object.entries(JSON.parse(readFileSync(join(clientDir, FILE), 'utf8')) as Record<string, string>),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (graphqlOperations === 'any') return new Map();
    throw new ConfigError(
      'GRAPHQL_OPERATIONS',
      graphqlOperations,
      `${join(clientDir, FILE)} is missing, so build the client first or take any operation`,
      'any',
    );
  }
}

/**
 * Puts the text of a known operation in the place of its id, and refuses every other request where only known ones are
 * taken: then whoever is at the endpoint can ask nothing that our own pages do not ask, and learns nothing of the schema.
 */
export function takeOperations(
  fastify: Pick<FastifyInstance, 'addHook'>,
  operations: Operations,
  { graphqlOperations }: Pick<Config, 'graphqlOperations'>,
): void {
  fastify.addHook('preHandler', (request: FastifyRequest, reply: FastifyReply, done) => {
    if (request.routeOptions.url !== '/graphql' || request.method === 'OPTIONS') {
      done();
      return;
    }
    const id = idOf(request.body);
    const text = id === undefined || request.method !== 'POST' ? undefined : operations.get(id);
    if (text !== undefined) {
      const { variables } = request.body as { variables?: unknown };
      request.body = { query: text, ...(variables !== undefined && { variables }) };
      done();
    } else if (id === undefined && graphqlOperations === 'any') done();
    else refuse(reply, id === undefined ? FREE_QUERY : UNKNOWN_ID);
  });
}

/** The id that a request names; undefined = it names none. */
function idOf(body: unknown): string | undefined {
  const id = (body as { documentId?: unknown } | null | undefined)?.documentId;
  return typeof id === 'string' ? id : undefined;
}

interface Refusal {
  readonly message: string;
  readonly field: string;
  readonly mend: string;
}

const FREE_QUERY: Refusal = {
  message: 'This server carries out the operations of its own pages only.',
  field: 'query',
  mend: 'Take the data from /open/v1, or ask whoever runs this server to set GRAPHQL_OPERATIONS=any.',
};

/** Most often a page that was open while the product was brought up to date. */
const UNKNOWN_ID: Refusal = {
  message: 'This server does not know the operation that the page asked for.',
  field: 'documentId',
  mend: 'Load the page again: it may be older than the server.',
};

/** In the shape of every error of the endpoint, so that clients read it like the others. */
function refuse(reply: FastifyReply, { message, field, mend }: Refusal): void {
  const code = 'UNKNOWN_OPERATION';
  void reply
    .status(STATUS_OF[code])
    .header('content-type', 'application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, field, mend } }] });
}
