import type { Locator } from 'playwright-core';

import type { Visitor } from './browser.js';

const WORDS = {
  role: 'Lead or manager of a liaison psychiatry service',
  perspective: 'Liaison psychiatry or psychological medicine',
  population: 'Adults of working age',
  country: 'England',
} as const;

/** Pages of the questionnaire (version 1.1) for a hospital with in-reach for one group, in the order they come. */
export const PAGES = [
  'hospital',
  'role',
  'perspective',
  'population',
  'country',
  'iapt_treats_mus',
  'iapt_treats_ltc',
  'iapt_inreach_mus',
  'iapt_inreach_ltc',
  'integration',
  'positives',
  'improve',
  'comments',
  'service',
  'consent',
] as const;
export type PageId = (typeof PAGES)[number];

/** Makes a link to the synthetic round, as an invitation would bring it. */
export async function givenInvitation(url: string): Promise<{ path: string; hospital: string }> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { openDemoAnswer { path hospitalName } }' }),
  });
  const { data } = (await answer.json()) as {
    data: { openDemoAnswer: { path: string; hospitalName: string } };
  };
  return { path: data.openDemoAnswer.path, hospital: data.openDemoAnswer.hospitalName };
}

const FORM: Readonly<Partial<Record<PageId, Readonly<Record<string, string>>>>> = {
  role: { role: 'liaison_lead' },
  perspective: { perspective: 'liaison' },
  population: { population: 'adult' },
  country: { country: 'england' },
  iapt_treats_mus: { iapt_treats_mus: 'yes' },
  iapt_treats_ltc: { iapt_treats_ltc: 'yes' },
  iapt_inreach_mus: { iapt_inreach_mus: 'no' },
  iapt_inreach_ltc: { iapt_inreach_ltc: 'yes' },
  integration: { integration: '60' },
  consent: { consent_facts: 'yes', consent_score: 'yes', consent_quote: 'no' },
};

const FREE_TEXTS = ['positives', 'improve', 'comments'] as const satisfies readonly PageId[];

/**
 * Answers every page before `last` beforehand, by the same forms that a browser sends; for a journey that begins in
 * the middle of the questionnaire. `words` go into every free text.
 */
export async function givenAnswersUpTo(
  url: string,
  path: string,
  last: PageId | 'check',
  words = '',
): Promise<void> {
  const texts: typeof FORM =
    words === '' ? {} : Object.fromEntries(FREE_TEXTS.map((id) => [id, { [id]: words }]));
  for (const page of PAGES) {
    if (page === last) return;
    const html = await (await fetch(`${url}${path}/${page}`)).text();
    const expectedRevision = /name="expectedRevision" value="(\d+)"/.exec(html)?.[1] ?? '';
    const hospital = /<option value="([^"]+)" selected/.exec(html)?.[1] ?? '';
    const fields = page === 'hospital' ? { hospital } : (texts[page] ?? FORM[page] ?? {});
    const saved = await fetch(`${url}${path}/${page}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, expectedRevision }),
      redirect: 'manual',
    });
    if (saved.status !== 303) throw new Error(`the page ${page} was not saved: ${saved.status}`);
  }
}

/** A liaison nurse with a link, answering page by page for a hospital where IAPT comes in for LTC. */
export class Respondent {
  constructor(readonly visitor: Visitor) {}

  private get page() {
    return this.visitor.page;
  }

  /** Name of the page that is open, from its address. */
  get at(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  get numberBox(): Locator {
    return this.page.getByRole('textbox', { name: 'A whole number from 0 to 100' });
  }

  get slider(): Locator {
    return this.page.getByRole('slider');
  }

  radio(name: string, question?: RegExp): Locator {
    const group = question ? this.page.getByRole('group', { name: question }) : this.page;
    return group.getByRole('radio', { name, exact: true });
  }

  /** Gives this page's answer, if the page has one that must be given. */
  async fillsIn(page: PageId): Promise<void> {
    if (page === 'role' || page === 'perspective' || page === 'country')
      await this.radio(WORDS[page]).check();
    else if (page === 'population') await this.page.getByRole('checkbox', { name: WORDS.population }).check();
    else if (page === 'iapt_inreach_mus') await this.radio('No').check();
    else if (page.startsWith('iapt_')) await this.radio('Yes').check();
    else if (page === 'integration') await this.numberBox.fill('60');
    else if (page === 'consent') {
      await this.radio('Yes', /yes and no answers/).check();
      await this.radio('Yes', /integration score/).check();
      await this.radio('No', /what you wrote/).check();
    }
  }

  /** Presses "Save and continue" and waits for the page after it. */
  async goesOn(): Promise<void> {
    const before = this.at;
    await this.page.getByRole('button', { name: 'Save and continue' }).click();
    await this.page.waitForURL((address) => !address.pathname.endsWith(`/${before}`));
    await this.visitor.settled();
  }

  /** The value beside a question on the check page or the receipt. */
  answerTo(question: RegExp): Locator {
    return this.page
      .locator('.nhsuk-summary-list__row')
      .filter({ has: this.page.getByRole('term').filter({ hasText: question }) })
      .locator('.nhsuk-summary-list__value');
  }

  /** Reference number on the receipt. */
  async reference(): Promise<string> {
    await this.page.waitForURL('**/receipt');
    const text = await this.page.getByText('Your reference number is').innerText();
    return /LA-[A-Z0-9-]+/.exec(text)?.[0] ?? '';
  }
}
