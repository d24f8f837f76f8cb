import type { AnsweringView } from '@liaison-atlas/shared/fieldwork/answering-view';
import { parsePage } from '@liaison-atlas/shared/fieldwork/parse-page';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { INSTRUMENT_V1_1 } from '@liaison-atlas/shared/instrument/instruments/v1-1';
import { accept, refuse } from '@liaison-atlas/shared/kernel/result';
import { beforeEach, describe, expect, it } from 'vitest';

import type { LastTimeService } from '../cleaning/last-time.service.js';
import type { AnsweringService, OpenedLink, SubmitInput } from '../fieldwork/answering.service.js';
import type { DraftService, SavePageInput } from '../fieldwork/draft.service.js';
import type { FrameService } from '../frame/frame.service.js';
import type { Config } from '../platform/config.js';
import type { Link } from '../fieldwork/link.service.js';
import type { MailedLinkService } from '../fieldwork/mailing/mailed-link.service.js';
import type { WithdrawalService } from '../fieldwork/withdrawal.service.js';
import { HospitalChoices } from './hospital-choices.js';
import { RespondPagesService } from './respond-pages.service.js';
import type { RespondReply } from './respond-reply.js';
import { SavePageService } from './save-page.service.js';

const TOKEN = 'a-good-token-0001';
const BASE = `/respond/${TOKEN}`;
const receipt = { reference: 'LA-0000-0000-000', submittedAt: '2026-03-01T10:00:00.000Z' };
const CONFIG = { publicUrl: 'http://127.0.0.1:3000' } as Config;
const sites = [
  { odsCode: 'ZZZ02', name: 'West Hospital', town: 'Westham' },
  { odsCode: 'ZZZ01', name: 'East Hospital Eastham', town: 'Eastham' },
];
const frame = {
  listSites: () => sites,
  listHospitals: (frameId: string) => (frameId === 'f' ? sites : []),
  findHospital: (code: string) => sites.find(({ odsCode }) => odsCode === code),
} as unknown as FrameService;

/** Stands for the stored form of one link: the real page rules, without a database. */
class OneLink {
  draft: Answers = { hospital: { given: 'ZZZ01' } };
  revision = 0;
  view: Partial<AnsweringView> = {};
  gone = false;
  sentKeys: string[] = [];

  open(token: string): OpenedLink | 'unusable' {
    if (this.gone || token !== TOKEN) return 'unusable';
    return { link: {} as Link, view: this.viewed() };
  }

  private viewed(): AnsweringView {
    return {
      round: {
        id: 'r',
        title: 'Round',
        kind: 'synthetic',
        frameId: 'f',
        closesAt: null,
        correctionsUntil: null,
      },
      hospital: { odsCode: 'ZZZ01', name: 'East Hospital' },
      instrument: INSTRUMENT_V1_1,
      draft: this.draft,
      draftRevision: this.revision,
      receipt: null,
      sent: null,
      mayAnswer: true,
      withdrawn: false,
      ...this.view,
    };
  }

  savePage(_link: Link, input: SavePageInput): unknown {
    const parsed = parsePage(INSTRUMENT_V1_1, input.pageId, input.raw, this.draft, input.save);
    if (!parsed.ok) return parsed;
    if (input.expectedRevision !== this.revision)
      return { stale: { stored: this.draft, storedRevision: this.revision, sent: parsed.value } };
    this.draft = parsed.value;
    return accept({ revision: (this.revision += 1) });
  }

  submit(token: string, { idempotencyKey, reason }: SubmitInput): unknown {
    if (token !== TOKEN || this.view.mayAnswer === false) return 'unusable';
    this.sentKeys.push(idempotencyKey);
    if (this.view.receipt && !reason)
      return refuse({ code: 'REASON_REQUIRED', field: 'reason', message: 'Why?', mend: '' });
    return accept(receipt);
  }
}

/** A round before this one, and mails: tested over HTTP, with the database. */
const NO_LAST_TIME = { of: () => Promise.resolve(undefined) } as unknown as LastTimeService;
const NOT_MAILED = { noteOpened: () => Promise.resolve() } as unknown as MailedLinkService;

let link: OneLink;
let pages: RespondPagesService;
let saving: SavePageService;
beforeEach(() => {
  link = new OneLink();
  const one = link as unknown as AnsweringService;
  const choices = new HospitalChoices(frame);
  pages = new RespondPagesService(one, {} as WithdrawalService, NOT_MAILED, choices, NO_LAST_TIME, CONFIG);
  saving = new SavePageService(link as unknown as DraftService, pages);
});

type Posted = Record<string, string | string[]>;
const posted = (form: Posted) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
const save = (page: string, form: Posted, revision = link.revision): Promise<RespondReply> =>
  saving.save(TOKEN, page, posted({ expectedRevision: String(revision), ...form }));
const to = (page: string): RespondReply => ({ redirect: `${BASE}/${page}` });

describe('opening a link', () => {
  it('shows the information first, then the hospital, although it is filled in from the link', async () => {
    expect(await pages.enter(TOKEN)).toEqual(to('information'));
    expect(await pages.show(TOKEN, 'information', false)).toMatchObject({
      page: { kind: 'information', nextHref: `${BASE}/hospital`, hospitalName: 'DEMO East Hospital Eastham' },
    });
  });

  it('goes on at the first open question on another device', async () => {
    await save('hospital', { hospital: 'ZZZ01', hospital_other: '' });
    expect(await pages.enter(TOKEN)).toEqual(to('role'));
  });

  it('goes to the receipt once the form was sent', async () => {
    link.view = { receipt };
    expect(await pages.enter(TOKEN)).toEqual(to('receipt'));
    expect(await pages.show(TOKEN, 'receipt', false)).toMatchObject({
      status: 200,
      page: { kind: 'receipt', receipt },
    });
  });

  it('shows only the receipt when the time for corrections is over', async () => {
    link.view = { receipt, mayAnswer: false };
    expect(await pages.show(TOKEN, 'role', false)).toEqual({ redirect: BASE });
    expect(await pages.show(TOKEN, 'check', false)).toEqual({ redirect: BASE });
    expect(await save('role', { role: 'other' })).toMatchObject({ status: 409, page: { kind: 'closed' } });
  });

  it('answers a stranger the same everywhere', async () => {
    const answers = await Promise.all([
      pages.enter('nobody'),
      pages.show('nobody', 'role', false),
      pages.show('nobody', 'receipt', false),
      pages.send('nobody', {}),
      saving.save('nobody', 'role', {}),
    ]);
    for (const answer of answers) expect(answer).toEqual({ status: 404, page: { kind: 'unusable' } });
  });

  it('leads from a page that does not exist, or is not asked, back to the entrance', async () => {
    expect(await pages.show(TOKEN, 'no-such-page', false)).toEqual({ redirect: BASE });
    expect(await pages.show(TOKEN, 'integration', false)).toEqual({ redirect: BASE });
    expect(await save('no-such-page', {})).toEqual({ redirect: BASE });
  });

  it('never changes anything', async () => {
    for (const page of ['information', 'hospital', 'check', 'later']) await pages.show(TOKEN, page, false);
    expect([link.revision, link.sentKeys]).toEqual([0, []]);
  });

  it('offers the hospitals by name, marked as synthetic, with the town where the name lacks it', async () => {
    expect(await pages.show(TOKEN, 'hospital', false)).toMatchObject({
      page: {
        hospitals: [
          { odsCode: 'ZZZ01', name: 'DEMO East Hospital Eastham' },
          { odsCode: 'ZZZ02', name: 'DEMO West Hospital, Westham' },
        ],
      },
    });
  });
});

describe('saving a page', () => {
  it('goes on to the next page', async () => {
    expect(await save('role', { role: 'other' })).toEqual(to('perspective'));
    expect(link.draft['role']).toEqual({ given: 'other' });
  });

  it('opens the three in-reach pages as soon as there is in-reach', async () => {
    expect(await save('iapt_inreach_ltc', { iapt_inreach_ltc: 'yes' })).toEqual(to('integration'));
    expect(await save('iapt_inreach_ltc', { iapt_inreach_ltc: 'dk' })).toEqual(to('comments'));
  });

  it('refuses a missing required answer by name and stores nothing', async () => {
    const answer = await save('role', {});
    expect(answer).toMatchObject({
      status: 422,
      page: { kind: 'question', questions: [{ problem: { code: 'REQUIRED' } }] },
    });
    expect(link.revision).toBe(0);
  });

  it('refuses 150 on the scale and shows it as it was typed', async () => {
    await save('iapt_inreach_ltc', { iapt_inreach_ltc: 'yes' });
    expect(await save('integration', { integration: '150' })).toMatchObject({
      status: 422,
      page: { questions: [{ values: ['150'], problem: { code: 'OUT_OF_RANGE' } }] },
    });
  });

  it('points out an empty score once, then lets it be skipped', async () => {
    await save('iapt_inreach_ltc', { iapt_inreach_ltc: 'yes' });
    const first = await save('integration', { integration: '' });
    expect(first).toMatchObject({
      status: 422,
      page: { reminded: true, questions: [{ problem: { code: 'LEFT_EMPTY' } }] },
    });
    expect(await save('integration', { integration: '', reminded: '1' })).toEqual(to('positives'));
    expect(link.draft['integration']).toEqual({ missing: 'skipped' });
  });

  it('refuses a form that does not say which revision it was made from', async () => {
    expect(await save('role', { role: 'other', expectedRevision: 'x' })).toMatchObject({
      status: 422,
      page: { otherProblems: [{ code: 'REVISION_MISSING' }] },
    });
    expect(link.revision).toBe(0);
  });

  it('returns to the check page after a change, unless the change opened another question', async () => {
    link.draft = Object.fromEntries(
      INSTRUMENT_V1_1.pages
        .flatMap(({ questions }) => questions)
        .map(({ variable }) => [variable, { given: 'no' }]),
    );
    expect(await save('iapt_treats_ltc', { iapt_treats_ltc: 'dk', returnToCheck: '1' })).toEqual(to('check'));
    delete (link.draft as Record<string, unknown>)['integration'];
    expect(await save('iapt_inreach_ltc', { iapt_inreach_ltc: 'yes', returnToCheck: '1' })).toEqual(
      to('integration?from=check'),
    );
  });
});

describe('coming back later', () => {
  it('saves what there is, asks for nothing, and shows the whole link', async () => {
    expect(await save('population', { population: ['adult', 'older'], later: '1' })).toEqual(to('later'));
    expect(link.draft['population']).toEqual({ given: ['adult', 'older'] });
    expect(await save('role', { later: '1' })).toEqual(to('later'));
    expect(link.draft['role']).toBeUndefined();
    expect(await pages.show(TOKEN, 'later', false)).toMatchObject({
      page: { link: `http://127.0.0.1:3000${BASE}` },
    });
  });
});

describe('saving while typing', () => {
  it('gives the new revision, and leaves what is empty open', async () => {
    expect(await save('consent', { consent_facts: 'yes', autosave: '1' })).toEqual({
      status: 200,
      saved: { revision: 1 },
    });
    expect(link.draft['consent_quote']).toBeUndefined();
  });

  it('says in a sentence why it did not save', async () => {
    const answer = await save('role', { role: 'king', autosave: '1' });
    expect(answer).toMatchObject({
      status: 422,
      saved: { message: expect.stringContaining('Not saved yet.') },
    });
  });
});

describe('two devices at one page', () => {
  beforeEach(async () => {
    await save('role', { role: 'other' });
  });

  it('are shown both versions, and nothing is overwritten until one is chosen', async () => {
    const answer = await save('role', { role: 'iapt_lead' }, 0);
    expect(answer).toMatchObject({
      status: 409,
      page: { kind: 'stale', expectedRevision: 1, yours: [{ name: 'role', value: 'iapt_lead' }] },
    });
    expect(link.draft['role']).toEqual({ given: 'other' });
    expect(await save('role', { role: 'iapt_lead' }, 1)).toEqual(to('perspective'));
  });

  it('need not choose when both say the same, as after a double click', async () => {
    expect(await save('role', { role: 'other' }, 0)).toEqual(to('perspective'));
    expect(await save('role', { role: 'other', autosave: '1' }, 0)).toEqual({
      status: 200,
      saved: { revision: 1 },
    });
    expect(link.revision).toBe(1);
  });

  it('hear of it while typing, too', async () => {
    expect(await save('role', { role: 'iapt_lead', autosave: '1' }, 0)).toMatchObject({ status: 409 });
  });
});

describe('sending', () => {
  const checkPage = async () => {
    const reply = await pages.show(TOKEN, 'check', false);
    if (!('page' in reply) || reply.page.kind !== 'check') throw new Error('no check page');
    return reply.page;
  };
  const send = (form: Posted) => pages.send(TOKEN, posted(form));

  it('leads to the receipt, with one key however often the check page is opened', async () => {
    const [one, two] = [await checkPage(), await checkPage()];
    expect(one.idempotencyKey).toBe(two.idempotencyKey);
    const { idempotencyKey } = one;
    expect(await send({ idempotencyKey, expectedRevision: '0' })).toEqual(to('receipt'));
    expect(link.sentKeys).toEqual([idempotencyKey]);
  });

  it('comes too late once the time is over, and stores nothing without the revision', async () => {
    expect(await send({ idempotencyKey: 'a-key-of-mine' })).toMatchObject({
      status: 422,
      page: { kind: 'check' },
    });
    expect(link.sentKeys).toEqual([]);
    link.view = { receipt, mayAnswer: false };
    expect(await send({ idempotencyKey: 'a-key-of-mine', expectedRevision: '0' })).toMatchObject({
      status: 409,
      page: { kind: 'closed' },
    });
  });

  it('has another key once something was changed', async () => {
    const before = await checkPage();
    await save('role', { role: 'other' });
    expect((await checkPage()).idempotencyKey).not.toBe(before.idempotencyKey);
  });

  it('asks for the reason of a correction, on the check page', async () => {
    link.view = { receipt };
    const { idempotencyKey } = await checkPage();
    expect(await send({ idempotencyKey, expectedRevision: '0', reason: '' })).toMatchObject({
      status: 422,
      page: { kind: 'check', correction: { problem: { code: 'REASON_REQUIRED' } } },
    });
    expect(await send({ idempotencyKey, expectedRevision: '0', reason: 'Wrong ward' })).toEqual(
      to('receipt'),
    );
  });
});
