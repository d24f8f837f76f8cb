import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { givenAnswersUpTo, givenInvitation, Respondent } from '../support/respondent.js';
import { SurveyLead } from '../support/survey-lead.js';

journey('a liaison nurse goes on at another device', () => {
  let onPhone: Respondent;
  let onComputer: Respondent;
  let path = '';
  beforeAll(async () => {
    onPhone = new Respondent(await Visitor.arrive({ size: PHONE }));
    onComputer = new Respondent(await Visitor.arrive());
    ({ path } = await givenInvitation(onPhone.visitor.url));
  });
  afterAll(() => Promise.all([onPhone, onComputer].map((each) => each?.visitor.leaves())));

  it('opens the same link there and comes to the first open question', async () => {
    await onPhone.visitor.opens(path);
    await onPhone.visitor.page.getByRole('link', { name: 'Start' }).click();
    await onPhone.visitor.page.waitForURL('**/hospital');
    await onPhone.goesOn();
    await onPhone.fillsIn('role');
    await onPhone.goesOn();
    await expect.poll(() => onPhone.at).toBe('perspective');
    await onComputer.visitor.opens(path);
    await expect.poll(() => onComputer.at).toBe('perspective');
    await onComputer.radio('Liaison psychiatry or psychological medicine').check();
    await onComputer.goesOn();
    await onComputer.fillsIn('population');
    await onComputer.goesOn();
  });

  it('saves an older page on the phone, and is shown both versions', async () => {
    const { page } = onPhone.visitor;
    await onPhone.radio('Clinical health psychology').check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'This page was changed somewhere else' }).waitFor();
    const words = (): Promise<string> => page.getByRole('main').innerText();
    await expect.poll(words).toContain('Liaison psychiatry or psychological medicine');
    await expect.poll(words).toContain('Clinical health psychology');
  });

  it('keeps the own version, and nothing else that was saved is lost', async () => {
    const { page } = onPhone.visitor;
    await page.getByRole('button', { name: 'Use my answer instead' }).click();
    await page.waitForURL('**/population');
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Adults of working age' }).isChecked())
      .toBe(true);
    await onComputer.visitor.opens(`${path}/perspective`);
    await expect.poll(() => onComputer.radio('Clinical health psychology').isChecked()).toBe(true);
  });
});

journey('a liaison nurse looks at the slider and does not touch it', () => {
  it('has not answered the question, is told so once, and may go on', async () => {
    const nurse = new Respondent(await Visitor.arrive());
    const { page } = nurse.visitor;
    const { path } = await givenInvitation(nurse.visitor.url);
    await givenAnswersUpTo(nurse.visitor.url, path, 'integration');
    await nurse.visitor.opens(path);
    await expect.poll(() => nurse.at).toBe('integration');
    await nurse.slider.focus();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('alert').getByText('You have not answered this question').waitFor();
    await nurse.goesOn();
    await expect.poll(() => nurse.at).toBe('positives');
    await nurse.visitor.opens(`${path}/check`);
    const given = await nurse.answerTo(/^In your opinion how well integrated/).innerText();
    expect(given).not.toMatch(/\d/);
    await nurse.visitor.leaves();
  });
});

journey('a liaison nurse clicks twice on send', () => {
  /** How many forms of a hospital the survey lead sees. */
  const formsOf = async (hospital: string): Promise<string> => {
    const lead = await SurveyLead.signsIn();
    const forms = await lead.rowsOf(hospital).getByRole('cell').nth(1).innerText();
    await lead.visitor.leaves();
    return forms;
  };

  it('stores one response and shows one receipt', async () => {
    const nurse = new Respondent(await Visitor.arrive());
    const { path, hospital } = await givenInvitation(nurse.visitor.url);
    await givenAnswersUpTo(nurse.visitor.url, path, 'check');
    await nurse.visitor.opens(`${path}/check`);
    await nurse.visitor.page
      .getByRole('button', { name: 'Send your answers' })
      .dblclick({ noWaitAfter: true });
    const reference = await nurse.reference();
    expect(reference).toMatch(/^LA-/);
    await nurse.visitor.opens(path);
    expect(await nurse.reference()).toBe(reference);

    expect(await formsOf(hospital)).toBe('1');
    await nurse.visitor.leaves();
  });

  it('stores one response even where scripts do not hold the second click back', async () => {
    const nurse = new Respondent(await Visitor.arrive({ script: false }));
    const { path, hospital } = await givenInvitation(nurse.visitor.url);
    await givenAnswersUpTo(nurse.visitor.url, path, 'check');
    await nurse.visitor.opens(`${path}/check`);
    await nurse.visitor.page
      .getByRole('button', { name: 'Send your answers' })
      .dblclick({ noWaitAfter: true });
    expect(await nurse.reference()).toMatch(/^LA-/);

    expect(await formsOf(hospital)).toBe('1');
    await nurse.visitor.leaves();
  });
});

journey('the server dies while a liaison nurse is answering', () => {
  let product: BuiltProduct;
  let nurse: Respondent;
  let path = '';
  beforeAll(async () => {
    product = await startBuiltProduct();
    nurse = new Respondent(await Visitor.arrive({ url: product.url }));
    ({ path } = await givenInvitation(product.url));
  });
  afterAll(async () => {
    await nurse?.visitor.leaves();
    await product?.remove();
  });

  it('keeps the entries of the open page and says that they are not saved', async () => {
    await givenAnswersUpTo(product.url, path, 'population');
    await nurse.visitor.opens(path);
    await expect.poll(() => nurse.at).toBe('population');
    await product.kill();
    await nurse.fillsIn('population');
    await nurse.visitor.page.getByText(/^Not saved yet/).waitFor();
    await expect
      .poll(() => nurse.visitor.page.getByRole('checkbox', { name: 'Adults of working age' }).isChecked())
      .toBe(true);
  });

  it('goes on from the same page once the server is back', async () => {
    await product.restart();
    await nurse.goesOn();
    await expect.poll(() => nurse.at).toBe('country');
  });

  it('still has everything that was saved before', async () => {
    await nurse.visitor.opens(`${path}/check`);
    await expect
      .poll(() => nurse.answerTo(/What is your role/).innerText())
      .toContain('Lead or manager of a liaison');
    await expect.poll(() => nurse.answerTo(/Which patients/).innerText()).toContain('Adults of working age');
  });
});
