import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { matchPath } from 'react-router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DESK, journey, PHONE, Visitor } from '../support/browser.js';
import { cutTablesOn, expectSound } from '../support/page-checks.js';

interface Place {
  readonly address: string;
  /** Text of the main heading. */
  readonly heading: RegExp;
  /** What a visitor must find there, so that an empty frame does not pass. */
  readonly shows: RegExp;
}

const ENGLAND_2018 = /^IAPT and liaison psychiatry, hospital by hospital: England, .*2017-18/;
const ENGLAND_DEMO = /^IAPT and liaison psychiatry, hospital by hospital: England, .*SYNTHETIC/;
const explorer = (path: string, round: string, heading: RegExp): Place[] =>
  [
    { view: '', shows: /Royal Oldham Hospital|Addenbrooke/ },
    { view: '&view=map', shows: /All England/ },
    { view: '&view=summary', shows: /Hospitals shown, by what is reported/ },
  ].map(({ view, shows }) => ({ address: `${path}?round=${round}${view}`, heading, shows }));

const PLACES: readonly Place[] = [
  { address: '/', heading: /^Liaison Atlas$/, shows: /hospitals? that rated integration/ },
  { address: '/search?q=oldham', heading: /oldham/i, shows: /Royal Oldham Hospital/ },
  { address: '/rounds', heading: /results/, shows: /2017-18/ },
  { address: '/rounds/2017-18', heading: /2017-18/, shows: /SHA-256/ },
  { address: '/rounds/demo-2026', heading: /SYNTHETIC/, shows: /SHA-256/ },
  ...explorer('/map', '2017-18', ENGLAND_2018),
  ...explorer('/map', 'demo-2026', ENGLAND_DEMO),
  { address: '/embed/map?round=demo-2026&view=map', heading: ENGLAND_DEMO, shows: /Open the full map/ },
  { address: '/explore', heading: /^Figures: IAPT/, shows: /17\.3% to 89\.9%/ },
  { address: '/explore?round=demo-2026&by=region', heading: /SYNTHETIC/, shows: /North West/ },
  { address: '/hospitals/RW603', heading: /Royal Oldham Hospital/, shows: /59 of 100/ },
  { address: '/trusts/RW6', heading: /Pennine Acute/, shows: /hospitals answered|not published/i },
  { address: '/early-implementers', heading: /[Ee]arly implementers/, shows: /16 of 37/ },
  { address: '/areas', heading: /Find an area/, shows: /Greater Manchester/ },
  { address: '/areas/QOP', heading: /Greater Manchester/, shows: /not published by area/ },
  { address: '/services', heading: /^Service register$/, shows: /register is being filled/ },
  { address: '/services/none', heading: /Service not found/, shows: /no service with this id/ },
  { address: '/services/correct', heading: /Correct the service register/, shows: /You need no account/ },
  { address: '/explore?round=demo-2026&by=icb', heading: /SYNTHETIC/, shows: /Against England/ },
  { address: '/manage/services', heading: /Keep the service register/, shows: /You are not signed in/ },
  { address: '/manage/services/new', heading: /Enter a service/, shows: /You are not signed in/ },
  { address: '/areas/QOP/workforce', heading: /Greater Manchester/, shows: /Staff today are/ },
  { address: '/areas/england', heading: /England/, shows: /74 of 179 hospitals answered/ },
  { address: '/areas/RW6', heading: /Pennine Acute/, shows: /a trust has no residents/ },
  { address: '/areas/QOP/pathway', heading: /Pathway: /, shows: /Nothing is recorded for/ },
  { address: '/compare?a=QOP&b=E92000001&c=RW603', heading: /Compare: /, shows: /cannot say/ },
  { address: '/estimate', heading: /Estimates/, shows: /Workforce/ },
  { address: '/estimate/need', heading: /Estimate: need/, shows: /Nothing can be estimated yet/ },
  { address: '/estimate/workforce?t=20', heading: /Estimate: workforce/, shows: /12\.0/ },
  { address: '/estimate/training', heading: /Estimate: top-up training/, shows: /Places on top-up training/ },
  { address: '/estimate/benefits', heading: /Estimate: benefits/, shows: /no claim of savings/ },
  { address: '/case-studies', heading: /Case studies/, shows: /No case study yet/ },
  { address: '/case-studies/send?area=6', heading: /Send a case study/, shows: /You need no account/ },
  { address: '/case-studies/devon-perinatal', heading: /Devon/, shows: /not the IAPT in-reach/ },
  { address: '/standards', heading: /Standards/, shows: /PHQ-15/ },
  { address: '/readiness', heading: /Readiness/, shows: /Known 0 of 12/ },
  { address: '/areas/QOP/briefing', heading: /Briefing/, shows: /not “none”/ },
  { address: '/business-case', heading: /Business case/, shows: /Benefits plan/ },
  { address: '/schemes', heading: /Schemes/, shows: /not signed in/ },
  { address: '/schemes/keep', heading: /Keep in a scheme/, shows: /Nothing waits to be kept/ },
  { address: '/schemes/join', heading: /A shared scheme/, shows: /lacks the part after/ },
  { address: '/schemes/none', heading: /^Scheme$/, shows: /not signed in/ },
  { address: '/methods', heading: /Methods/, shows: /Wilson.*Where the documents disagree/s },
  { address: '/data', heading: /[Dd]ata/, shows: /summary\.json/ },
  { address: '/accessibility', heading: /Accessibility/, shows: /WCAG/ },
  { address: '/manage/instruments', heading: /Questionnaires/, shows: /You are not signed in/ },
  { address: '/manage/instruments/none', heading: /Questionnaire/, shows: /You are not signed in/ },
  { address: '/sign-in', heading: /^Sign in$/, shows: /There are no passwords/ },
  { address: '/sign-in/confirm', heading: /Confirm/, shows: /lacks the part after/ },
  { address: '/sign-in/confirm#not-a-token', heading: /Confirm/, shows: /Press the button/ },
  { address: '/account', heading: /Your account/, shows: /You are not signed in/ },
  { address: '/manage/coding', heading: /Coding of comments/, shows: /You are not signed in/ },
  { address: '/manage/coding/desks/none', heading: /Coding desk/, shows: /You are not signed in/ },
  { address: '/manage/coding/decisions', heading: /Decide between coders/, shows: /You are not signed in/ },
  { address: '/manage/coding/codebooks', heading: /Codebooks/, shows: /You are not signed in/ },
  { address: '/manage/coding/codebooks/none', heading: /^Codebook$/, shows: /You are not signed in/ },
  { address: '/manage/people', heading: /^People$/, shows: /Only administrators see this.*not signed in/ },
  { address: '/privacy', heading: /^Privacy$/, shows: /12 months after the final release/ },
  { address: '/confirm-address', heading: /Confirm your new address/, shows: /lacks the part after/ },
  {
    address: '/manage/personal-data',
    heading: /^Personal data$/,
    shows: /Only administrators see this.*not signed in/,
  },
  { address: '/manage/system', heading: /^System$/, shows: /Only administrators see this.*not signed in/ },
  { address: '/manage/outbox', heading: /^Outbox$/, shows: /Only administrators and survey leads/ },
  {
    address: '/manage/history?kind=round&id=demo-2026',
    heading: /^History$/,
    shows: /You are not signed in/,
  },
  { address: '/manage/rounds/demo-2026/report', heading: /^Report$/, shows: /You are not signed in/ },
  { address: '/manage/rounds/demo-2026', heading: /Live round/, shows: /You are not signed in/ },
  { address: '/manage/rounds', heading: /^Rounds$/, shows: /You are not signed in/ },
  { address: '/manage/rounds/demo-2026/plan', heading: /Plan of round/, shows: /You are not signed in/ },
  { address: '/manage/rounds/demo-2026/contacts', heading: /Contacts$/, shows: /You are not signed in/ },
  { address: '/manage/rounds/demo-2026/mailings', heading: /Invitations/, shows: /You are not signed in/ },
  {
    address: '/manage/rounds/demo-2026/cleaning',
    heading: /^Cleaning$/,
    shows: /Only survey leads and cleaners/,
  },
  {
    address: '/manage/rounds/demo-2026/release',
    heading: /Right of reply and releases$/,
    shows: /Only survey leads see this.*not signed in/,
  },
  { address: '/manage/frames', heading: /Sampling frames/, shows: /You are not signed in/ },
  { address: '/manage/frames/acute-ed-2018', heading: /acute-ed-2018/, shows: /You are not signed in/ },
];

const LEAD_NOWHERE: readonly Place[] = [
  { address: '/hospitals/XXXXX', heading: /not found/i, shows: /XXXXX/ },
  { address: '/trusts/XXX', heading: /not found/i, shows: /XXX/ },
  { address: '/areas/ZZZ', heading: /Area not found/, shows: /ZZZ/ },
  { address: '/estimate/nope', heading: /not found/i, shows: /start page/ },
  { address: '/case-studies/nope', heading: /not found/i, shows: /start page/ },
  { address: '/areas/QOP?round=nope&from=ZZ99', heading: /Greater Manchester/, shows: /nope.*ZZ99/s },
  { address: '/rounds/nope', heading: /not found/i, shows: /nope/ },
  { address: '/nope', heading: /not found/i, shows: /start page/ },
  { address: '/map?round=nope&area=XX&view=nothing', heading: ENGLAND_2018, shows: /round=nope.*left out/s },
  { address: `/trusts/${'X'.repeat(200)}`, heading: /not found/i, shows: /XXXXX/ },
  { address: `/search?q=${'x'.repeat(300)}`, heading: /Search: xxx/, shows: /Nothing matches|find/i },
  { address: '/respond/nope', heading: /cannot be used/, shows: /link/ },
];

describe('the list of pages', () => {
  it('has an address of every route of the application', () => {
    const source = readFileSync(join(import.meta.dirname, '../../client/src/app.tsx'), 'utf8');
    const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path);
    expect(routes.length).toBeGreaterThan(50);
    const visited = [...PLACES, ...LEAD_NOWHERE].map(({ address }) => address.split(/[?#]/)[0] ?? '');
    const missing = routes.filter((path) => {
      // `*` is whatever no other route takes: an address that leads nowhere.
      if (path === '*') return !visited.includes('/nope');
      return !visited.some((address) => matchPath(path.replace(/^(?!\/)/, '/'), address) !== null);
    });
    expect(missing).toEqual([]);
  });
});

/** Pages that draw a map: only these need boundaries, and only catchments the small areas of England. */
const DRAWS = /view=map|^\/compare|^\/explore\?.*by=/;
const isHeavy = (url: string): boolean => /\.topo\.json$|small-areas\.bin$/.test(url);

journey('a visitor with a phone and one with a hospital PC', () => {
  let onPhone: Visitor;
  let atDesk: Visitor;
  beforeAll(async () => {
    [onPhone, atDesk] = await Promise.all([Visitor.arrive({ size: PHONE }), Visitor.arrive({ size: DESK })]);
  });
  afterAll(() => Promise.all([onPhone, atDesk].map((visitor) => visitor?.leaves())));

  const visit = async (visitor: Visitor, { address, heading, shows }: Place): Promise<void> => {
    const where = `${address} at ${visitor.page.viewportSize()?.width} px`;
    visitor.troubles.length = 0;
    visitor.requests.length = 0;
    await visitor.opens(address);
    await expect.poll(() => visitor.page.locator('main').innerText()).toMatch(shows);
    await expect.poll(() => visitor.heading.innerText()).toMatch(heading);
    const title = (await visitor.heading.innerText()).split('\n').at(-1);
    await expect.poll(() => visitor.page.title(), { message: `title of ${where}` }).toContain(title);
    await expectSound(visitor, where);
    expect(await cutTablesOn(visitor), `tables cut off on ${where}`).toEqual([]);
    if (!DRAWS.test(address))
      expect(visitor.requests.map((one) => one.url()).filter(isHeavy), where).toEqual([]);
  };

  it.each([...PLACES])(
    'find $address sound: words, title, no barrier, no sideways scrolling',
    async (place) => {
      await Promise.all([visit(onPhone, place), visit(atDesk, place)]);
    },
  );

  it('finds the places behind a button on the phone; Escape closes them and leads back to it', async () => {
    await onPhone.opens('/');
    const menu = onPhone.page.getByRole('button', { name: 'Menu' });
    const place = onPhone.page.getByRole('link', { name: 'Case studies', exact: true });
    await menu.focus();
    await onPhone.page.keyboard.press('Enter');
    await expect.poll(() => place.isVisible()).toBe(true);
    await place.focus();
    await onPhone.page.keyboard.press('Escape');
    await expect.poll(() => place.isVisible()).toBe(false);
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it.each([...LEAD_NOWHERE])('are told in words that $address leads nowhere', async (place) => {
    await Promise.all([visit(onPhone, place), visit(atDesk, place)]);
  });
});
