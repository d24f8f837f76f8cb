import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { startProduct } from './processes.mjs';
import { addSavedDrafts, copyStore, readSample } from './store.mjs';
import { FIGURES } from './figures.mjs';
import { tokenOf } from './tokens.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Everything that a browser asks for until the page is quiet, in order; undefined where there is no browser. */
async function requestsOfBrowser(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requests = [];
  page.on('request', (request) =>
    requests.push({
      url: request.url(),
      method: request.method(),
      body: request.postData() ?? undefined,
      contentType: request.headers()['content-type'],
    }),
  );
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return requests.filter((request) => request.url.startsWith('http'));
}

/** Without a browser: the page and what its HTML and, through imports, its scripts link to. No data requests. */
async function requestsOfLinks(url) {
  const found = new Map();
  const visit = async (address) => {
    if (found.has(address)) return;
    found.set(address, { url: address, method: 'GET' });
    const answer = await fetch(address);
    const type = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    const links = type.includes('html')
      ? [...text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css|svg)[^"]*)"/g)]
      : type.includes('javascript')
        ? [...text.matchAll(/\bfrom\s*"(\.[^"]+\.js)"/g)]
        : [];
    for (const [, link] of links) await visit(new URL(link, answer.url).href);
  };
  await visit(url);
  return [...found.values()];
}

/** Gzipped bytes of one request's answer, as sent where the server compresses; a redirect counts as a request of 0. */
async function weigh({ url, method, body, contentType }) {
  const answer = await fetch(url, {
    method,
    body,
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity', ...(contentType && { 'content-type': contentType }) },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status >= 400) throw new Error(`${method} ${url} answered ${answer.status}`);
  return { script: type.includes('javascript'), bytes: bytes.length === 0 ? 0 : gzipSync(bytes).length };
}

async function weighRoute(browser, url) {
  const requests = browser === undefined ? await requestsOfLinks(url) : await requestsOfBrowser(browser, url);
  const weights = [];
  for (const request of requests) weights.push(await weigh(request));
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    total: sum(weights),
    javascript: sum(weights.filter(({ script }) => script)),
    requests: weights.length,
  };
}

async function openBrowser(say) {
  const executablePath = [process.env.CHROMIUM_PATH, ...CHROMIUM].find((path) => path && existsSync(path));
  if (executablePath === undefined) {
    say('no Chromium here: counting what the pages link to, without the data that scripts fetch');
    return undefined;
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Gzipped bytes and requests of the first load of the answering page, the map and the home page. */
export async function measurePageWeight({ folder, template, wanted, say, report }) {
  say('weight of each route');
  const dataDir = copyStore(template, join(folder, 'pages'));
  await addSavedDrafts(dataDir, await readSample(template), 1);
  const product = await startProduct(dataDir);
  const browser = await openBrowser(say);
  const bound = (name) => FIGURES[name].valueAtMost;
  try {
    if (wanted('bytes-respond') || wanted('requests-respond')) {
      const respond = await weighRoute(browser, `${product.url}/respond/${tokenOf(0)}/information`);
      report('bytes-respond', { value: respond.total, reference: bound('bytes-respond') });
      report('requests-respond', { value: respond.requests, reference: bound('requests-respond') });
    }
    for (const [name, path] of Object.entries({ 'bytes-map': '/map', 'bytes-home': '/' })) {
      if (!wanted(name)) continue;
      const { total, javascript, requests } = await weighRoute(browser, product.url + path);
      report(name, { value: javascript, reference: bound(name), total, requests });
    }
  } finally {
    await browser?.close();
    await product.stop();
  }
}
