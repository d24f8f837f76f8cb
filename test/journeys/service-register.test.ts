import { afterAll, beforeAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { SurveyLead } from '../support/survey-lead.js';

/** A hospital that no other journey enters a service for. */
const HOSPITAL = 'RH801';

journey('the service register', () => {
  let reader: Visitor;
  let lead: Visitor;
  beforeAll(async () => {
    reader = await Visitor.arrive({ size: PHONE });
    lead = (await SurveyLead.signsIn()).visitor;
  });
  afterAll(async () => {
    await reader?.leaves();
    await lead?.leaves();
  });

  const main = (visitor: Visitor) => visitor.page.getByRole('main');
  const press = (visitor: Visitor, name: string | RegExp) =>
    main(visitor).getByRole('button', { name }).first().click();
  const fill = (visitor: Visitor, label: string, text: string) =>
    main(visitor).getByLabel(label).first().fill(text);
  const enter = async (name: string, kind: string, status: string, how: string): Promise<void> => {
    await lead.opens('/manage/services/new');
    await main(lead).getByLabel('Kind', { exact: true }).selectOption(kind);
    await fill(lead, 'Name', name);
    await main(lead).getByLabel('Status').selectOption(status);
    await fill(lead, 'Add a hospital', HOSPITAL);
    await press(lead, 'Look up');
    await press(lead, /^Add (?!a)/);
    await main(lead)
      .getByLabel(/^How it reaches/)
      .selectOption(how);
    await fill(lead, 'Where exactly', 'Told by an unreal team');
    await press(lead, 'Save');
  };

  it('says on a phone that an empty register is no finding, and takes a correction by keyboard', async () => {
    await reader.opens(`/hospitals/${HOSPITAL}`);
    await main(reader).getByRole('heading', { name: 'Existing services' }).waitFor();
    await expect.poll(() => main(reader).innerText()).toMatch(/not known, which is not “none”/);
    await expectSound(reader, 'the hospital');
    await reader.opens(`/services/correct?hospital=${HOSPITAL}`);
    const box = main(reader).getByLabel(/What is wrong/);
    await reader.tabsTo(box, 60);
    await reader.page.keyboard.type('A pain team has worked here since spring.');
    await reader.tabsTo(main(reader).getByRole('button', { name: /Send to those/ }), 10);
    await reader.page.keyboard.press('Enter');
    await main(reader).getByText('A person will read it').waitFor();
    await expectSound(reader, 'the correction');
  });

  it('takes a case study for an area that has none, part by part', async () => {
    await reader.opens('/case-studies');
    await main(reader)
      .getByRole('link', { name: /send us a case study.*carers/i })
      .click();
    await main(reader).getByLabel('Priority area').waitFor();
    expect(await main(reader).getByLabel('Priority area').inputValue()).toBe('6');
    await press(reader, 'Send the case study');
    await main(reader).getByText('“Place” is empty.').first().waitFor();
    await fill(reader, 'Name of the service', 'Unreal Carers');
    await fill(reader, 'Place', 'Unreal Town');
    await fill(reader, 'Provider', 'Unreal Trust');
    await fill(reader, 'How it works', 'A nurse visits those who care.');
    await press(reader, 'Send the case study');
    await main(reader).getByText('A person will read it').waitFor();
    await expectSound(reader, 'the case study sent');
    await lead.opens('/manage/services');
    await main(lead).getByText('Case study for priority area 6').waitFor();
    expect(await main(lead).innerText()).toContain('What came of it: not given');
  });

  it('lets a lead enter a service, and warns before a planned in-reach is stored beside it', async () => {
    await enter('Unreal Pain Team', 'pain', 'active', 'on_site');
    await expect.poll(() => lead.heading.innerText()).toMatch(/Unreal Pain Team/);
    await expectSound(lead, 'the service');
    await enter('Unreal Planned In-reach', 'iapt_ltc', 'planned', 'in_reach');
    await main(lead).getByText('There is already a service on site').waitFor();
    await expectSound(lead, 'the form with its warning');
    await press(lead, 'Save all the same');
    await expect.poll(() => lead.heading.innerText()).toMatch(/Unreal Planned In-reach/);
  });

  it('shows everybody the services with source and age, at the hospital and in the register', async () => {
    await reader.opens(`/hospitals/${HOSPITAL}`);
    await main(reader).getByText('Planned in-reach beside an existing service').waitFor();
    await expectSound(reader, 'the hospital with services');
    await reader.opens('/services?kind=pain');
    await main(reader).getByRole('link', { name: 'Unreal Pain Team' }).click();
    await expect
      .poll(() => main(reader).innerText())
      .toMatch(/told by the provider: Told by an unreal team/i);
    await expect.poll(() => main(reader).innerText()).toMatch(/no address is on file/);
    await expectSound(reader, 'the service on a phone');
  });

  it('brings what waits to the lead, who notes the correction as taken over', async () => {
    await lead.opens('/manage/services');
    await main(lead).getByText('A pain team has worked here since spring.').waitFor();
    await expectSound(lead, 'what waits');
    await press(lead, /^It has been taken over/);
    await main(lead).getByText('Noted as taken over').waitFor();
  });

  it('passes a question on to a team whose address nobody sees, and says so once', async () => {
    await lead.opens('/services?kind=pain');
    await main(lead).getByRole('link', { name: 'Unreal Pain Team' }).click();
    await main(lead)
      .getByRole('link', { name: /Change, confirm or close/ })
      .click();
    await main(lead).getByText('Where questions to the team go').click();
    await main(lead).getByLabel('E-mail address of the team').fill('pain-team@example.org');
    await press(lead, 'Put it on file');
    await expect.poll(() => main(lead).getByRole('status').first().innerText()).not.toBe('');

    await reader.opens('/services?kind=pain');
    await main(reader).getByRole('link', { name: 'Unreal Pain Team' }).click();
    const question = main(reader).getByLabel('Your question');
    await question.waitFor();
    expect(await main(reader).innerText()).not.toContain('pain-team@example.org');
    // Without an address for the answer nothing goes out, and the words stay.
    await reader.tabsTo(question, 150);
    await reader.page.keyboard.type('Do you take referrals from the wards?');
    await reader.tabsTo(main(reader).getByRole('button', { name: 'Send the question' }), 10);
    await reader.page.keyboard.press('Enter');
    await main(reader).getByText('Nothing was sent').waitFor();
    await expectSound(reader, 'a question without an address');
    await expect.poll(() => question.inputValue()).toBe('Do you take referrals from the wards?');
    await fill(reader, 'Your e-mail address', 'commissioner@example.org');
    await press(reader, 'Send the question');
    await expect.poll(() => main(reader).getByRole('status').innerText()).not.toBe('');
    expect(await main(reader).innerText()).not.toContain('pain-team@example.org');
    await expectSound(reader, 'the question that was sent');

    await lead.opens('/manage/outbox');
    const mail = main(lead)
      .getByRole('row')
      .filter({ has: lead.page.getByRole('rowheader', { name: 'pain-team@example.org' }) });
    await mail.locator('summary').click();
    await expect.poll(() => mail.innerText()).toContain('Do you take referrals from the wards?');
  });

  it('closes a service after a question, and brings the earlier state back', async () => {
    await lead.opens('/services?kind=pain');
    await main(lead).getByRole('link', { name: 'Unreal Pain Team' }).click();
    await main(lead)
      .getByRole('link', { name: /Change, confirm or close/ })
      .click();
    await main(lead).getByText('It is still so, or the service has ended').click();
    const acts = main(lead).locator('details').filter({ hasText: 'Close the service' });
    await acts.getByLabel('Where exactly').fill('Told by an unreal team');
    await acts.getByRole('button', { name: 'Close the service' }).click();
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Close the service' }).click();
    await main(lead).getByText('The history can bring it back').waitFor();
    await press(lead, /^Bring back revision 1/);
    await main(lead).getByText('Revision 1 holds again').waitFor();
    await expectSound(lead, 'the desk of a service');
  });
});
