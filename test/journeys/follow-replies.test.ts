import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a survey lead follows the replies', () => {
  let lead: SurveyLead;
  beforeAll(async () => {
    lead = await SurveyLead.signsIn();
  });
  afterAll(() => lead?.visitor.leaves());

  it('goes to them by keyboard, and finds what is counted', async () => {
    const { visitor } = lead;
    await visitor.tabsTo(visitor.page.getByRole('tab', { name: 'Live state' }));
    await visitor.page.keyboard.press('ArrowRight');
    await visitor.page.getByRole('heading', { name: 'Whom to ring' }).waitFor();
    await expect.poll(() => visitor.address).toBe('/manage/rounds/demo-2026?tab=replies');
    await expect
      .poll(() => visitor.page.locator('main').innerText())
      .toMatch(/Opened\s+0 of \d+ hospitals[\s\S]*Bounced\s+0 of/);
    await expectSound(visitor, 'the replies');
  });

  it('is told what is wrong with a threshold, and chooses another that stands in the address', async () => {
    const { page } = lead.visitor;
    await page.getByRole('textbox', { name: 'Threshold' }).fill('0.5');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('alert').getByText('Write a percentage such as 50%').waitFor();
    await expectSound(lead.visitor, 'a threshold that is none');
    await page.getByRole('textbox', { name: 'Threshold' }).fill('2/3');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('whether 2/3 of the hospitals').waitFor();
    await expect.poll(() => lead.visitor.address).toContain('threshold=2%2F3');
  });

  it('groups by integrated care board, and the list of calls begins with the smallest', async () => {
    const { page } = lead.visitor;
    await page.getByLabel('Group hospitals by').selectOption('icb');
    const first = page
      .getByRole('table', { name: /silent hospitals, page 1/ })
      .getByRole('row')
      .nth(1);
    await expect.poll(() => first.innerText()).toMatch(/The only hospital of NHS|by 1 of its 2 hospitals/);
  });

  it('orders the areas by a heading', async () => {
    const { page } = lead.visitor;
    const table = page.getByRole('table', { name: /England last/ });
    await table.getByRole('button', { name: 'Silent' }).click();
    await table.getByRole('button', { name: 'Silent' }).click();
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Silent' }).getAttribute('aria-sort'))
      .toBe('descending');
    const headings = await table.getByRole('columnheader').allInnerTexts();
    const at = headings.findIndex((heading) => heading.startsWith('Silent')) + 1;
    const counts = await table.locator(`tbody tr > :nth-child(${at})`).allInnerTexts();
    const ofAreas = counts.slice(0, -1).map(Number);
    expect(ofAreas.length).toBeGreaterThan(30);
    expect(ofAreas).toEqual([...ofAreas].sort((a, b) => b - a));
    expect(ofAreas.reduce((sum, count) => sum + count, 0)).toBe(Number(counts.at(-1)));
  });

  it('takes the list along as a file that says that it is synthetic', async () => {
    const { page } = lead.visitor;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Chase list as CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('SYNTHETIC_liaison-atlas_demo-2026_chase-list.csv');
  });

  it('sees on a map, on a phone too, where the silent hospitals are', async () => {
    const { visitor } = lead;
    await visitor.page.setViewportSize(PHONE);
    await visitor.page.getByRole('button', { name: 'Show the map' }).click();
    await visitor.page
      .getByRole('button', { name: /silent hospitals$/ })
      .first()
      .waitFor();
    // The boundaries come on their own; before them the page is not yet what a visitor sees.
    await visitor.page.locator('.leaflet-overlay-pane path').first().waitFor({ state: 'attached' });
    await expectSound(visitor, 'the map of silence');
  });
});
