import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { hasFocus, journey, PHONE, Visitor } from '../support/browser.js';
import { barriersOn, expectSound, sidewaysOn } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a lead writes the report of a round', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    ({ visitor } = await SurveyLead.signsIn());
    await visitor.page.getByRole('navigation', { name: 'Work on this round' }).getByText('Report').click();
    await visitor.page.getByRole('heading', { level: 2, name: 'Blocks' }).waitFor();
  });
  afterAll(() => visitor?.leaves());

  const block = (id: string) => visitor.page.locator(`#block-${id}`);
  const store = async () => {
    await visitor.page.getByRole('button', { name: 'Store the report' }).click();
    await visitor.page.getByText(/^Stored as version \d+/).waitFor();
  };

  it('finds the standard report, marked as made from invented answers', async () => {
    await expect.poll(() => visitor.address).toBe('/manage/rounds/demo-2026/report');
    await expect.poll(() => visitor.heading.innerText()).toMatch(/^Report: .*SYNTHETIC/);
    await visitor.page.getByText('Every number is a figure that can be traced.').waitFor();
    await expectSound(visitor, 'the report');
  });

  it('opens by keyboard what nobody has written yet', async () => {
    const { page } = visitor;
    const edit = block('recommendations-text').getByRole('button', { name: /^Edit/ });
    await edit.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(block('recommendations-text').getByLabel('Text'))).toBe(true);
  });

  it('is told of a bare number as it is typed', async () => {
    const box = block('recommendations-text');
    await box.getByLabel('Text').fill('Core 24 is what 12 hospitals want.');
    await box.getByText('Bare number: 24.').waitFor();
    await box.getByText('Bare number: 12.').waitFor();
    await visitor.page.getByText('2 things hold the next release back:').waitFor();
    await expectSound(visitor, 'a report with a bare number');
  });

  it('marks a name as not a figure, with the reason and not without', async () => {
    const box = block('recommendations-text');
    await box.getByRole('button', { name: 'Mark 24 as not a figure' }).click();
    await box.getByText('Write the reason.').waitFor();
    await box.getByLabel('Why 24 is not a figure').fill('name of a service model');
    await box.getByRole('button', { name: 'Mark 24 as not a figure' }).click();
    await box.getByText('“24” is not a figure: name of a service model.').waitFor();
    await expect.poll(() => box.getByText('Bare number: 24.').count()).toBe(0);
  });

  it('puts a figure from the list in the place of a number', async () => {
    const box = block('recommendations-text');
    await box.getByLabel('Text').fill('Core 24 is what these want: ');
    await box.getByLabel('Figure').selectOption('iapt-in-reach.yes');
    await box.getByLabel('with its denominator').check();
    await box.getByRole('button', { name: 'Put it into the text' }).click();
    await expect
      .poll(() => box.getByLabel('Text').inputValue())
      .toBe('Core 24 is what these want: {{iapt-in-reach.yes | of}}');
    await box.getByText(/Reads: Core 24 is what these want: \d+ of \d+/).waitFor();
    await visitor.page.getByText('Every number is a figure that can be traced.').waitFor();
    await store();
  });

  it('is refused a reference to no figure, at its block, and loses nothing', async () => {
    const box = block('recommendations-text');
    const text = await box.getByLabel('Text').inputValue();
    await box.getByLabel('Text').fill('See {{nowhere.at-all}}.');
    await visitor.page.getByRole('button', { name: 'Store the report' }).click();
    await visitor.page.getByRole('heading', { name: 'Nothing was stored' }).waitFor();
    await expect.poll(() => box.getByText(/which is no figure of this release/).count()).toBeGreaterThan(0);
    await expect.poll(() => box.getByLabel('Text').inputValue()).toBe('See {{nowhere.at-all}}.');
    await box.getByLabel('Text').fill(text);
    await block('recommendations-text')
      .getByRole('button', { name: /^Close/ })
      .click();
  });

  it('keeps both texts when a colleague wrote in the same block meanwhile', async () => {
    const colleague = await SurveyLead.signsIn();
    try {
      const { page } = colleague.visitor;
      await colleague.visitor.opens('/manage/rounds/demo-2026/report');
      const theirs = page.locator('#block-introduction-why');
      await theirs.getByRole('button', { name: /^Edit/ }).click();
      await theirs.getByLabel('Text').fill('Theirs.');
      await page.getByRole('button', { name: 'Store the report' }).click();
      await page.getByText(/^Stored as version \d+/).waitFor();
    } finally {
      await colleague.visitor.leaves();
    }
    const mine = block('introduction-why');
    await mine.getByRole('button', { name: /^Edit/ }).click();
    await mine.getByLabel('Text').fill('Mine.');
    await visitor.page.getByRole('button', { name: 'Store the report' }).click();
    const conflict = visitor.page.getByRole('alert').filter({ hasText: 'Somebody else wrote' });
    await conflict.getByText('Theirs.', { exact: false }).first().waitFor();
    await expectSound(visitor, 'two texts in one place');
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await store();
    await mine.getByText('Mine.').first().waitFor();
  });

  it('chooses a quotation that was cleared, sees it in the preview, and is told when it may not stand there', async () => {
    const { page } = visitor;
    const { quotableComments } = await visitor.asks(
      '{ quotableComments(roundId: "demo-2026") { unitId text } }',
    );
    const { unitId, text } = quotableComments[0];
    const { saveQuotation } = await visitor.asks(
      'mutation ($input: SaveQuotationInput!) { saveQuotation(input: $input) { id revision words } }',
      {
        input: {
          roundId: 'demo-2026',
          id: '',
          unitId,
          expectedRevision: 0,
          start: 0,
          end: text.length,
          masks: [],
        },
      },
    );
    const { id, revision, words } = saveQuotation;
    await visitor.asks(
      'mutation ($id: ID!, $r: Int!) { confirmQuotation(id: $id, expectedRevision: $r) { state } }',
      {
        id,
        r: revision,
      },
    );
    await visitor.opens('/manage/rounds/demo-2026/report');
    const box = block('recommendations-text');
    await box.getByRole('button', { name: /^Edit/ }).click();
    await box.getByLabel('Add behind it').selectOption('quotations');
    await box.getByRole('button', { name: 'Add', exact: true }).click();
    const choice = page.locator(`input[id$="-${id}"]`);
    await page.getByRole('group', { name: 'Quotations, 0 chosen' }).waitFor();
    await choice.focus();
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: 'Quotations, 1 chosen' }).waitFor();
    const hint = page.locator(`[id="${await choice.getAttribute('aria-describedby')}"]`);
    await expect.poll(() => hint.innerText()).toMatch(/Cleared by .+ on \d/);
    await page.getByLabel('Sentence before the quotations').fill('In the words of one of them:');
    await expectSound(visitor, 'choosing quotations');
    await page.setViewportSize(PHONE);
    expect(await sidewaysOn(visitor)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await store();
    await page.getByRole('button', { name: 'Show the preview here' }).click();
    const quote = page.frameLocator('iframe').locator('figure.quote', { hasText: words });
    await quote.getByText('One of the hospitals that answered').waitFor();
    await visitor.asks('mutation ($id: ID!) { removeQuotation(id: $id) }', { id });
    await visitor.opens('/manage/rounds/demo-2026/report');
    await page
      .getByText(/has a quotation that may not stand there/)
      .first()
      .waitFor();
  });

  it('looks at the preview: a page that axe finds nothing in, wide and narrow', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Show the preview here' }).click();
    const preview = page.frameLocator('iframe');
    await preview.getByText(/Core 24 is what these want: \d+ of \d+/).waitFor();
    await page.getByRole('button', { name: 'Hide the preview' }).click();
    await visitor.opens('/manage/v1/rounds/demo-2026/report/preview.html');
    await expectSound(visitor, 'the preview');
    await page.setViewportSize(PHONE);
    expect(await sidewaysOn(visitor)).toEqual([]);
    expect(await barriersOn(visitor)).toEqual([]);
  });

  it('takes it along for Word and as PDF', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 1280, height: 900 });
    await visitor.opens('/manage/rounds/demo-2026/report');
    for (const [link, begins] of [
      ['Preview for Word (.docx)', 'PK'],
      ['Preview as PDF', '%PDF-'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^SYNTHETIC_liaison-atlas_demo-2026_report-preview\./);
      const content = await readFile(await download.path());
      expect(content.toString('latin1').startsWith(begins)).toBe(true);
    }
  });

  it('brings the standard report back when asked twice, and fits a phone', async () => {
    const { page } = visitor;
    await page.setViewportSize(PHONE);
    expect(await sidewaysOn(visitor)).toEqual([]);
    await page.getByRole('button', { name: 'Bring back version 0' }).click();
    await page.getByRole('button', { name: /^Yes, as version \d+/ }).click();
    await page.getByText(/^Version \d+ holds now\./).waitFor();
    await block('introduction-why').getByText('Nobody has written this yet.').waitFor();
    await expectSound(visitor, 'the report on a phone');
  });
});

journey('everybody reads the report of 2017-18', () => {
  it('as a page of its own, without barriers, on a phone too', async () => {
    const visitor = await Visitor.arrive({ size: PHONE, script: false });
    try {
      await visitor.opens('/open/v1/rounds/2017-18/report.html');
      await expect
        .poll(() => visitor.page.getByText('Of the services with in-reach, 1 of 3').count())
        .toBe(1);
      await expect.poll(() => visitor.page.getByRole('img', { name: /IAPT in-reach/ }).count()).toBe(1);
      expect(visitor.troubles).toEqual([]);
    } finally {
      await visitor.leaves();
    }
    const reader = await Visitor.arrive();
    try {
      await reader.opens('/open/v1/rounds/2017-18/report.html');
      await expectSound(reader, 'the report of 2017-18');
    } finally {
      await reader.leaves();
    }
  });
});
