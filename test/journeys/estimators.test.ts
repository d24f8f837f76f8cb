import { afterAll, beforeAll, expect, it } from 'vitest';

import { DESK, journey, Visitor } from '../support/browser.js';

/** A sheet, what is typed into its boxes by their accessible names, and rows with low, central and high as shown. */
interface Vector {
  readonly name: string;
  readonly sheet: 'need' | 'workforce' | 'benefits';
  readonly typed: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, readonly [string, string, string]>>;
}

const POPULATION = 'People who live in the area, all ages';
const STAFF = 'Staff required, whole-time equivalents';
const same = (text: string): readonly [string, string, string] => [text, text, text];
const wholePeople = (wellbeing: string, high: string, senior: string) => ({
  'As whole people: psychological wellbeing practitioners (people)': same(wellbeing),
  'As whole people: high-intensity therapists (people)': same(high),
  'As whole people: senior or specialist therapists (people)': same(senior),
});

/** The published test vectors, each also worked out by hand; docs/commissioning.md has the formulas. */
const VECTORS: readonly Vector[] = [
  {
    name: 'the need of 500,000 people',
    sheet: 'need',
    typed: { [POPULATION]: '500,000' },
    shown: {
      'People with a long-term condition (people)': same('150,000'),
      'Of these, people who also have a mental health problem (people)': ['45,000', '45,000', '105,000'],
      'People expected to enter any IAPT service in a year (people)': same('13,636'),
      'People whom the expansion for long-term conditions and MUS is meant to add (people)': same('3,636'),
      'Upper planning figure: the access standard applied to the comorbid group (people)': [
        '11,250',
        '11,250',
        '26,250',
      ],
    },
  },
  {
    // 100,000 × 40, 40, 66 %; 200,000 × 15, 30, 45 %.
    name: 'both routes to medically unexplained symptoms',
    sheet: 'need',
    typed: {
      'Outpatient attendances in a year, or people seen': '100000',
      'GP consultations in a year, or people seen': '200000',
    },
    shown: {
      'Outpatient attendances with medically unexplained symptoms (visits)': ['40,000', '40,000', '66,000'],
      'GP consultations with medically unexplained symptoms (visits)': ['30,000', '60,000', '90,000'],
      // Visits are not people: how many people they are was not entered.
      'People with MUS and depression or anxiety, by way of outpatients (people)': ['–', 'not known', '–'],
    },
  },
  {
    name: 'a team of 20',
    sheet: 'workforce',
    typed: { [STAFF]: '20' },
    shown: {
      'Required: psychological wellbeing practitioners (whole-time equivalents)': same('6.0'),
      'Required: high-intensity therapists (whole-time equivalents)': same('12.0'),
      'Required: senior or specialist therapists (whole-time equivalents)': same('2.0'),
      ...wholePeople('6', '12', '2'),
    },
  },
  {
    name: 'a team of 45, where the senior role wins the tie',
    sheet: 'workforce',
    typed: { [STAFF]: '45' },
    shown: {
      'Required: psychological wellbeing practitioners (whole-time equivalents)': same('13.5'),
      'Required: senior or specialist therapists (whole-time equivalents)': same('4.5'),
      ...wholePeople('13', '27', '5'),
    },
  },
  { name: 'a team of 15', sheet: 'workforce', typed: { [STAFF]: '15' }, shown: wholePeople('4', '9', '2') },
  { name: 'a team of 7', sheet: 'workforce', typed: { [STAFF]: '7' }, shown: wholePeople('2', '4', '1') },
  { name: 'a team of 1', sheet: 'workforce', typed: { [STAFF]: '1' }, shown: wholePeople('0', '1', '0') },
  {
    name: 'a team of nobody today, and a share of the 4,500',
    sheet: 'workforce',
    typed: {
      [POPULATION]: '500000',
      'Staff today: psychological wellbeing practitioners, whole-time equivalents': '0',
      'Staff today: high-intensity therapists, whole-time equivalents': '0',
      'Staff today: senior or specialist therapists, whole-time equivalents': '0',
    },
    shown: {
      'Largest difference of today’s mix from these shares (per cent)': ['–', 'not applicable', '–'],
      'Part of the 4,500 clinicians planned for England, by population (people)': same('41'),
    },
  },
  {
    // 2,000 completers, of whom half recover.
    name: 'what 1,000 recoveries may be worth, with a factor only where one was typed',
    sheet: 'benefits',
    typed: { 'People who were ill enough to count at the start and completed treatment, in a year': '2000' },
    shown: {
      'People who move to recovery (people)': ['640', '1,000', '1,000'],
      'Value if nothing of the difference is saved (ρ = 0) (pounds)': same('£0'),
      'Value if half of it is saved (ρ = 50%) (pounds)': ['£563,200', '£880,000', '£880,000'],
      'Value if all of it is saved (ρ = 100%) (pounds)': ['£1,126,400', '£1,760,000', '£1,760,000'],
      'Value at the factor that you entered (pounds)': ['–', 'not known', '–'],
    },
  },
];

journey('a reader of the estimators', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive({ size: DESK });
  });
  afterAll(async () => visitor?.leaves());

  /** The boxes of an input: low, central and high, or one. */
  const boxes = (label: string) => visitor.page.getByRole('group', { name: label }).getByRole('textbox');
  const cells = async (row: string): Promise<string[]> => {
    const named = visitor.page.getByRole('row').filter({
      has: visitor.page.getByRole('rowheader').getByText(row, { exact: false }),
    });
    return (await named.first().getByRole('cell').allInnerTexts()).map((text) => text.trim());
  };

  it.each(VECTORS)('is shown $name', async ({ sheet, typed, shown }) => {
    await visitor.opens(`/estimate/${sheet}`);
    for (const [label, text] of Object.entries(typed)) {
      // The first box that is filled stands for all three until another is typed.
      const [low, central] = [boxes(label).first(), boxes(label).nth(1)];
      await ((await central.count()) === 0 ? low : central).fill(text);
    }
    for (const [row, values] of Object.entries(shown))
      await expect.poll(() => cells(row), { message: row }).toEqual([...values]);
    // The link opens the same estimate for somebody else.
    const other = await Visitor.arrive({ size: DESK });
    await other.opens(visitor.address);
    const here = await visitor.page.getByRole('main').innerText();
    await expect.poll(() => other.page.getByRole('main').innerText()).toBe(here);
    await other.leaves();
    expect(visitor.troubles).toEqual([]);
  });

  it.each(['need', 'workforce', 'training', 'benefits'])(
    'finds for every input of %s its source, and a formula for every result',
    async (sheet) => {
      await visitor.opens(`/estimate/${sheet}`);
      const inputs = visitor.page.getByRole('form').getByRole('group');
      await expect.poll(() => inputs.count()).toBeGreaterThan(3);
      for (const input of await inputs.all())
        await expect
          .poll(() => input.innerText())
          .toMatch(/\(00\d:\d|No source|None of the sources|No source gives/);
      await visitor.page.getByText('Formulas', { exact: true }).click();
      const results = await visitor.page.getByRole('rowheader').count();
      await expect.poll(() => visitor.page.locator('dd code').allInnerTexts()).toHaveLength(results);
      const formulas = await visitor.page.locator('dd code').allInnerTexts();
      for (const formula of formulas) expect(formula.trim()).not.toBe('');
    },
  );
});
