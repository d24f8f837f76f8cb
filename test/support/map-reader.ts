import { readFile } from 'node:fs/promises';

import type { Locator } from 'playwright-core';

import { hasFocus, type Visitor } from './browser.js';

/** Name of a mark that stands for several hospitals. */
export const GROUP = /^\d+ hospitals, \d+ where no in-reach is reported$/;

/** Somebody who reads the map by keyboard. */
export class MapReader {
  constructor(readonly visitor: Visitor) {}

  get map(): Locator {
    return this.visitor.page.getByRole('region', { name: /^IAPT and liaison psychiatry/ });
  }

  get marks(): Locator {
    return this.map.getByRole('button', { includeHidden: true });
  }

  /** The sentence that is announced when the hospitals change. */
  get announced(): Locator {
    return this.visitor.page.getByRole('status').filter({ hasText: /hospitals? shown/ });
  }

  /** Waits until marks stand on the map. */
  async sees(): Promise<void> {
    await this.marks.first().waitFor();
  }

  /** Accessible name of the mark that has the focus. */
  async markInFocus(): Promise<string> {
    return (await this.map.locator('button:focus').getAttribute('aria-label')) ?? '';
  }

  /** Tabs into the marks, then goes along them with the arrow key until one has a fitting name. */
  async goesTo(fits: (name: string) => boolean): Promise<string> {
    const { page } = this.visitor;
    await this.visitor.tabsTo(this.map.locator('button[tabindex="0"]'));
    await page.keyboard.press('Home');
    const most = await this.marks.count();
    for (let at = 0; at < most; at += 1) {
      const name = await this.markInFocus();
      if (fits(name)) return name;
      await page.keyboard.press('ArrowRight');
    }
    throw new Error('no mark has such a name');
  }

  /** Latitude, longitude and zoom as the address has them. */
  get view(): readonly number[] {
    return (new URL(this.visitor.page.url()).searchParams.get('c') ?? '').split(',').map(Number);
  }

  /** Presses one of the buttons under the map by keyboard, and waits until the address has the new view. */
  async presses(button: string): Promise<readonly number[]> {
    const { page } = this.visitor;
    const before = new URL(page.url()).searchParams.get('c');
    const target = page
      .getByRole('group', { name: 'Move the map' })
      .getByRole('button', { name: button, exact: true });
    if (!(await hasFocus(target))) await target.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.searchParams.get('c') !== before);
    return this.view;
  }

  /** Downloads the picture: its file name, and how many of its pixels have a colour (red, green, blue). */
  async downloads(colour: readonly number[]): Promise<{ fileName: string; pixels: number }> {
    const { page } = this.visitor;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as PNG' }).click(),
    ]);
    const picture = (await readFile(await download.path())).toString('base64');
    const pixels = await page.evaluate(
      async (given) => {
        const image = new Image();
        image.src = `data:image/png;base64,${given.picture}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0);
        const data = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let found = 0;
        for (let at = 0; at < data.length; at += 4)
          if (given.colour.every((part, channel) => data[at + channel] === part)) found += 1;
        return found;
      },
      { picture, colour },
    );
    return { fileName: download.suggestedFilename(), pixels };
  }
}
