import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, Visitor } from '../support/browser.js';

const HULL = 'RWA01';

journey('a commissioner compares the round 2017-18 with the report', () => {
  let visitor: Visitor;
  let words = '';
  beforeAll(async () => {
    visitor = await Visitor.arrive();
    await visitor.opens('/rounds/2017-18');
    await visitor.page.getByRole('heading', { level: 2, name: 'This release' }).waitFor();
    words = await visitor.page.getByRole('main').innerText();
  });
  afterAll(async () => visitor?.leaves());

  const figure = async (indicator: string, name: string): Promise<string> => {
    const table = visitor.page.getByRole('region', { name: `${indicator}: every figure` });
    const row = table
      .getByRole('row')
      .filter({ has: visitor.page.getByRole('rowheader', { name, exact: true }) });
    return row.getByRole('cell').first().innerText();
  };

  it.each([
    ['IAPT treats people with MUS or LTCs', 'Yes', '31 of 179'],
    ['IAPT treats people with MUS or LTCs', 'No', '18 of 179'],
    ['IAPT treats people with MUS or LTCs', 'Don’t know', '25 of 179'],
    ['IAPT treats people with MUS or LTCs', 'Between', '17.3% to 89.9%'],
    ['IAPT treats people with MUS or LTCs', 'Interval of that share', '33.6% to 50.6%'],
    ['IAPT comes into the hospital (in-reach)', 'Yes', '3 of 179'],
    ['IAPT comes into the hospital (in-reach)', 'No', '62 of 179'],
    ['IAPT comes into the hospital (in-reach)', 'Don’t know', '9 of 179'],
    ['IAPT comes into the hospital (in-reach)', 'Between', '1.7% to 65.4%'],
    ['IAPT comes into the hospital (in-reach)', 'Interval of that share', '1.8% to 9.1%'],
  ])('reads at "%s" beside %s: %s', async (indicator, name, value) => {
    await expect.poll(() => figure(indicator, name)).toBe(value);
  });

  it.each([
    ['Forms received', '80'],
    ['Excluded', '6'],
    ['Analysed', '74'],
    ['Merged', 'not published'],
  ])('reads of the forms beside %s: %s', async (name, count) => {
    const table = visitor.page.getByRole('region', { name: 'Where the forms went' });
    const row = table
      .getByRole('row')
      .filter({ has: visitor.page.getByRole('rowheader', { name, exact: true }) });
    await expect.poll(() => row.getByRole('cell').first().innerText()).toBe(count);
  });

  it('finds the three scores 59, 42 and 11, and no mean', async () => {
    const table = visitor.page.getByRole('region', { name: 'Integration as judged by the liaison team' });
    const scores = async (): Promise<number[]> => {
      const texts = await table.getByRole('row').getByRole('cell').allInnerTexts();
      return texts
        .filter((text) => /^\d+$/.test(text))
        .map(Number)
        .sort((a, b) => b - a);
    };
    await expect.poll(scores).toEqual([59, 42, 11]);
    expect(words).not.toContain('37.3');
  });

  it('finds the same five facts on the start page', async () => {
    await visitor.opens('/');
    const facts = visitor.page.getByRole('main');
    await facts.getByText('forms analysed').waitFor();
    for (const count of ['179', '74', '31', '3'])
      await expect.poll(() => facts.innerText()).toMatch(new RegExp(`\\b${count}\\b`));
  });

  it('never reads "no reply" of a hospital: the report does not say who answered', async () => {
    await visitor.opens('/map?round=2017-18&view=summary');
    const table = visitor.page.getByRole('region', { name: 'Hospitals shown, by what is reported' });
    await expect
      .poll(async () => (await table.getByRole('row').allInnerTexts()).join('\n'))
      .toMatch(/Not published\s+172/);
    const shown = await visitor.page.getByRole('main').innerText();
    expect(shown).not.toContain('no reply');
    expect(shown).not.toMatch(/\bNR\b/);
    expect(shown).toContain('not published by area');
    const csv = await (await fetch(`${visitor.url}/open/v1/rounds/2017-18/hospitals.csv`)).text();
    expect(csv).not.toContain(',NR,');
    expect(csv.trim().split('\r\n')).toHaveLength(176);
  });

  it('finds Hull with what the report says of it, and never as a gap', async () => {
    await visitor.opens('/map?round=2017-18&f.q=hull%20royal');
    const row = visitor.page.getByRole('row').filter({ hasText: 'Hull Royal Infirmary' });
    await expect.poll(() => row.innerText()).toContain('working integrated service in Hull');
    expect(await row.innerText()).not.toMatch(/\bgap\b/i);
    await visitor.opens(`/hospitals/${HULL}`);
    await visitor.page
      .getByText(/working integrated service in Hull/)
      .first()
      .waitFor();
    await expect
      .poll(() => visitor.page.getByRole('heading', { level: 1 }).innerText())
      .toContain('Hull Royal Infirmary');
    const result = visitor.page.getByRole('region', { name: /2017-18/ });
    await expect.poll(() => result.innerText()).toContain('Not published');
    expect(await result.innerText()).not.toMatch(/\bgap\b/i);
    expect(visitor.troubles).toEqual([]);
  });
});
