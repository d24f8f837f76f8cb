import fc from 'fast-check';
import { Agent, type IncomingHttpHeaders, request as send } from 'node:http';

import { hostileArgument, hostileJson, hostileText, INJECTED } from './hostile-values.js';
import type { Schema } from './schema-walk.js';

/** A request that somebody with bad intent might send. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back. */
export interface Came {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const METHODS = ['GET', 'GET', 'GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Half letters made whole ones, as a browser would. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Characters that may stand in the first line of a request; the rest is sent as bytes in percent notation. */
const sendable = (path: string): string =>
  wellFormed(path).replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter));

/** A part of a path as a careful client writes it, or as it comes. */
const pathPart: fc.Arbitrary<string> = fc
  .tuple(hostileText, fc.boolean())
  .map(([text, careful]) => (careful ? encodeURIComponent(wellFormed(text)) : sendable(text)).slice(0, 4000));

const query: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'round',
          'bbox',
          'limit',
          'offset',
          'from',
          'view',
          'sel',
          'q',
          '__proto__',
          'level',
          '_count',
        ),
        hostileText,
      ),
      hostileText,
    ),
    { maxLength: 3 },
  )
  .map((pairs) => {
    const text = pairs
      .map((pair) => pair.map((each) => encodeURIComponent(wellFormed(each))).join('='))
      .join('&');
    return text === '' ? '' : `?${text.slice(0, 6000)}`;
  });

/** Values of headers: only what may stand in one, or the request would not leave this machine. */
const headerValue = hostileText.map((text) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 2000));
const someHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    'accept',
    'accept-language',
    'accept-encoding',
    'authorization',
    'cookie',
    'host',
    'if-none-match',
    'if-modified-since',
    'origin',
    'range',
    'referer',
    'traceparent',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-request-id',
    'idempotency-key',
    'apollo-require-preflight',
  ),
  headerValue,
  { maxKeys: 3 },
);

const form: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('comments', 'role', 'integration', 'expectedRevision', 'odsCode', 'email'),
        hostileText,
      ),
      hostileText,
    ),
    { maxLength: 6 },
  )
  .map((pairs) => new URLSearchParams(pairs.map((pair) => pair.map((each) => wellFormed(each)))).toString());

const body: fc.Arbitrary<{ readonly type: string; readonly text: string }> = fc.oneof(
  form.map((text) => ({ type: 'application/x-www-form-urlencoded', text })),
  hostileJson.map((value) => ({ type: 'application/json', text: JSON.stringify(value) })),
  hostileText.map((text) => ({ type: 'application/json', text })),
  hostileText.map((text) => ({ type: 'text/csv', text })),
  hostileText.map((text) => ({ type: 'multipart/form-data; boundary=x', text: `--x\r\n${text}\r\n--x--` })),
  fc.tuple(headerValue, hostileText).map(([type, text]) => ({ type, text })),
);

/**
 * Requests to declared addresses (`GET /open/v1/rounds/:round`) with hostile parts, parameters, headers, bodies and methods.
 *
 * @param known values that exist for a place in an address, such as a token; tried as often as hostile ones
 */
export const hostileAddress = (
  routes: readonly string[],
  known: readonly string[],
): fc.Arbitrary<HostileRequest> =>
  fc
    .record({
      route: fc.constantFrom(...routes),
      other: fc.option(fc.constantFrom(...METHODS), { freq: 4 }),
      parts: fc.array(fc.oneof(fc.constantFrom(...known), pathPart), { minLength: 3, maxLength: 3 }),
      query,
      headers: someHeaders,
      body,
    })
    .map(({ route, other, parts, query: asked, headers, body: sent }) => {
      const [declared = 'GET', pattern = '/'] = route.split(' ');
      let at = 0;
      const path = pattern.replace(/:\w+|\*$/g, () => parts[at++] ?? '');
      const method = declared === 'ALL' ? 'GET' : (other ?? declared);
      const withBody = method !== 'GET' && method !== 'HEAD';
      return {
        method,
        path: `${path.startsWith('/') ? '' : '/'}${path}${asked}`,
        headers: withBody ? { ...headers, 'content-type': sent.type } : headers,
        body: withBody ? sent.text : '',
      };
    });

/** Calls of every GraphQL operation with hostile arguments, and bodies that are no calls at all. */
export function hostileCall(schema: Schema, leftOut: readonly string[]): fc.Arbitrary<HostileRequest> {
  const toRequest = (text: string): HostileRequest => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: text,
  });
  const calls = (['query', 'mutation'] as const).flatMap((kind) =>
    schema
      .operations(kind === 'query' ? 'Query' : 'Mutation')
      .filter(({ name }) => !leftOut.includes(name))
      .map((field) => {
        const text = schema.callWithVariables(kind, field);
        const variables = fc.record(
          Object.fromEntries(field.args.map(({ name, type }) => [name, hostileArgument(schema, type)])),
          { requiredKeys: field.args.filter(({ type }) => type.kind === 'NON_NULL').map(({ name }) => name) },
        );
        return variables.map((given) => toRequest(JSON.stringify({ query: text, variables: given })));
      }),
  );
  return fc.oneof(
    { weight: 20, arbitrary: fc.oneof(...calls) },
    { weight: 1, arbitrary: hostileJson.map((value) => toRequest(JSON.stringify(value))) },
    { weight: 1, arbitrary: hostileText.map((text) => toRequest(JSON.stringify({ query: text }))) },
    {
      weight: 1,
      arbitrary: hostileText.map((text) =>
        toRequest(JSON.stringify({ query: '{ viewer { signedIn } }', variables: text })),
      ),
    },
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request as it is and reads the whole answer. An answer that does not end within a minute is a failure. */
export const sendHostile = (url: string, hostile: HostileRequest, cookie = ''): Promise<Came> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const { method, path, headers, body: text } = hostile;
    const bytes = Buffer.from(text);
    const asked = send(
      {
        agent,
        hostname,
        port,
        method,
        path: sendable(path),
        headers: {
          ...headers,
          ...(cookie !== '' && { cookie }),
          ...(bytes.length > 0 && { 'content-length': String(bytes.length) }),
        },
        timeout: 60_000,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer in a minute')));
    asked.on('error', reject);
    asked.end(bytes);
  });

/** What is wrong with an answer to a hostile request; [] = nothing. Refusing is right, failing is not. */
export function faultsOf({ status, headers, body: text }: Came, markup: string): string[] {
  const isPage = String(headers['content-type'] ?? '').startsWith('text/html');
  return [
    status >= 500 && `status ${status}`,
    /"code":"INTERNAL"/.test(text) && 'an internal error',
    /node_modules|\bat [\w.<>]+ \(?(file|node|\/).*:\d+:\d+|SQLITE_[A-Z]+|QueryFailedError|syntax error at or near/.test(
      text,
    ) && 'tells of its inside',
    isPage && text.includes(markup) && 'markup of the request stands in the page',
    text.includes('root:x:0') && 'gives a file of the machine',
    headers[INJECTED] !== undefined && 'a header of the request stands in the answer',
    status === 200 && isPage && headers['content-security-policy'] === undefined && 'a page without a policy',
    headers['x-content-type-options'] !== 'nosniff' && status !== 400 && 'the browser may guess the type',
  ].filter((fault) => fault !== false);
}
