import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';

journey('a commissioner', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive({ size: DESK });
  });
  afterAll(async () => visitor?.leaves());

  const follow = async (name: string | RegExp): Promise<void> => {
    const link = visitor.page.getByRole('main').getByRole('link', { name }).first();
    await link.waitFor();
    await visitor.tabsTo(link, 150);
    await visitor.page.keyboard.press('Enter');
    await visitor.settled();
  };
  const main = (): Promise<string> => visitor.page.getByRole('main').innerText();
  const row = (table: string, name: RegExp) =>
    visitor.page
      .getByRole('region', { name: table })
      .getByRole('row')
      .filter({ has: visitor.page.getByRole('rowheader', { name }) });

  it.each([
    ['OL1', /OL1/, /Greater Manchester/],
    ['EX2 5DW', /EX2 5DW/, /Devon/],
    ['HU3', /HU3/, /Humber/],
    ['BS23', /BS23/, /Somerset/],
  ])('goes from the postcode %s to its area by keyboard alone', async (postcode, hit, area) => {
    await visitor.opens('/');
    const field = visitor.page.getByRole('searchbox');
    await visitor.tabsTo(field);
    await visitor.page.keyboard.type(postcode);
    await visitor.page.keyboard.press('Enter');
    await follow(hit);
    await expect.poll(() => visitor.heading.innerText()).toMatch(area);
    await visitor.page.getByRole('heading', { name: 'Nearest hospitals' }).waitFor();
    await expect.poll(main).toContain('not published by area');
    await expect.poll(main).toMatch(/In a straight line from the middle of/);
    await expect.poll(main).toMatch(/approximate/);
    expect(await main()).not.toMatch(/\bgap\b/i);
  });

  it('sees at Oldham its hospital, its example next door, and no claim about other services', async () => {
    await visitor.opens('/areas/QOP?from=OL1');
    await visitor.page.getByRole('heading', { name: 'Nearest hospitals' }).waitFor();
    await expect.poll(main).toMatch(/Integrated in-reach: Royal Oldham Hospital/);
    await visitor.page.getByText('The register holds no service').waitFor();
    await expect.poll(() => main()).toMatch(/not known, which is not\s+“none”/);
    expect(await row('Hospitals in', /Royal Oldham/).count()).toBeLessThanOrEqual(1);
  });

  it('sees an area of the invented round marked, with counts for every answer and silence', async () => {
    await visitor.opens('/areas/Y62?round=demo-2026');
    await visitor.page.getByRole('heading', { name: 'Hospitals', exact: true }).waitFor();
    await expect.poll(() => visitor.heading.innerText()).toContain('SYNTHETIC');
    await expect.poll(main).toMatch(/SYNTHETIC: North West/);
    await expect.poll(main).toMatch(/No reply, or not published: \d+ of \d+ hospitals/);
    await expect.poll(main).toMatch(/Hospitals like these that have solved it/);
    await expect
      .poll(main)
      .toMatch(/Whether it differs from England cannot be said|England: the two ranges do not touch/);
  });

  it('puts two areas and England side by side by keyboard alone, and takes one out again', async () => {
    await visitor.opens('/areas/QOP');
    await visitor.page.getByRole('heading', { name: 'Nearest hospitals' }).waitFor();
    await follow('Compare with other areas or hospitals');
    const field = visitor.page.getByRole('searchbox', { name: 'Add an area, trust or hospital' });
    await field.waitFor();
    await visitor.tabsTo(field);
    await visitor.page.keyboard.type('royal oldham');
    await visitor.page.keyboard.press('Enter');
    const add = visitor.page.getByRole('button', { name: /^Add Royal Oldham/ });
    await add.waitFor();
    await visitor.tabsTo(add);
    await visitor.page.keyboard.press('Enter');
    await expect.poll(() => visitor.address).toMatch(/a=QOP.*b=RW603/);
    await visitor.tabsTo(visitor.page.getByRole('button', { name: 'Add England' }));
    await visitor.page.keyboard.press('Enter');
    await expect.poll(() => visitor.heading.innerText()).toMatch(/Royal Oldham Hospital, England/);
    await expect.poll(() => main()).toMatch(/Cannot say, for any two of them/);
    await expect.poll(() => main()).toContain('3 of 179');
    const remove = visitor.page.getByRole('button', { name: /^Remove Royal Oldham/ });
    await visitor.tabsTo(remove, 150);
    await visitor.page.keyboard.press('Enter');
    await expect.poll(() => visitor.address).toMatch(/[?&]a=QOP&.*b=E92000001/);
  });

  it('is led to a part of a profile by its own address', async () => {
    await visitor.opens('/areas/QOP/workforce?round=demo-2026');
    await expect.poll(() => visitor.address).toBe('/areas/QOP?round=demo-2026');
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.id)).toBe('workforce');
  });

  it('estimates need, finds the same figures by the link, and resets them', async () => {
    await visitor.opens('/areas/QOP?from=OL1');
    await visitor.page.getByRole('heading', { name: 'Nearest hospitals' }).waitFor();
    await follow('Estimate the need');
    // The sheet opens with the residents of the area.
    await expect.poll(() => visitor.heading.innerText()).toMatch(/^Estimate: need/);
    await expect.poll(main).not.toContain('Nothing can be estimated yet');
    const population = visitor.page.getByRole('textbox', { name: 'People who live in the area, all ages' });
    await visitor.tabsTo(population);
    await visitor.page.keyboard.press('Control+A');
    await visitor.page.keyboard.type('500,000');
    const comorbid = row('Need: every result', /also have a mental health problem/);
    await expect
      .poll(() => comorbid.getByRole('cell').allInnerTexts())
      .toEqual(['45,000', '45,000', '105,000']);
    await expect.poll(main).toMatch(/about 45,000, between 45,000 and 110,000\./);
    await expect.poll(() => visitor.address).toMatch(/^\/estimate\/need\?p=500/);
    await visitor.opens(visitor.address);
    await expect.poll(() => comorbid.getByRole('cell').first().innerText()).toBe('45,000');
    const mus = row('Need: every result', /^Outpatient attendances with/);
    await expect.poll(() => mus.innerText()).toMatch(/Not known without “Outpatient attendances.*\(O\)/);
    await visitor.tabsTo(visitor.page.getByRole('button', { name: 'Reset to published values' }));
    await visitor.page.keyboard.press('Enter');
    await expect.poll(() => visitor.address).toBe('/estimate/need');
    await expect.poll(main).toContain('Nothing can be estimated yet');
  });

  it('is told what is wrong with a number, beside its box', async () => {
    await visitor.opens('/estimate/workforce?t=45&x-pwp=many');
    await expect.poll(() => main()).toMatch(/is not a number from 0/);
    const head = row(
      'Workforce: every result',
      /^As whole people: senior or specialist therapists \(people\)/,
    );
    await expect.poll(() => head.first().getByRole('cell').nth(1).innerText()).toBe('5');
    await expect
      .poll(() =>
        row('Workforce: every result', /^Still to find: psych/)
          .first()
          .innerText(),
      )
      .toMatch(/not known/);
    await expectSound(visitor, 'a sheet with a wrong number');
  });

  it('goes through the readiness list: what is left stays not known, and the link keeps the rest', async () => {
    await visitor.opens('/readiness');
    await expect.poll(() => main()).toContain('Known 0 of 12.');
    const item = visitor.page.getByRole('combobox', { name: 'Strong leadership' });
    await visitor.tabsTo(item);
    await visitor.page.keyboard.press('ArrowUp');
    await visitor.page.keyboard.press('ArrowUp');
    await expect.poll(main).toContain('Known 1 of 12.');
    expect(await main()).not.toMatch(/\d+%\)/);
    await expect.poll(() => visitor.address).toMatch(/^\/readiness\?r2=[ynp]$/);
  });

  it('judges a share by its value, with chance beside it', async () => {
    await visitor.opens('/standards');
    const card = visitor.page.getByRole('group', { name: /Treatment within 6 weeks/ });
    await visitor.tabsTo(card.getByRole('textbox', { name: 'Counted' }));
    await visitor.page.keyboard.type('66');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.type('90');
    await expect.poll(main).toContain('66 of 90 (73%): below 75%; within chance of 75%.');
    await expect.poll(() => visitor.address).toBe('/standards');
  });

  it('reads who solved it elsewhere, and which areas have no case yet', async () => {
    await visitor.opens('/case-studies');
    await expect.poll(async () => (await main()).match(/No case study yet/g)).toHaveLength(4);
    await follow(/^E: Psychological medicine in Hull/);
    await expect.poll(() => main()).toMatch(/whether it still exists is not known/);
    await follow('Hull Royal Infirmary');
    await expect.poll(() => visitor.heading.innerText()).toMatch(/Hull Royal Infirmary/);
    expect(visitor.troubles).toEqual([]);
  });

  describe.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])('on %s', (_what, size) => {
    let other: Visitor;
    beforeAll(async () => {
      other = await Visitor.arrive({ size });
    });
    afterAll(async () => other?.leaves());

    it.each([
      '/areas/QOP?from=OL1',
      '/areas/Y62?round=demo-2026',
      '/areas/00Y?round=demo-2026&from=RW603',
      '/areas/england',
      '/areas/RW6?round=demo-2026',
      '/areas/QOP/pathway',
      '/compare?a=QOP&b=Y62&c=RW603&d=E92000001&round=demo-2026',
      '/estimate/need?p=500000&gp=1000000',
      '/estimate/benefits?n=2000&rho=25',
      '/standards',
      '/readiness?r1=y&r2=p',
    ])('finds %s sound', async (address) => {
      await other.opens(address);
      await expectSound(other, address);
    });
  });
});
