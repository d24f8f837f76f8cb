/*
 * Mixed load in a process of its own: respondents who save page after page, the public that reads, a lead at work. Requests
 * go out when they are due and not when the last answer has come (`perSecond`), or as fast as answers come (`clients`).
 * A time is taken from the moment at which a request was due, so one that had to wait for a connection counts as slow.
 * Talks to 127.0.0.1 only. Takes one job a message and answers with what it saw, or `{error}`.
 */
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

import { openClient, readAnswer } from './plain-client.mjs';
import { tokenOf } from './tokens.mjs';

/** Of ten requests two save a page, eight read open data. */
const OF_TEN = ['save', 'read', 'read', 'read', 'read', 'save', 'read', 'read', 'read', 'read'];
/** What comes by the clock, however much else there is: a form that is sent, and what a lead looks at. */
const EVERY_MS = { submit: 1000, lead: 250 };
/** Connections to each server. */
const CONNECTIONS = 64;
/** More than this many waiting for a connection: the server does not keep up, and the load ends. */
const MOST_WAITING = 20_000;

const request = (method, path, headers, body = '') =>
  Buffer.from(
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}` +
      `${method === 'POST' ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : ''}\r\n${body}`,
  );
const FORM = 'Accept-Encoding: gzip, br\r\nContent-Type: application/x-www-form-urlencoded;charset=UTF-8\r\n';

/**
 * The requests to the product. Of each: the text, whether an answer is the hoped-for one, and what follows from it. `kind`
 * where it has to be told from others of its sort: what a lead looks at takes very different times, and a mixture of them has
 * neither a middle nor a slowest hundredth that would mean something.
 */
function productRequests({ respondents, forms, page, entry, reads, lead, cookie }) {
  const free = Array.from({ length: respondents }, (_, index) => ({ index, revision: 1, typed: 0 }));
  let sent = 0;
  let read = 0;
  let looked = 0;
  const cookies = `Cookie: ${cookie}\r\n`;
  const readTexts = reads.map((path) => request('GET', path, 'Accept-Encoding: gzip, br\r\n'));
  // Uncompressed: what is compressed as it goes has no length, by which its end is known here.
  const leadTexts = lead.map(({ kind, path, question }) => ({
    kind,
    text:
      question === undefined
        ? request('GET', path, cookies)
        : request(
            'POST',
            '/graphql',
            `Content-Type: application/json\r\n${cookies}`,
            JSON.stringify(question),
          ),
  }));
  return {
    save() {
      const respondent = free.shift();
      if (respondent === undefined) throw new Error('every respondent waits for an answer');
      respondent.typed += 1;
      const fields = {
        ...entry,
        comments: `${entry.comments} ${respondent.typed}`,
        expectedRevision: String(respondent.revision),
        autosave: '1',
      };
      const path = `/respond/${tokenOf(respondent.index)}/${page}`;
      return {
        text: request('POST', path, FORM, new URLSearchParams(fields).toString()),
        good(status, _head, body) {
          const isSaved = status === 200 && body.toString() === `{"revision":${respondent.revision + 1}}`;
          respondent.revision += 1;
          free.push(respondent);
          return isSaved;
        },
      };
    },
    submit() {
      if (sent === forms) throw new Error('more forms were sent than there are links');
      const index = respondents + sent;
      sent += 1;
      const body = `idempotencyKey=bench-key-${index}&expectedRevision=1`;
      return {
        text: request('POST', `/respond/${tokenOf(index)}/submit`, FORM, body),
        good: (status, head) => status === 303 && /\/receipt\r?$/im.test(head),
      };
    },
    read: () => ({
      text: readTexts[(read += 1) % readTexts.length],
      good: (status, _head, body) => status === 200 && body.length > 0,
    }),
    lead: () => ({
      ...leadTexts[(looked += 1) % leadTexts.length],
      good: (status, _head, body) => status === 200 && body.length > 0 && !body.includes('"errors"'),
    }),
  };
}

/** What a bare server does in their place: a row for what is stored, the same bytes, a statement for the lead. */
function bareRequests({ kept, row }) {
  const store = { text: request('POST', '/one', '', row), good: (status) => status === 201 };
  const gets = kept.map((path) => ({ text: request('GET', path, ''), good: (status) => status === 200 }));
  const rows = { text: request('GET', '/rows', ''), good: (status) => status === 200 };
  let read = 0;
  return {
    save: () => store,
    submit: () => store,
    read: () => gets[(read += 1) % gets.length],
    lead: () => rows,
  };
}

class Load {
  started = 0;
  issued = 0;
  timed = { submit: 0, lead: 0 };
  done = 0;
  wrong = [];
  wrongCount = 0;
  isOverrun = false;
  times = { all: createHistogram() };
  lateMs = createHistogram();

  constructor(requests) {
    this.requests = requests;
  }

  /** The next request by the clock, if one is due; each kind once for every so many milliseconds. */
  timedKind(elapsed) {
    for (const [kind, every] of Object.entries(EVERY_MS))
      if (this.timed[kind] < Math.floor(elapsed / every)) {
        this.timed[kind] += 1;
        return kind;
      }
    return undefined;
  }

  nextKind(elapsed) {
    return this.timedKind(elapsed) ?? OF_TEN[this.issued++ % OF_TEN.length];
  }

  async ask(client, kind, due) {
    const { text, good, kind: counted = kind } = this.requests[kind]();
    const answer = await client.ask(text);
    const ns = Math.max(1, Math.round((performance.now() - due) * 1e6));
    (this.times[counted] ??= createHistogram()).record(ns);
    this.times.all.record(ns);
    const { status, head, body } = readAnswer(answer);
    this.done += 1;
    if (good(status, head, body)) return;
    this.wrongCount += 1;
    if (this.wrong.length < 3) this.wrong.push(`${counted}: ${answer.toString('utf8', 0, 300)}`);
  }

  /** As fast as answers come. */
  async closed(clients, ms) {
    this.started = performance.now();
    const lane = async (client) => {
      for (;;) {
        const now = performance.now();
        if (now - this.started >= ms) return;
        await this.ask(client, this.nextKind(now - this.started), now);
      }
    };
    await Promise.all(clients.map(lane));
  }

  /** So many a second, whatever comes back. */
  async open(pools, perSecond, ms) {
    this.started = performance.now();
    const waiting = [];
    let under = 0;
    let turn = 0;
    let failed;
    const begin = (pool, client, { kind, due }) => {
      under += 1;
      this.ask(client, kind, due)
        .then(() => {
          under -= 1;
          const next = waiting.shift();
          if (next === undefined) pool.push(client);
          else begin(pool, client, next);
        })
        .catch((error) => (failed ??= error));
    };
    const send = (kind, due) => {
      // Servers take turns, as behind a balancer; whoever has no connection free is passed over.
      const pool = pools[(turn += 1) % pools.length];
      const open = pool.length > 0 ? pool : pools.find((each) => each.length > 0);
      if (open === undefined) waiting.push({ kind, due });
      // The one that has been free for longest: none is idle for so long that the server ends it.
      else begin(open, open.shift(), { kind, due });
    };
    for (;;) {
      const now = performance.now();
      const elapsed = now - this.started;
      if (failed !== undefined) throw failed;
      if (elapsed >= ms) break;
      for (let kind = this.timedKind(elapsed); kind !== undefined; kind = this.timedKind(elapsed))
        send(kind, now);
      const due = Math.floor((elapsed / 1000) * perSecond);
      // How far this process itself was behind: its own delay is not the server's.
      this.lateMs.record(Math.max(1, Math.round(((due - this.issued) / perSecond) * 1000)));
      while (this.issued < due) send(OF_TEN[this.issued++ % OF_TEN.length], now);
      if (waiting.length > MOST_WAITING) {
        this.isOverrun = true;
        break;
      }
      await wait(1);
    }
    while (under > 0 && failed === undefined) await wait(5);
    if (failed !== undefined) throw failed;
  }

  result(ms) {
    const inMs = (histogram, percentile) => histogram.percentile(percentile) / 1e6;
    const kinds = Object.entries(this.times).filter(([, { count }]) => count > 0);
    return {
      perSecond: (this.done * 1000) / ms,
      done: this.done,
      wrong: this.wrongCount,
      examples: this.wrong,
      isOverrun: this.isOverrun,
      lateP99: this.lateMs.count === 0 ? 0 : this.lateMs.percentile(99),
      times: Object.fromEntries(
        kinds.map(([kind, histogram]) => [
          kind,
          {
            count: histogram.count,
            p50: inMs(histogram, 50),
            p99: inMs(histogram, 99),
            max: histogram.max / 1e6,
          },
        ]),
      ),
    };
  }
}

/** Requests go on where the job before left off: a respondent's next save follows the last one. */
let requests;

async function run({ begin, ports, clients, perSecond, ms }) {
  if (begin !== undefined) {
    requests = begin.kind === 'bare' ? bareRequests(begin) : productRequests(begin);
    return {};
  }
  const load = new Load(requests);
  const count = clients ?? CONNECTIONS;
  const pools = await Promise.all(
    ports.map((port) => Promise.all(Array.from({ length: count }, () => openClient(port)))),
  );
  try {
    if (clients === undefined)
      await load.open(
        pools.map((pool) => [...pool]),
        perSecond,
        ms,
      );
    else await load.closed(pools.flat(), ms);
    return load.result(performance.now() - load.started);
  } finally {
    for (const { close } of pools.flat()) close();
  }
}

process.on('message', (job) => {
  run(job).then(
    (result) => process.send(result),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit(0));
