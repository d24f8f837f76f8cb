import { expect, it } from 'vitest';

import { journey, Visitor } from '../support/browser.js';
import { givenAnswersUpTo, givenInvitation, Respondent } from '../support/respondent.js';

journey('a liaison nurse is called away while typing', () => {
  it('leaves the page at once, and finds what was typed when coming back', async () => {
    const nurse = new Respondent(await Visitor.arrive());
    const { page } = nurse.visitor;
    const { path } = await givenInvitation(nurse.visitor.url);
    await givenAnswersUpTo(nurse.visitor.url, path, 'positives');
    await nurse.visitor.opens(`${path}/positives`);
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await page.getByRole('textbox').fill('Typed in a hurry');
    await page.goto('about:blank');
    const saved = async (): Promise<string> => {
      await nurse.visitor.opens(`${path}/positives`);
      return page.getByRole('textbox').inputValue();
    };
    await expect.poll(saved).toBe('Typed in a hurry');
    await page.getByRole('textbox').fill('Typed in a hurry, and more');
    await page.getByText(/^Saved at/).waitFor();
    await nurse.visitor.leaves();
  });
});
