import { setTimeout as wait } from 'node:timers/promises';

import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { describe, expect, inject, it } from 'vitest';

import { headOf, verifyPlace } from '../support/audit-chain.js';
import { type BuiltServer, startBuilt } from '../support/built-server.js';
import { chanceOf } from '../support/chance.js';
import { givenForm } from '../support/cleaner.js';
import { colleague, grant } from '../support/colleagues.js';
import { halfRecords } from '../support/crash-checks.js';
import { type Cast, CrashLoad } from '../support/crash-load.js';
import { givenDraft, givenLink, givenRound, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { MovingServer } from '../support/moving-server.js';
import { copyOfTemplate, type Place, startAt } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

/** A short form with every test run; `npm run test:crash -- --runs N --seed S` for the long one. */
const RUNS = Number(process.env['CRASH_RUNS'] ?? (inject('template').engine === 'sqlite' ? 3 : 1));
const SEED = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
/** A kill comes this long after the first acknowledgements, at most, in milliseconds. */
const WITHIN = 2000;
const MINUTE = 60_000;
/** People who type at once: enough that SQLite's threads save their pages and copy the log. */
const TYPISTS = 16;

/** The people of the test and what they work on. */
async function cast(place: Place): Promise<Cast> {
  const server = await startAt(place, { CLIENT_DIR: undefined });
  const roundId = await givenRound(server, '2027');
  // A form whose earlier pages are answered: its page of comments can be saved again and again.
  const { data } = await server.send('mutation { openDemoAnswer { path } }');
  const drafts = [String(data?.['openDemoAnswer'].path).split('/').at(-1) ?? ''];
  const [full] = await storedRows<{ draft: string }>(
    place,
    `SELECT draft FROM response WHERE round_id = 'demo-2026' AND state = 'submitted' AND site_text_raw = ''
     ORDER BY length(draft) DESC, id LIMIT 1`,
  );
  const typists: string[] = [];
  for (let each = 0; each < TYPISTS; each += 1)
    typists.push((await givenDraft(server, JSON.parse(full?.draft ?? '') as Answers)).token);
  const senders = [
    await givenLink(server, { roundId, odsCode: 'R1F01' }),
    await givenLink(server, { roundId, odsCode: 'RTH08' }),
  ];
  const forms = [
    await givenForm(server, roundId, withoutInReach('RVR05')),
    await givenForm(server, roundId, withoutInReach('RXH01')),
  ];
  const lead = await colleague(server, 'lead', grant('survey_lead'));
  await server.stop();
  return {
    drafts,
    typists,
    senders,
    forms: forms.map(({ id }) => id),
    roundId,
    lead,
  };
}

describe('a server that is killed under load', () => {
  it(
    `has all that it acknowledged, nothing by halves, and sends no mail twice: ${RUNS} times from seed ${SEED}`,
    async () => {
      process.stdout.write(`crash: ${RUNS} runs, seed ${SEED}, ${inject('template').engine}\n`);
      const chance = chanceOf(SEED);
      const place: Place = await copyOfTemplate();
      const sink = await MailSink.open({ delay: 20 });
      const load = new MovingServer();
      const people = new CrashLoad(load, await cast(place));
      let server: BuiltServer | undefined;
      let head = '';
      try {
        for (let run = 1; run <= RUNS; run += 1) {
          const when = `run ${run} of seed ${SEED}`;
          const lap = stopwatch();
          server = await startBuilt({ ...place, env: { ...place.env, ...sink.env } });
          load.url = server.url;
          lap('started');
          people.begin();
          while (!people.hasBegun && people.isWell) await wait(2);
          await wait(chance() * WITHIN);
          people.expectsTheEnd();
          await server.kill();
          await people.end();
          lap('killed');
          // Before anything starts again, and so before anything could mend it.
          expect(await halfRecords(place), when).toEqual([]);
          const verdict = await verifyPlace(place, ...(head === '' ? [] : ['--head', head]));
          expect(verdict, `${when}: audit chain`).toMatchObject({ code: 0, wrong: '' });
          head = headOf(verdict);
          await checkKept(place, people, when);
          expect(twice(sink), when).toEqual([]);
          lap('compared');
          // A line each: a command that is stopped has said how many were good.
          process.stdout.write(
            `crash: run ${run} of ${RUNS} good (${lap()}), ${people.acknowledged} acts, head ${head.split(':')[0]}\n`,
          );
        }
        server = await startBuilt({ ...place, env: { ...place.env, ...sink.env } });
        load.url = server.url;
        await checkGoesOn(place, people);
        await expect.poll(() => queued(place), { timeout: 2 * MINUTE, interval: 200 }).toBe(0);
        await server.stop();
        expect(twice(sink)).toEqual([]);
        await checkMails(place, sink);
        expect(await halfRecords(place)).toEqual([]);
        const verdict = await verifyPlace(place, '--head', head);
        expect(verdict, 'audit chain at the end').toMatchObject({ code: 0, wrong: '' });
        process.stdout.write(summary(people, sink, headOf(verdict)));
      } finally {
        await server?.kill();
        await sink.close();
        await place.remove();
      }
    },
    4 * MINUTE + RUNS * MINUTE,
  );

  it('ends in peace when it is asked to, and starts again with nothing lost', async () => {
    const place = await copyOfTemplate();
    let server = await startBuilt(place);
    try {
      const before = await (await fetch(`${server.url}/open/v1/rounds`)).text();
      expect(await server.stop()).toBe('ended as asked');
      server = await startBuilt(place);
      expect(await (await fetch(`${server.url}/open/v1/rounds`)).text()).toBe(before);
    } finally {
      await server.kill();
      await place.remove();
    }
  });
});

/** What was looked at and found good, for whoever comes back after an hour. */
function summary(people: CrashLoad, sink: MailSink, head: string): string {
  const sent = people.senders.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const saved = people.drafts.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  const typed = people.typists.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  return [
    `${RUNS} of ${RUNS} kills on ${inject('template').engine} survived, seed ${SEED}. After each of them, and at the end:`,
    `  everything acknowledged is there: up to try ${sent} of forms sent and try ${saved} of pages saved, ${typed} pages typed on, ${people.decisions.length} cleaning decisions, ${people.mailings.length} mailings`,
    '  nothing by halves: no form without its revisions and its event, no decision without an event, no mailing without its mails, or mails without it',
    `  the audit chain is whole and holds each head seen before: ${head.split(':')[0]} events`,
    `  no mail twice: ${sink.perRecipient.size} recipients; all that counts as sent had arrived`,
    '',
  ]
    .map((line) => (line === '' ? line : `crash: ${line}`))
    .join('\n');
}

/** What the database holds after a kill, against what people were told. */
async function checkKept(place: Place, people: CrashLoad, when: string): Promise<void> {
  const decided = await storedRows<{ id: string }>(place, 'SELECT id FROM cleaning_decision');
  const known = new Set(decided.map(({ id }) => id));
  expect(
    people.decisions.filter((id) => !known.has(id)),
    `${when}: decisions`,
  ).toEqual([]);
  const mailings = new Set(
    (await storedRows<{ id: string }>(place, 'SELECT id FROM mailing')).map(({ id }) => id),
  );
  expect(
    people.mailings.filter((id) => !mailings.has(id)),
    `${when}: mailings`,
  ).toEqual([]);
  const revisions = await storedRows<{ idempotency_key: string; revision: number }>(
    place,
    `SELECT idempotency_key, revision FROM response_revision WHERE idempotency_key LIKE 'crash-%'`,
  );
  for (const { odsCode, tried, acknowledged, revision } of people.senders) {
    const own = revisions.filter(({ idempotency_key: key }) => key.startsWith(`crash-${odsCode}-`));
    // The last try may have been stored without its answer arriving.
    const stored = own.some(({ idempotency_key: key }) => key === `crash-${odsCode}-${tried}`);
    expect(stored || tried > acknowledged, `${when}: what ${odsCode} sent`).toBe(true);
    if (acknowledged > 0)
      expect(own, `${when}: what ${odsCode} sent`).toContainEqual({
        idempotency_key: `crash-${odsCode}-${acknowledged}`,
        revision,
      });
  }
  await checkPages(place, people.drafts, (_draft, number) => `comment ${number}`, when);
  await checkPages(place, people.typists, (typist, number) => people.typed(typist, number), when);
}

/** Each page says what was acknowledged last, or what was on its way. */
async function checkPages<Page extends { readonly tried: number; readonly acknowledged: number }>(
  place: Place,
  pages: readonly Page[],
  wordsOf: (page: Page, number: number) => string,
  when: string,
): Promise<void> {
  const stored = await storedRows<{ draft: string }>(place, 'SELECT draft FROM response');
  for (const page of pages) {
    if (page.acknowledged === 0) continue;
    const said = [page.tried, page.acknowledged].map((number) => wordsOf(page, number));
    const kept = stored.some(({ draft }) => said.some((words) => draft.includes(`"${words}"`)));
    expect(kept, `${when}: ${said.join(' or ')}`).toBe(true);
  }
}

/** Everybody goes on where they were: a form that was under way when the server died is sent once more, and is there once. */
async function checkGoesOn(place: Place, people: CrashLoad): Promise<void> {
  for (const sender of people.senders) {
    await people.retries(sender);
    const own = await storedRows<{ revision: number }>(
      place,
      `SELECT revision FROM response_revision WHERE idempotency_key LIKE 'crash-${sender.odsCode}-%'`,
    );
    expect(own.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(own.map((_, at) => at + 1));
    expect(sender.revision).toBe(own.length);
  }
  for (const { token, tried, acknowledged } of people.drafts)
    expect([`comment ${tried}`, `comment ${acknowledged}`]).toContain(await people.comment(token));
}

/** Seconds of each part of a run, as `started 1.2 s, killed 0.8 s`; nothing is held against them. */
function stopwatch(): (part?: string) => string {
  const parts: string[] = [];
  let last = performance.now();
  return (part) => {
    const now = performance.now();
    if (part !== undefined) parts.push(`${part} ${((now - last) / 1000).toFixed(1)} s`);
    last = now;
    return parts.join(', ');
  };
}

const twice = (sink: MailSink): string[] =>
  [...sink.perRecipient].filter(([, times]) => times > 1).map(([recipient]) => recipient);

const queued = async (place: Place): Promise<number> =>
  (await storedRows(place, `SELECT id FROM outbox_message WHERE state = 'queued'`)).length;

/** Everything that counts as sent was taken by the mail server; what was on its way at a kill is in doubt or leased. */
async function checkMails(place: Place, sink: MailSink): Promise<void> {
  const mails = await storedRows<{ recipient: string; state: string }>(
    place,
    `SELECT recipient, state FROM outbox_message WHERE group_id IS NOT NULL`,
  );
  const unsent = mails.filter(
    ({ state, recipient }) => state === 'sent' && !sink.perRecipient.has(recipient),
  );
  expect(unsent).toEqual([]);
  // What a stop found on its way is given back, and waits for the next start.
  const odd = mails.filter(({ state }) => !/^(sent|sending|in_doubt|queued)$/.test(state));
  expect(odd).toEqual([]);
}
