import { get } from 'node:http';

import { startProduct, startReference } from './processes.mjs';
import { signIn } from './sign-in.mjs';
import { measureInTurns } from './slices.mjs';

const CLIENTS = 32;

/** One answer as it went over the wire: headers and the bytes of its (compressed) body. */
const fetchRaw = (url, headers) =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, br', ...headers } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    }).once('error', reject);
  });

/** Open data and the live map feed, beside a bare server that sends the same bytes under the same headers. */
export async function measureSending({ template, load, settings, wanted, say, report }) {
  const product = await startProduct(template);
  const reference = await startReference();
  try {
    const cookie = await signIn(product.url);
    const addresses = {
      'public-summary': { path: '/open/v1/rounds/demo-2026/summary.json' },
      'public-geojson': { path: '/open/v1/rounds/demo-2026/hospitals.geojson' },
      'map-feed': { path: '/manage/v1/rounds/demo-2026/live.geojson', cookie },
    };
    for (const [name, { path, cookie: signedIn }] of Object.entries(addresses)) {
      if (!wanted(name)) continue;
      const { status, headers, body } = await fetchRaw(
        product.url + path,
        signedIn ? { cookie: signedIn } : {},
      );
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      // Node adds these three itself, on both sides.
      const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...same } = headers;
      const copy = await reference.keep(same, body);
      const job = {
        kind: 'get',
        clients: CLIENTS,
        maxMs: settings.sliceMs,
        count: settings.gets,
        bytes: body.length,
        cookie: signedIn,
      };
      say(`${path} (${body.length} bytes), ${CLIENTS} at once`);
      const { middle, ratio } = await measureInTurns(settings.rounds, {
        product: () => load.run({ ...job, port: product.port, path }),
        bare: () => load.run({ ...job, port: reference.port, path: copy }),
      });
      report(name, {
        value: middle.product,
        reference: middle.bare,
        ratio: ratio('product', 'bare'),
        bytes: body.length,
      });
    }
  } finally {
    await product.stop();
    await reference.stop();
  }
}
