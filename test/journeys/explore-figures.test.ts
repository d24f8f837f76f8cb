import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { hasFocus, journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a reader explores the released figures', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive();
    await visitor.opens('/explore');
    await visitor.page.getByRole('table').first().waitFor();
  });
  afterAll(() => visitor?.leaves());

  const cells = async (name: string): Promise<string[]> =>
    visitor.page
      .getByRole('row')
      .filter({ has: visitor.page.getByRole('rowheader', { name, exact: true }) })
      .first()
      .getByRole('cell')
      .allInnerTexts();

  it('begins with the round of real answers and its totals, as the report has them', async () => {
    await visitor.page.getByLabel('Indicator').selectOption('iapt-in-reach');
    await expect
      .poll(() => cells('England'))
      .toEqual([
        '3',
        '62',
        '9',
        '105',
        '179',
        '1.7% to 65.4%',
        '4.1% (1.8% to 9.1%)',
        '4.6% of 65 (1.6% to 12.7%)',
        '28 to 114',
      ]);
    await expect.poll(() => visitor.address).toContain('ind=iapt-in-reach');
    await expectSound(visitor, 'explore');
  });

  it('opens by keyboard where a number comes from: definition, hospitals, release', async () => {
    const { page } = visitor;
    const opens = page.getByRole('button', { name: /^3, yes, England: where this number comes from/ });
    await visitor.tabsTo(opens);
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'Where the number of England comes from: yes' });
    await expect.poll(() => hasFocus(heading)).toBe(true);
    const trace = page.getByRole('region', { name: 'Where the number of England comes from: yes' });
    const words = (): Promise<string> => trace.innerText();
    await expect.poll(words).toMatch(/Royal Oldham Hospital \(RW603\)/);
    await expect.poll(words).toMatch(/Release 1, SHA-256 [0-9a-f]{64}/);
    await expect.poll(words).toContain('None of them is ever counted as "no".');
    await expect.poll(() => visitor.address).toContain('trace=england');
    await expectSound(visitor, 'a trace');
  });

  it('opens a trace from every number of a row, and holds the round against another share', async () => {
    const { page } = visitor;
    for (const [number, part] of [
      ['62, no', 'no'],
      ['9, don’t know', 'don’t know'],
      ['105, not known', 'not known'],
      ['179, hospitals', 'hospitals'],
    ] as const) {
      await page.getByRole('button', { name: `${number}, England: where this number comes from` }).click();
      await page.getByRole('heading', { name: `Where the number of England comes from: ${part}` }).waitFor();
    }
    await expect.poll(() => visitor.address).toContain('part=frame');
    await page.getByLabel('Replies still needed for').selectOption('3/4');
    await expect.poll(async () => (await cells('England')).at(-1)).toBe('none: surely below 75%');
    await expect.poll(() => visitor.address).toContain('threshold=3%2F4');
  });

  it('reads a link again as it was, and is told what of it leads nowhere', async () => {
    await visitor.opens(
      '/explore?round=demo-2026&ind=iapt-in-reach&by=region&chart=dots&trace=nowhere&by2=x',
    );
    await expect.poll(() => visitor.page.getByRole('row').count()).toBeGreaterThan(7);
    await expect.poll(() => visitor.page.getByLabel('Break down by').inputValue()).toBe('region');
    await expect.poll(() => visitor.page.getByText('trace=nowhere').count()).toBe(1);
    await expectSound(visitor, 'figures by region');
    await visitor.page.getByLabel('Chart').selectOption('multiples');
    await visitor.page.getByRole('img', { name: /SYNTHETIC: .*, by region/ }).waitFor();
    await expectSound(visitor, 'small pictures by region');
  });

  it('takes table and picture along; invented answers say so in the name and inside', async () => {
    const { page } = visitor;
    const take = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    };
    const name = /^SYNTHETIC_liaison-atlas_demo-2026_release-\d+_iapt-in-reach_region\./;
    const csv = await take('Table as CSV');
    expect(csv.name).toMatch(name);
    const lines = csv.content.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(9);
    expect(lines.slice(1).every((line) => line.includes('SYNTHETIC'))).toBe(true);
    const svg = await take('Chart as SVG');
    expect(svg.content.toString('utf8')).toMatch(/<title id="title">SYNTHETIC: .*>SYNTHETIC<\/text>/s);
    const png = await take('Chart as PNG');
    expect(png.name).toMatch(name);
    expect([...png.content.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('sees no way to unreleased answers', async () => {
    expect(await visitor.page.getByLabel('Answers').count()).toBe(0);
    await visitor.opens('/explore?round=demo-2026&basis=live');
    await visitor.page.getByRole('alert').waitFor();
    expect(await visitor.page.getByRole('table').count()).toBe(0);
  });

  it('finds the same on a phone', async () => {
    await visitor.page.setViewportSize(PHONE);
    await visitor.opens('/explore?round=demo-2026&by=stratum');
    await visitor.page.getByRole('table').first().waitFor();
    await expectSound(visitor, 'explore on a phone');
  });
});

journey('a survey lead explores the answers as they stand', () => {
  let lead: SurveyLead;
  beforeAll(async () => {
    lead = await SurveyLead.signsIn();
  });
  afterAll(() => lead?.visitor.leaves());

  it('chooses the live state, any closed question, and reads whether the figures can be trusted', async () => {
    const { visitor } = lead;
    const { page } = visitor;
    await visitor.opens('/explore?round=demo-2026');
    await page.getByLabel('Answers').selectOption('live');
    await page.getByLabel('Indicator').selectOption('co_located');
    await page.getByLabel('Break down by').selectOption('region');
    await page.getByRole('heading', { name: 'Can these figures be trusted?' }).waitFor();
    await page.getByRole('rowheader', { name: 'North West' }).first().waitFor();
    await expect.poll(() => visitor.address).toContain('basis=live');
    await expectSound(visitor, 'live figures');
  });

  it('sees who answered beside each other by perspective', async () => {
    const { page } = lead.visitor;
    await page.getByLabel('Indicator').selectOption('iapt-in-reach');
    await page.getByLabel('Break down by').selectOption('perspective');
    await page.getByRole('rowheader', { name: 'Liaison psychiatry team' }).first().waitFor();
    await expectSound(lead.visitor, 'figures by perspective');
  });

  it('counts answers over forms, and picks them out by region and day', async () => {
    const { visitor } = lead;
    const { page } = visitor;
    await page.getByLabel('Question', { exact: true }).selectOption('co_located');
    const total = async () =>
      Number(
        /: (\d+) forms?$/.exec(
          (await page
            .getByRole('table', { name: /forms?$/ })
            .locator('caption')
            .innerText()) ?? '',
        )?.[1],
      );
    await expect.poll(total).toBeGreaterThan(50);
    const all = await total();
    await page.getByLabel('Region of the form').selectOption({ label: 'London' });
    await expect.poll(total).toBeLessThan(all);
    await expect.poll(() => visitor.address).toMatch(/f\.region=/);
    await page.getByLabel('Sent on or before').fill('2001-01-01');
    await expect.poll(total).toBe(0);
    await expectSound(visitor, 'counts over forms');
  });
});
