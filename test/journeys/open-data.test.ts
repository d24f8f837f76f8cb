import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { barriersOn, expectSound } from '../support/page-checks.js';

/** Another organisation's web page, at an address of its own. */
class OtherSite {
  body = '';
  private readonly server: Server = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(`<!doctype html><html lang="en"><title>Our trust</title><h1>Our trust</h1>${this.body}</html>`);
  });

  async opens(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/`;
  }

  closes(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

journey('a trust uses the open data', () => {
  const site = new OtherSite();
  let visitor: Visitor;
  let snippet = '';
  beforeAll(async () => {
    await site.opens();
    visitor = await Visitor.arrive({ size: DESK });
  });
  afterAll(async () => {
    await visitor?.leaves();
    site.closes();
  });

  it('reads which addresses there are, with example calls that work', async () => {
    await visitor.opens('/data');
    const { page } = visitor;
    for (const part of ['OGC API Features', 'FHIR R4']) {
      await page.getByText(`Parameters and example calls: ${part}`, { exact: false }).click();
      await expect
        .poll(() => page.locator('details[open]').filter({ hasText: part }).getByRole('link').count())
        .toBeGreaterThan(2);
    }
    await expectSound(visitor, 'the open data');
    const examples = await page.locator('details[open]').getByRole('link').all();
    for (const example of examples) {
      const answer = await fetch(new URL((await example.getAttribute('href')) ?? '', visitor.url));
      expect([answer.url, answer.status]).toEqual([answer.url, 200]);
    }
  });

  it('chooses a map and copies its HTML', async () => {
    const { page } = visitor;
    const html = page.getByLabel('HTML for your page');
    await expect.poll(() => html.inputValue()).toContain('/embed/map?view=map"');
    await page
      .getByRole('region', { name: 'A map in your own page' })
      .getByLabel('Round', { exact: true })
      .selectOption('demo-2026');
    await expect.poll(() => html.inputValue()).toContain('/embed/map?round=demo-2026&amp;view=map"');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the HTML' }).click();
    await page.getByText('Copied.').waitFor();
    snippet = await page.evaluate(() => navigator.clipboard.readText());
    expect(snippet).toBe(await html.inputValue());
    await expectSound(visitor, 'the open data with a map to copy');
  });

  it.each([
    ['hospital PC', DESK],
    ['phone', PHONE],
  ])('finds the map in its own page, at a %s, with its marks and no header', async (_device, size) => {
    site.body = snippet;
    const { page } = visitor;
    await page.setViewportSize(size);
    await page.goto(site.url);
    const frame: FrameLocator = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1, name: /SYNTHETIC/ }).waitFor();
    await frame.getByText(/These answers were generated/).waitFor();
    await frame
      .getByText(/Contains OS data/)
      .first()
      .waitFor();
    await frame.getByRole('button', { name: 'All England' }).waitFor();
    expect(await frame.getByRole('banner').count()).toBe(0);
    expect(await frame.getByRole('contentinfo').count()).toBe(0);
    const wide = await frame
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  it('is led out of the frame by every link, into a tab of its own', async () => {
    site.body = snippet.replace('view=map', 'view=table');
    const { page } = visitor;
    await page.setViewportSize(DESK);
    await page.goto(site.url);
    const frame = page.frameLocator('iframe');
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByRole('cell').or(frame.getByRole('rowheader')).getByRole('link').first().click(),
    ]);
    await tab.waitForURL(/\/hospitals\//);
    await tab.close();
    await frame.getByRole('heading', { level: 1, name: /SYNTHETIC/ }).waitFor();
    const [map] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByRole('link', { name: /Open the full map/ }).click(),
    ]);
    await map.waitForURL(/\/map\?round=demo-2026/);
    await map.close();
  });

  it('cannot put any other page into its own', async () => {
    for (const [path, framed] of [
      ['/embed/map', true],
      ['/map', false],
      ['/', false],
      ['/embedded', false],
    ] as const) {
      const { headers } = await fetch(new URL(path, visitor.url));
      const [, ancestors] =
        /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '') ?? [];
      expect([path, ancestors]).toEqual([path, framed ? '*' : "'self'"]);
      expect([path, headers.has('x-frame-options')]).toEqual([path, !framed]);
    }
    const phone = await Visitor.arrive({ size: PHONE });
    await phone.opens('/embed/map?round=demo-2026');
    expect(await barriersOn(phone)).toEqual([]);
    await expectSound(phone, 'the embedded map by itself');
    await phone.leaves();
  });
});
