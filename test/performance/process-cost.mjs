import { setTimeout as wait } from 'node:timers/promises';

import { memoryOf, startProduct, startReference, timeEmptyNode } from './processes.mjs';
import { measureInTurns } from './slices.mjs';

/** Long enough for the work of the start to be over and its garbage to be collected or not, as it comes. */
const SETTLE_MS = 2000;

/** From starting the process on a database that is there to the first good answer of `/health/ready`. */
export async function measureColdStart({ template, settings, say, report }) {
  say('cold start on an existing database');
  const { middle, ratio } = await measureInTurns(settings.starts, {
    product: async () => {
      const product = await startProduct(template);
      await product.stop();
      return product.readyMs;
    },
    empty: timeEmptyNode,
  });
  report('cold-start', { value: middle.product, reference: middle.empty, ratio: ratio('product', 'empty') });
}

/** Resident memory after a start, before any request but the one that asks whether it is ready. */
export async function measureIdleMemory({ template, say, report }) {
  say('idle memory');
  const product = await startProduct(template);
  const reference = await startReference();
  try {
    await fetch(`http://127.0.0.1:${reference.port}/kept/0`).then((answer) => answer.arrayBuffer());
    await wait(SETTLE_MS);
    const [value, bare] = [memoryOf(product.pid), memoryOf(reference.pid)];
    if (value === undefined || bare === undefined) throw new Error('idle memory can be read on Linux only');
    report('idle-memory', { value, reference: bare });
  } finally {
    await product.stop();
    await reference.stop();
  }
}
