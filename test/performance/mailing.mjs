import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { startMailSink, startProduct } from './processes.mjs';
import { copyStore } from './store.mjs';

const ROUND = 'demo-2026';
const FROM = 'survey@atlas.example';
const LIMIT_MS = 120_000;
/** As many as the product opens. */
const CONNECTIONS = 5;
const TEXT = `Dear colleague,\n\n${'we ask every liaison team how it works with its neighbours. '.repeat(12)}`;
/** The bare client's mails are as long as those of the product: within this share. */
const SAME_BYTES = 0.02;

/** Queues a mailing by one request and sends it through a real mail server, beside a bare client of the same library. */
export async function measureMailing({ folder, template, settings, say, report }) {
  const { mails } = settings;
  const sink = await startMailSink();
  try {
    say(`${mails} mails by a bare client`);
    const before = await sendBare(sink, mails);
    const dataDir = copyStore(template, join(folder, 'mailing'));
    const product = await startProduct(dataDir, { env: { SMTP_URL: sink.url, MAIL_FROM: FROM } });
    try {
      const lead = await signIn(product.url);
      await invite(lead, mails, say);
      await sink.forget();
      const hash = (await lead.preview()).audienceHash;
      const started = performance.now();
      const { recipients } = await lead.send(hash);
      const value = (performance.now() - started) / 1000;
      if (recipients !== mails) throw new Error(`${recipients} mails were queued, not ${mails}`);
      say(`queued in ${value.toFixed(1)} s`);
      const own = await allTaken(sink, mails);
      const after = await sendBare(sink, mails);
      requireSameBytes(own, before, after);
      const { perSecond } = own;
      const barePerSecond = (before.perSecond + after.perSecond) / 2;
      report('mail-10k', {
        value,
        reference: 60,
        ratio: perSecond / barePerSecond,
        perSecond,
        barePerSecond,
        bytes: own.bytes,
      });
    } finally {
      await product.stop();
    }
  } finally {
    await sink.stop();
  }
}

/** The same mails as nodemailer alone sends them. */
async function sendBare(sink, count) {
  const { default: nodemailer } = await import('nodemailer');
  const transport = nodemailer.createTransport({
    url: sink.url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
  });
  await sink.forget();
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await transport.sendMail(bareMail(next));
    }
  };
  // Twice as many as connections, so that none of them ever waits for the next mail.
  await Promise.all(Array.from({ length: 2 * CONNECTIONS }, lane));
  transport.close();
  return allTaken(sink, count);
}

const SYNTHETIC =
  'SYNTHETIC: this round is a demonstration with invented data. Nothing in it is about a real hospital.';

/** A mail with the headers and the text of the product's. */
function bareMail(at) {
  const token = '0123456789012345678901';
  const page = (name) => `http://127.0.0.1:45678/${name}/${token}`;
  return {
    from: { name: 'Liaison Atlas', address: FROM },
    to: { name: '', address: `team-${at}@example.org` },
    messageId: `<${randomUUID()}@${FROM.split('@')[1]}>`,
    subject: 'SYNTHETIC: An invitation',
    text: `${SYNTHETIC}\n\n${TEXT} ${page('respond')} ${page('opt-out')}`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${page('opt-out')}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function requireSameBytes(own, ...bare) {
  for (const { bytes } of bare)
    if (Math.abs(bytes / own.bytes - 1) > SAME_BYTES)
      throw new Error(`the mails differ: ${own.bytes} bytes each, ${bytes} from the bare client`);
}

/** Waits for the last one. @returns mails a second, from the first to the last, and the bytes of one */
async function allTaken(sink, count) {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const { taken, bytes, ms } = await sink.taken();
    if (taken >= count) return { perSecond: ((count - 1) / ms) * 1000, bytes: bytes / taken };
    if (performance.now() > end) throw new Error(`the mail server got ${taken} of ${count} mails`);
    await wait(50);
  }
}

/** The demo's survey lead. */
async function signIn(url) {
  const post = (query, variables, cookie = '') =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
  const entered = await post('mutation { signInToDemo(role: survey_lead) { signedIn } }', {});
  const [cookie] = (entered.headers.get('set-cookie') ?? '').split(';');
  const ask = async (query, variables) => {
    const { data, errors } = await (await post(query, variables, cookie)).json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const draft = {
    roundId: ROUND,
    kind: 'invitation',
    listIds: [],
    subject: 'An invitation',
    body: `${TEXT} {link} {stop}`,
  };
  return {
    url,
    cookie,
    ask,
    async preview() {
      const query =
        'query ($input: MailingDraftInput!) { mailingPreview(input: $input) { ... on MailingPreview { audienceHash mails } } }';
      return (await ask(query, { input: draft })).mailingPreview;
    },
    async send(audienceHash) {
      const query =
        'mutation ($input: SendMailingInput!) { sendMailing(input: $input) { ... on Mailing { recipients } ... on MailingRefused { problems { code } } } }';
      return (await ask(query, { input: { ...draft, audienceHash } })).sendMailing;
    },
  };
}

/** Puts so many contacts on a list, all for one hospital that has not answered. */
async function invite({ url, cookie, ask }, count, say) {
  const { tracker } = await ask(`{ tracker(roundId: "${ROUND}") { toRing { odsCode } } }`, {});
  const { odsCode } = tracker.toRing[0];
  const { createContactList: list } = await ask(
    `mutation { createContactList(roundId: "${ROUND}", name: "Bench") { ... on ContactList { id } } }`,
    {},
  );
  const lines = Array.from({ length: count }, (_, at) => `team-${at}@example.org,Team ${at},,${odsCode}`);
  const body = ['email,name,role,hospitals', ...lines].join('\n');
  const upload = async (plan) => {
    const query = new URLSearchParams({ list: list.id, basis: 'public_task', source: 'made up', plan });
    const answer = await fetch(`${url}/manage/v1/rounds/${ROUND}/contacts/import?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie },
      body,
    });
    return answer.json();
  };
  const started = performance.now();
  const { plan } = await upload('');
  const { stored, people } = await upload(plan);
  if (stored !== true || people !== count) throw new Error('the contacts were not stored');
  say(`${count} contacts imported in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
