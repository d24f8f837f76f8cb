import { afterAll, expect, it } from 'vitest';

import { journey, PHONE, Visitor } from '../support/browser.js';
import { expectSound } from '../support/page-checks.js';
import { givenAnswersUpTo, givenInvitation, Respondent } from '../support/respondent.js';
import { SurveyLead } from '../support/survey-lead.js';

const ROUND = 'demo-2026';

journey('a survey lead releases the synthetic round', () => {
  let lead: SurveyLead;
  let hospital = '';
  let number = 0;
  afterAll(async () => lead?.visitor.leaves());

  const openData = async (path: string) => {
    const answer = await fetch(new URL(`/open/v1/rounds${path}`, lead.visitor.url));
    expect(answer.status).toBe(200);
    return answer;
  };
  const released = async (): Promise<number> => {
    const rounds = (await (await openData('')).json()) as { id: string; latestRelease: { number: number } }[];
    return rounds.find(({ id }) => id === ROUND)?.latestRelease.number ?? 0;
  };
  const rowOf = async (name: string): Promise<string> => {
    const csv = await (await openData(`/${ROUND}/hospitals.csv`)).text();
    return csv.split('\r\n').find((line) => line.includes(name)) ?? '';
  };

  it('signs in and sees the live state, with an answer that no release holds yet', async () => {
    const nurse = new Respondent(await Visitor.arrive({ size: PHONE }));
    const invitation = await givenInvitation(nurse.visitor.url);
    hospital = invitation.hospital;
    await givenAnswersUpTo(nurse.visitor.url, invitation.path, 'check');
    await nurse.visitor.opens(`${invitation.path}/check`);
    await nurse.visitor.page.getByRole('button', { name: 'Send your answers' }).click();
    await nurse.reference();
    await nurse.visitor.leaves();

    lead = await SurveyLead.signsIn();
    number = (await released()) + 1;
    expect(number).toBeGreaterThan(1);
    expect(await rowOf(hospital)).toContain(',NR,');
    await expect.poll(() => lead.rowsOf(hospital).innerText()).toContain('IAPT in-reach, partly integrated');
    await expectSound(lead.visitor, 'the live state');
  });

  it('is asked before publishing, and can go back', async () => {
    const { page } = lead.visitor;
    await page.getByRole('button', { name: 'Review before publishing' }).click();
    await page.getByRole('heading', { name: 'Publish this interim release?' }).waitFor();
    await expectSound(lead.visitor, 'the confirmation');
    await page.getByRole('button', { name: 'No, go back' }).click();
    expect(await released()).toBe(number - 1);
  });

  it('publishes the next release', async () => {
    const { page } = lead.visitor;
    await page.getByLabel(/Note for readers/).fill('A release made by a journey.');
    await page.getByRole('button', { name: 'Review before publishing' }).click();
    await page.getByRole('button', { name: 'Yes, publish' }).click();
    await page.getByRole('status').getByText(`Release ${number} is public`).waitFor();
    expect(await released()).toBe(number);
    await expectSound(lead.visitor, 'the live state after the release');
  });

  it('finds it on the page of the round', async () => {
    const { page } = lead.visitor;
    await page.getByRole('link', { name: 'See the release' }).click();
    await page.waitForURL(`**/rounds/${ROUND}`);
    await page.getByRole('heading', { level: 2, name: 'This release' }).waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toContain(`${number}, interim`);
    await expectSound(lead.visitor, 'the round');
  });

  it('finds the new answer in the list and on the map', async () => {
    const { page } = lead.visitor;
    await lead.visitor.opens(`/map?round=${ROUND}&f.q=${encodeURIComponent(hospital)}`);
    await expect.poll(() => page.getByText(`Release ${number} (interim)`).first().isVisible()).toBe(true);
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: hospital, exact: true }) });
    await expect.poll(() => row.innerText()).toContain('IAPT in-reach, partly integrated');
    await page.getByRole('tab', { name: 'Map' }).click();
    const mark = page.getByRole('button', {
      name: `${hospital}: IAPT in-reach, partly integrated, integration 60 of 100`,
    });
    await mark.waitFor();
  });

  it('finds it in the CSV', async () => {
    expect(await rowOf(hospital)).toMatch(/,G3,.*synthetic/);
  });

  it('signs out, and the live state refuses', async () => {
    const { page } = lead.visitor;
    await lead.visitor.opens(`/manage/rounds/${ROUND}`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Only survey leads, cleaners and analysts see this.').waitFor();
    await expect.poll(() => page.getByRole('heading', { level: 2, name: 'Hospitals' }).count()).toBe(0);
    await lead.visitor.opens(`/manage/rounds/${ROUND}`);
    await expect.poll(() => page.getByRole('main').innerText()).toContain('You are not signed in.');
    await expect.poll(() => page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    expect(lead.visitor.troubles).toEqual([]);
  });
});
