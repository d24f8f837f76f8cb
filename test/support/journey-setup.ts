import type { TestProject } from 'vitest/node';

import { startBuiltProduct } from './built-product.js';
import { findChromium } from './find-chromium.js';

/** What a journey needs: a browser and the product it visits. */
export interface JourneyPlace {
  /** Path of the browser; '' = there is none, so every journey is skipped. */
  readonly chromium: string;
  readonly url: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    journeys: JourneyPlace;
  }
}

const INSTALL =
  'Install Chromium (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome.';

/** Starts the built product once for all journeys. Without a browser they are skipped, but never where `CI=true`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium(process.env);
  if (chromium === '') {
    if (process.env['CI'] === 'true')
      throw new Error(`There is no browser, and with CI=true the journeys must run. ${INSTALL}`);
    process.stdout.write(`Browser journeys are skipped: no Chromium was found. ${INSTALL}\n`);
    project.provide('journeys', { chromium, url: '' });
    return () => Promise.resolve();
  }
  const product = await startBuiltProduct();
  project.provide('journeys', { chromium, url: product.url });
  return () => product.remove();
}
