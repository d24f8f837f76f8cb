import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, describe, inject } from 'vitest';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** The longest that a journey waits for one thing: no measure of the product, only the end of all patience. */
const WAIT_MS = 45_000;

/** How many times slower the processor of every page is to look, for journeys that fail elsewhere; unset = not at all. */
const SLOWER = Number(process.env['BROWSER_SLOWER'] ?? 1);

/** Sizes of a small phone and of a hospital PC, in CSS pixels. */
export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 900 };

/** A group of journeys: run in a browser, or skipped and counted where there is none. */
export const journey = describe.skipIf(inject('journeys').chromium === '');

let browser: Promise<Browser> | undefined;

/** The browser of this test file, started when first needed and closed at the file's end. */
function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: inject('journeys').chromium,
    args: QUIET,
    // The first of a machine comes from a cold disk.
    timeout: 120_000,
  });
  return browser;
}
afterAll(async () => (await browser)?.close());

interface Arrival {
  readonly size?: { readonly width: number; readonly height: number };
  /** False = a browser in which scripts do not run. */
  readonly script?: boolean;
  /** Another product than the one that all journeys share. */
  readonly url?: string;
}

/** Somebody at a browser of their own: nothing is shared with another visitor. Notes everything that goes wrong. */
export class Visitor {
  /** Errors on the console, refusals of the security policy, crashes, requests to another origin. */
  readonly troubles: string[] = [];
  readonly requests: Request[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    readonly url: string,
  ) {
    page.on('request', (request) => this.note(request));
    page.on('pageerror', (error) => this.troubles.push(`crash: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // A page that refuses (404, 409, 422) says so by its status; the browser repeats that on the console.
      if (message.text().startsWith('Failed to load resource') && this.isDocument(message.location().url))
        return;
      this.troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
  }

  static async arrive({
    size = DESK,
    script = true,
    url = inject('journeys').url,
  }: Arrival = {}): Promise<Visitor> {
    const context = await (
      await theBrowser()
    ).newContext({
      viewport: size,
      javaScriptEnabled: script,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(WAIT_MS);
    const page = await context.newPage();
    if (SLOWER > 1)
      await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return new Visitor(page, context, url);
  }

  /** Opens an address and waits until the page has everything it shows. */
  async opens(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.url).href);
    await this.settled();
  }

  /** Waits until a heading stands and nothing is being loaded any more. */
  async settled(): Promise<void> {
    await this.heading.first().waitFor();
    // Several parts of a page may be loading at once.
    const loading = this.page.getByText(/^Loading /).filter({ visible: true });
    await loading.first().waitFor({ state: 'hidden' });
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** Role and name of what has the focus, as its element says. */
  focused(): Locator {
    return this.page.locator(':focus');
  }

  /** Path and query of the address. */
  get address(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Presses Tab until an element has the focus. @throws Error when it cannot be reached by keyboard. */
  async tabsTo(target: Locator, most = 60): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press('Tab');
    }
    if (await hasFocus(target)) return;
    throw new Error(`not reached with ${most} presses of Tab: ${String(target)}`);
  }

  /** Sends an operation as whoever is signed in here; for what a journey finds ready. @throws Error when it is refused */
  asks(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
    return this.page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/graphql', { method: 'POST', headers, body });
      const { data, errors } = (await answer.json()) as { data: unknown; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    }, JSON.stringify({ query, variables }));
  }

  leaves(): Promise<void> {
    return this.context.close();
  }

  private note(request: Request): void {
    this.requests.push(request);
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(this.url).origin)
      this.troubles.push(`request to another origin: ${request.url()}`);
  }

  private isDocument(address: string): boolean {
    return this.requests.some(
      (request) => request.resourceType() === 'document' && request.url() === address,
    );
  }
}

/** Whether an element, once it is there, has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);
