import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { startProduct } from './processes.mjs';
import { copyStore } from './store.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MANY = 10_000;

/** The middle of a list of numbers. */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * From a change by the visitor to the paint that shows it, in real Chromium; beside it an empty repaint (a change of one
 * background colour) in the same page, in turns. 10,000 hospitals are the real answer of the server, copied and moved.
 */
export async function measureMapPaint({ folder, template, settings, wanted, say, report }) {
  const executablePath = [process.env.CHROMIUM_PATH, ...CHROMIUM].find((path) => path && existsSync(path));
  if (executablePath === undefined) {
    say('no Chromium here: filter-to-paint is not measured');
    return;
  }
  say('filter and layer to paint');
  const product = await startProduct(copyStore(template, join(folder, 'paint')));
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, hospitals] of [
      ['filter-to-paint', 0],
      ['filter-to-paint-10k', MANY],
    ]) {
      if (!wanted(name)) continue;
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      if (hospitals > 0) await page.route('**/graphql', (route) => multiply(route, hospitals));
      await page.goto(`${product.url}/map?round=demo-2026&view=map`, { waitUntil: 'networkidle' });
      await page.locator('.la-marker__button').first().waitFor();
      report(name, await paintTimes(page, settings.rounds * 2 + 1));
      await page.close();
    }
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** Answers with as many hospitals as asked for: those there are, each again a little beside itself. */
async function multiply(route, hospitals) {
  const answer = await route.fetch();
  const body = await answer.json();
  const real = body.data?.release?.hospitals;
  if (!Array.isArray(real) || real[0]?.category === undefined)
    return route.fulfill({ response: answer, json: body });
  body.data.release.hospitals = Array.from({ length: hospitals }, (_, at) => {
    const one = real[at % real.length];
    const turn = Math.floor(at / real.length);
    const away = 0.004 * Math.sqrt(turn);
    return {
      ...one,
      odsCode: turn === 0 ? one.odsCode : `${one.odsCode}${turn}`,
      latitude: one.latitude + away * Math.sin(turn),
      longitude: one.longitude + away * Math.cos(turn),
    };
  });
  return route.fulfill({ response: answer, json: body });
}

/** Medians in ms: the slowest kind of change, and the empty repaint; `filter`, `layer`, `shade` beside them. */
async function paintTimes(page, turns) {
  const times = await page.evaluate(async (count) => {
    /** Until the next frame has been painted. */
    const painted = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = resolve;
          channel.port2.postMessage(0);
        });
      });
    const quiet = () => new Promise((resolve) => setTimeout(resolve, 120));
    const field = (label) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
      const select = found && document.getElementById(found.htmlFor);
      if (!select) throw new Error(`no field ${label}`);
      return select;
    };
    const choose = (label, value) => {
      const select = field(label);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    /** A change is there when the sentence, the map or the legend differs from before; then one more frame. */
    const timed = async (change, isThere) => {
      await quiet();
      const started = performance.now();
      change();
      do await painted();
      while (!isThere());
      return performance.now() - started;
    };
    const sentence = () => document.querySelector('.la-explorer__main strong')?.textContent ?? '';
    const marks = () => document.querySelectorAll('.la-marker__button').length;
    const region = field('Region').options[1].value;
    const found = { empty: [], filter: [], layer: [], shade: [] };
    for (let turn = 0; turn <= count; turn += 1) {
      const one = {};
      one.empty = await timed(
        () => (document.body.style.background = turn % 2 ? '#fefefe' : '#fdfdfd'),
        () => true,
      );
      const whole = sentence();
      one.filter = await timed(
        () => choose('Region', region),
        () => sentence() !== whole && marks() > 0,
      );
      choose('Region', '');
      await quiet();
      one.layer = await timed(
        () => choose('Layer', 'tier'),
        () => sentence().includes('tier') && marks() > 0,
      );
      choose('Layer', 'ladder');
      await quiet();
      const filled = () => document.querySelector('.leaflet-overlay-pane path')?.getAttribute('fill');
      const fills = () =>
        [...document.querySelectorAll('.leaflet-overlay-pane g path')]
          .map((path) => path.getAttribute('fill'))
          .join();
      const plain = fills();
      one.shade = await timed(
        () => choose('Colour areas by', 'response'),
        () => filled() !== undefined && fills() !== plain,
      );
      choose('Colour areas by', 'none');
      await quiet();
      // The first turn loads what later ones have; it does not count.
      if (turn > 0) for (const key of Object.keys(found)) found[key].push(one[key]);
    }
    return found;
  }, turns);
  const [empty, filter, layer, shade] = ['empty', 'filter', 'layer', 'shade'].map((key) =>
    median(times[key]),
  );
  return { value: Math.max(filter, layer, shade), reference: empty, filter, layer, shade };
}
