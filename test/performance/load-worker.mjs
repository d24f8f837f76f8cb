/*
 * Load in a process of its own: keeps a fixed number of connections busy, one request at a time each, until a count
 * or a time is reached. Plain sockets, because Node's HTTP client costs more than the servers it would measure.
 * Talks to 127.0.0.1 only. Takes one job a message and answers with `{perSecond, p99}` or `{error}`.
 */
import { openClient, readAnswer } from './plain-client.mjs';
import { tokenOf } from './tokens.mjs';

const keyOf = (index) => `bench-key-${index}`;

const post = (path, contentType, body, encodings = 'gzip, br') =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: ${encodings}\r\nContent-Type: ${contentType}\r\n` +
  `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const MUTATION = `mutation Submit($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    __typename
    ... on ResponseReceipt { reference submittedAt revision }
    ... on SubmissionRefused { problems { code field } }
  }
}`;

/** Kinds each of whose requests differs: for a link, an area or a question of its own. */
const DISTINCT = new Set(['submit', 'autosave', 'graphql', 'ask', 'rowsOf']);

/** Per kind of job: the text of the n-th request, and whether an answer (status, head, body) is the hoped-for one. */
const KINDS = {
  submit: {
    text: (_job, n) =>
      post(
        `/respond/${tokenOf(n)}/submit`,
        'application/x-www-form-urlencoded',
        `idempotencyKey=${keyOf(n)}&expectedRevision=1`,
      ),
    good: (status, head) => status === 303 && /\/receipt\r?$/im.test(head),
  },
  autosave: {
    text: ({ page, entry }, n) =>
      post(
        `/respond/${tokenOf(n)}/${page}`,
        'application/x-www-form-urlencoded;charset=UTF-8',
        new URLSearchParams({ ...entry, expectedRevision: '1', autosave: '1' }).toString(),
      ),
    good: (status, _head, body) => status === 200 && body.toString() === '{"revision":2}',
  },
  graphql: {
    text: ({ answers }, n) => {
      const input = { token: tokenOf(n), idempotencyKey: keyOf(n), answers };
      return post('/graphql', 'application/json', JSON.stringify({ query: MUTATION, variables: { input } }));
    },
    good: (status, _head, body) => status === 200 && body.includes('"ResponseReceipt"'),
  },
  question: {
    text: ({ query, variables, cookie }) =>
      post(
        '/graphql',
        `application/json\r\nCookie: ${cookie}`,
        JSON.stringify({ query, variables }),
        'identity',
      ),
    good: (status, _head, body, { holds }) =>
      status === 200 && body.includes(holds) && !body.includes('"errors"'),
  },
  ask: {
    text: ({ bodies, cookie }, n) =>
      `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\n` +
      `Content-Length: ${Buffer.byteLength(bodies[n])}\r\n\r\n${bodies[n]}`,
    good: (status, _head, body, { holds }) =>
      status === 200 && body.includes(holds) && !body.includes('"errors"'),
  },
  row: {
    text: ({ path, body }) => post(path, 'application/octet-stream', body),
    good: (status) => status === 201,
  },
  rows: {
    text: () => `GET /rows HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    good: (status, _head, body, { holds }) => status === 200 && body.includes(holds),
  },
  rowsOf: {
    text: ({ of }, n) => `GET /rows?code=${of[n]} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
    good: (status, _head, body, { holds }) => status === 200 && body.includes(holds),
  },
  get: {
    text: ({ path, cookie }) =>
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
    good: (status, _head, body, { bytes }) => status === 200 && body.length === bytes,
  },
};

async function run(job) {
  const { port, clients, from, count, maxMs } = job;
  const kind = KINDS[job.kind];
  const connections = await Promise.all(Array.from({ length: clients }, () => openClient(port)));
  // Made before the clock starts; the same text is reused where requests do not differ.
  const distinct = DISTINCT.has(job.kind);
  const texts = Array.from({ length: distinct ? count : 1 }, (_, index) =>
    Buffer.from(kind.text(job, from + index)),
  );
  let next = 0;
  let done = 0;
  const took = [];
  const started = performance.now();
  const busy = async ({ ask }) => {
    while (next < count && performance.now() - started < maxMs) {
      const asked = performance.now();
      const answer = await ask(texts[distinct ? next++ : (next++, 0)]);
      took.push(performance.now() - asked);
      const { status, head, body } = readAnswer(answer);
      if (!kind.good(status, head, body, job))
        throw new Error(
          `unexpected answer to ${job.kind} ${job.path ?? ''}: ${answer.toString('utf8', 0, 600)}`,
        );
      done += 1;
    }
  };
  try {
    await Promise.all(connections.map(busy));
    const perSecond = (done * 1000) / (performance.now() - started);
    const p99 = took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)];
    return { perSecond, p99 };
  } finally {
    for (const { close } of connections) close();
  }
}

process.on('message', (job) => {
  run(job).then(
    (result) => process.send(result),
    (error) => process.send({ error: String(error?.message ?? error) }),
  );
});
