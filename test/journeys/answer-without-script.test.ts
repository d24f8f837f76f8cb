import { afterAll, expect, it } from 'vitest';

import { hasFocus, journey, PHONE, Visitor } from '../support/browser.js';
import { sidewaysOn } from '../support/page-checks.js';
import { givenInvitation, Respondent } from '../support/respondent.js';

journey('a liaison nurse answers on a locked-down computer, without JavaScript and without a mouse', () => {
  let visitor: Visitor;
  let nurse: Respondent;
  afterAll(async () => visitor?.leaves());

  const press = (key: string) => visitor.page.keyboard.press(key);
  /** Presses the page's main button by keyboard and waits for the page after it. */
  const goesOn = async () => {
    const before = nurse.at;
    await visitor.tabsTo(visitor.page.getByRole('button', { name: 'Save and continue' }));
    await press('Enter');
    await visitor.page.waitForURL((address) => !address.pathname.endsWith(`/${before}`));
  };
  /** Moves to a list of options with Tab, and to the option with the arrow keys. */
  const chooses = async (option: string, question?: RegExp) => {
    const options = (question ? visitor.page.getByRole('group', { name: question }) : visitor.page).getByRole(
      'radio',
    );
    await visitor.tabsTo(options.first());
    await press('Space');
    for (let at = 0; at < (await options.count()); at += 1) {
      if (await nurse.radio(option, question).isChecked()) return;
      await press('ArrowDown');
    }
    await expect.poll(() => nurse.radio(option, question).isChecked()).toBe(true);
  };

  it('opens the link of the invitation and starts', async () => {
    visitor = await Visitor.arrive({ size: PHONE, script: false });
    nurse = new Respondent(visitor);
    await visitor.opens((await givenInvitation(visitor.url)).path);
    await expect.poll(() => nurse.at).toBe('information');
    await visitor.tabsTo(visitor.page.getByRole('link', { name: 'Start' }));
    await press('Enter');
    await visitor.page.waitForURL('**/hospital');
  });

  it('answers the questions before the score with Tab, Space, arrows and Enter', async () => {
    await goesOn();
    await chooses('Consultant in liaison psychiatry');
    await goesOn();
    await chooses('Liaison psychiatry or psychological medicine');
    await goesOn();
    await visitor.tabsTo(visitor.page.getByRole('checkbox', { name: 'Older people' }));
    await press('Space');
    await goesOn();
    await chooses('England');
    await goesOn();
    for (const answer of ['Yes', "I don't know", 'Yes', 'No']) {
      await chooses(answer);
      expect(await sidewaysOn(visitor)).toEqual([]);
      await goesOn();
    }
    await expect.poll(() => nurse.at).toBe('integration');
  });

  it('has a number box and no slider', async () => {
    expect(await nurse.slider.count()).toBe(0);
    await expect.poll(() => visitor.page.getByText('100 = Seamlessly integrated').isVisible()).toBe(true);
  });

  it('types 150, and is shown the problem with a way to the field', async () => {
    await visitor.tabsTo(nurse.numberBox);
    await visitor.page.keyboard.type('150');
    await press('Enter');
    await visitor.page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expect.poll(() => visitor.page.title()).toMatch(/^Error: /);
    await expect.poll(() => nurse.numberBox.inputValue()).toBe('150');
    await expect.poll(() => nurse.numberBox.getAttribute('aria-invalid')).toBe('true');
    expect(await sidewaysOn(visitor)).toEqual([]);

    const way = visitor.page.getByRole('alert').getByRole('link');
    await expect.poll(() => way.innerText()).toContain('100');
    await visitor.tabsTo(way);
    await press('Enter');
    await expect.poll(() => hasFocus(nurse.numberBox)).toBe(true);
  });

  it('corrects it to 15 and goes on', async () => {
    await press('End');
    await press('Backspace');
    await goesOn();
    await expect.poll(() => nurse.at).toBe('positives');
  });

  it('leaves what may be left empty, decides about publication and sends', async () => {
    for (const page of ['positives', 'improve', 'comments', 'service']) {
      await expect.poll(() => nurse.at).toBe(page);
      await goesOn();
    }
    await chooses('Yes', /yes and no answers/);
    await chooses('No', /integration score/);
    await chooses('No', /what you wrote/);
    await goesOn();
    await expect.poll(() => nurse.at).toBe('check');
    await expect
      .poll(() => nurse.answerTo(/^In your opinion how well integrated/).innerText())
      .toContain('15');
    await visitor.tabsTo(visitor.page.getByRole('button', { name: 'Send your answers' }));
    await press('Enter');
    expect(await nurse.reference()).toMatch(/^LA-/);
    expect(await sidewaysOn(visitor)).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });
});
