import { INSTRUMENT_V1_1 } from '@liaison-atlas/shared/instrument/instruments/v1-1';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import type { AnsweringView } from '@liaison-atlas/shared/fieldwork/answering-view';
import { pagesToShow } from '@liaison-atlas/shared/fieldwork/next-page';
import type { RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import {
  toCheckPage,
  toInformation,
  toLaterPage,
  toQuestionPage,
  toReceiptPage,
} from '@liaison-atlas/shared/fieldwork/to-respond-page';
import { toStalePage } from '@liaison-atlas/shared/fieldwork/to-stale-page';
import { describe, expect, it } from 'vitest';

import { renderRespondPage } from './render.js';

const assets = { css: '/respond-assets/a.css', js: '/respond-assets/a.js' };
const hospitals = [
  { odsCode: 'DEMO1', name: 'DEMO First Hospital' },
  { odsCode: 'DEMO2', name: 'DEMO Second <Hospital>' },
];
const context = { base: '/respond/t0ken', hospitals };
const draft: Answers = {
  iapt_treats_mus: { given: 'yes' },
  iapt_inreach_mus: { given: 'no' },
  iapt_inreach_ltc: { given: 'yes' },
};
const view: AnsweringView = {
  round: {
    id: 'demo-2026',
    title: 'Demo round',
    kind: 'synthetic',
    frameId: 'f',
    closesAt: null,
    correctionsUntil: null,
  },
  hospital: { odsCode: 'DEMO2', name: 'DEMO Second <Hospital>' },
  instrument: INSTRUMENT_V1_1,
  draft,
  draftRevision: 3,
  receipt: null,
  sent: null,
  mayAnswer: true,
  withdrawn: false,
};
const sentView: AnsweringView = {
  ...view,
  round: { ...view.round, correctionsUntil: '2026-07-01T11:30:00.000Z' },
  sent: draft,
  receipt: { reference: 'LA-7K3Q-9XB2-4TM', submittedAt: '2026-03-01T10:00:00.000Z' },
};
const problem = (field: string) => ({
  code: 'REQUIRED',
  field,
  message: 'This needs an answer.',
  mend: 'Give one.',
});

/** A page that the builders give for certain. */
const present = <Model>(model: Model | undefined): Model => {
  if (model === undefined) throw new Error('the page is missing');
  return model;
};

const questionPage = (pageId: string, problems: ReturnType<typeof problem>[] = []) =>
  present(
    toQuestionPage(view, context, pageId, {
      returnToCheck: false,
      attempt: problems.length > 0 ? { raw: {}, problems } : undefined,
    }),
  );

const SITE_QUESTION = {
  kind: 'site_question',
  roundTitle: 'Demo round',
  synthetic: true,
  hospitalName: 'Synthetic hospital',
  question: 'One form says yes and another says no. Which is right?',
} as const;

const REPLY = {
  kind: 'reply',
  roundTitle: 'Demo round',
  synthetic: true,
  action: '/reply/t0ken',
  endsAt: '2026-12-06T23:59:59.999Z',
  shown: {
    hospitalName: 'DEMO Synthetic hospital',
    label: 'IAPT in-reach, partly integrated',
    marker: 'Integration as judged by the liaison team, 1 respondent.',
    score: 60,
    otherProvision: 'not_known',
    quotations: ['They come to the [service] round.'],
  },
  said: '',
  refusesScore: false,
  refusesQuotations: false,
} as const;

const everyPage: [string, RespondPageModel][] = [
  ['information', toInformation(view, context, '/respond/t0ken/hospital')],
  ...pagesToShow(INSTRUMENT_V1_1, draft).flatMap(({ id, questions }): [string, RespondPageModel][] => [
    [id, questionPage(id)],
    [
      `${id} with errors`,
      questionPage(
        id,
        questions.map(({ variable }) => problem(variable)),
      ),
    ],
  ]),
  ['check', toCheckPage(view, context, { idempotencyKey: 'key' })],
  ['check with errors', toCheckPage(view, context, { idempotencyKey: 'key', problems: [problem('role')] })],
  ['correction', toCheckPage(sentView, context, { idempotencyKey: 'key', problems: [problem('reason')] })],
  ['receipt', present(toReceiptPage(sentView, context))],
  ['stale', present(toStalePage(view, context, 'role', { role: { given: ['iapt_lead'] } }))],
  ['later', toLaterPage(view, context, 'http://127.0.0.1/respond/t0ken')],
  ['closed', { kind: 'closed', roundTitle: 'Demo round', synthetic: true }],
  ...[true, false].map((unanswered): [string, RespondPageModel] => [
    `site question, ${unanswered ? 'sent without an answer (error)' : 'asked'}`,
    { ...SITE_QUESTION, action: '/query/t0ken', unanswered },
  ]),
  ['site question, answered', { ...SITE_QUESTION, action: '', unanswered: false }],
  ['right of reply', REPLY],
  ['right of reply, said and refused', { ...REPLY, said: 'right', refusesScore: true, refusesQuotations: true }],
  [
    'right of reply, nothing named',
    { ...REPLY, said: 'wrong', shown: { ...REPLY.shown, marker: '', score: null, quotations: [] } },
  ],
  [
    'right of reply without words (error)',
    { ...REPLY, attempt: { words: '', problem: 'Write what is wrong.' } },
  ],
  ['unusable', { kind: 'unusable' }],
  ['trouble', { kind: 'trouble', heading: 'Sorry', message: 'Try again.' }],
];

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The opening tags of the markup; React writes every attribute with double quotes. */
function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', rest = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...rest.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          value,
        ]),
      ),
    }),
  );
}

const textOf = (html: string, name: string): string =>
  new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? '';

describe.each(everyPage)('the page "%s"', (name, model) => {
  const html = renderRespondPage(model, assets);
  const tags = tagsOf(html);
  const ids = tags.flatMap(({ attributes }) => (attributes['id'] ? [attributes['id']] : []));
  const named = (...names: string[]) => tags.filter((tag) => names.includes(tag.name));

  it('is a whole document in British English with one main heading and a title', () => {
    expect(html.startsWith('<!DOCTYPE html><html lang="en-GB">')).toBe(true);
    expect(named('h1')).toHaveLength(1);
    expect(named('main')).toHaveLength(1);
    expect(textOf(html, 'title')).toMatch(/\S.* – Liaison Atlas$/);
  });

  it('keeps the security policy: no inline style, script or handler, and leaves the script its class', () => {
    expect(
      tags.filter(({ attributes }) =>
        Object.keys(attributes).some((key) => key === 'style' || key.startsWith('on')),
      ),
    ).toEqual([]);
    expect(html).not.toContain('<style');
    expect(html).toContain('<script src="/respond-assets/a.js" type="module"></script>');
    expect(html).not.toContain('nhsuk-frontend-supported');
  });

  it('loads nothing but the icon, its style sheet and its script', () => {
    expect(named('link', 'script').map(({ attributes }) => attributes['href'] ?? attributes['src'])).toEqual([
      '/favicon.svg',
      assets.css,
      assets.js,
    ]);
    expect(named('img', 'iframe', 'object', 'svg')).toEqual([]);
  });

  it('labels every control, and puts every group of them in a fieldset with its legend', () => {
    const labelled = new Set(named('label').map(({ attributes }) => attributes['for']));
    const controls = named('input', 'select', 'textarea').filter(
      ({ attributes }) => attributes['type'] !== 'hidden',
    );
    for (const { attributes } of controls) expect(labelled).toContain(attributes['id']);
    expect(named('legend')).toHaveLength(named('fieldset').length);
    if (controls.some(({ attributes }) => attributes['type'] === 'radio'))
      expect(named('fieldset')).not.toEqual([]);
  });

  it('uses every id once, and every reference reaches one', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const references = tags.flatMap(({ attributes }) => [
      ...(attributes['aria-describedby']?.split(' ') ?? []),
      ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
    ]);
    expect(references.filter((reference) => !ids.includes(reference))).toEqual([]);
  });

  it('announces errors in the title, in the summary and at the control, and only where there are some', () => {
    const wrong = name.includes('error') || name === 'correction';
    expect(textOf(html, 'title').startsWith('Error: ')).toBe(wrong);
    expect(html.includes('There is a problem')).toBe(wrong);
    expect(html.includes('nhsuk-error-message')).toBe(wrong);
  });

  it('says SYNTHETIC exactly where the round is known and synthetic', () => {
    expect(html.includes('SYNTHETIC')).toBe('synthetic' in model && model.synthetic);
  });
});

describe('the question pages', () => {
  it.each(pagesToShow(INSTRUMENT_V1_1, draft).map(({ id }) => id))(
    '"%s" can be sent without script, under the revision it was made from',
    (id) => {
      const html = renderRespondPage(questionPage(id), assets);
      const form = tagsOf(html).find((tag) => tag.name === 'form');
      expect(form?.attributes).toMatchObject({ method: 'post', action: `/respond/t0ken/${id}` });
      expect(html).toContain('name="expectedRevision" value="3"');
      expect(html).toMatch(/Question \d+ of \d+/);
      expect(html).toContain('>Back</a>');
    },
  );

  it.each(['iapt_treats_mus', 'iapt_inreach_ltc', 'integration', 'service'])(
    'offer a visible "I don\'t know" on "%s"',
    (id) => {
      expect(renderRespondPage(questionPage(id), assets)).toContain('I don&#x27;t know</label>');
    },
  );

  it('warn above every text box not to name anybody', () => {
    const html = renderRespondPage(questionPage('comments'), assets);
    expect(html.indexOf('respond-warning')).toBeGreaterThan(0);
    expect(html.indexOf('respond-warning')).toBeLessThan(html.indexOf('<textarea'));
  });

  it('send no number for a scale that nobody filled in, and have no slider without script', () => {
    const html = renderRespondPage(questionPage('integration'), assets);
    expect(html).toMatch(/<input[^>]*id="integration"[^>]*value=""/);
    expect(html).not.toContain('type="range"');
    expect(html).toContain('0 = Not at all integrated');
    expect(html).toContain('100 = Seamlessly integrated');
  });

  it('have the hospital of the link chosen already, and escape its name', () => {
    const html = renderRespondPage(questionPage('hospital'), assets);
    expect(html).toContain('<option value="DEMO2" selected="">DEMO Second &lt;Hospital&gt;</option>');
    expect(html).toContain('name="hospital_other"');
  });

  it('choose nothing beforehand where consent is asked', () => {
    const tags = tagsOf(renderRespondPage(questionPage('consent'), assets));
    expect(tags.filter(({ attributes }) => 'checked' in attributes)).toEqual([]);
  });
});

describe('a missing required answer', () => {
  it('is named in full in the summary and in short beside its question', () => {
    const missing = { ...problem('role'), message: 'This question needs an answer: What is your role?' };
    for (const page of [
      questionPage('role', [missing]),
      toCheckPage(view, context, { idempotencyKey: 'k', problems: [missing] }),
    ]) {
      const html = renderRespondPage(page, assets);
      expect(html).toContain('>This question needs an answer: What is your role? Give one.</a>');
      expect(html).toContain('Error: </span>This question needs an answer. Give one.</span>');
    }
  });
});

describe('pages for strangers', () => {
  it('are the same bytes for every unusable link', () => {
    const html = renderRespondPage({ kind: 'unusable' }, assets);
    expect(html).not.toMatch(/expired|unknown|already|Demo round|respond\//i);
  });

  it('name no hospital when the round is closed', () => {
    const html = renderRespondPage({ kind: 'closed', roundTitle: 'Demo round', synthetic: false }, assets);
    expect(html).toContain('This survey is closed');
    expect(html).not.toContain('DEMO Second');
  });
});

describe('the check page, the receipt and the link to come back with', () => {
  it('lead from every row to the question, and send with a key that makes a repeated request harmless', () => {
    const html = renderRespondPage(toCheckPage(view, context, { idempotencyKey: 'key-1' }), assets);
    expect(html).toContain('href="/respond/t0ken/consent?from=check#consent_facts"');
    expect(html).toContain('action="/respond/t0ken/submit"');
    expect(html).toContain('name="idempotencyKey" value="key-1"');
  });

  it('show the reference number, and the time as people in England read it', () => {
    const html = renderRespondPage(present(toReceiptPage(sentView, context)), assets);
    expect(html).toContain('LA-7K3Q-9XB2-4TM');
    expect(html).toContain('1 March 2026 at 10:00');
    expect(html).toContain('until 1 July 2026 at 12:30');
  });

  it('show the whole link', () => {
    const html = renderRespondPage(toLaterPage(view, context, 'http://127.0.0.1:3000/respond/t0ken'), assets);
    expect(html).toContain('>http://127.0.0.1:3000/respond/t0ken<');
  });
});

describe('the page about a second version', () => {
  const html = renderRespondPage(
    present(toStalePage(view, context, 'role', { role: { given: ['iapt_lead'] } })),
    assets,
  );

  it('shows both, and sends the own one only when the respondent chooses it', () => {
    expect(html).toContain('Lead or manager of an NHS Talking Therapies (formerly IAPT) service');
    expect(html).toContain('Not answered');
    const hidden = tagsOf(html).filter(({ attributes }) => attributes['type'] === 'hidden');
    expect(hidden.map(({ attributes: { name, value } }) => [name, value])).toEqual([
      ['expectedRevision', '3'],
      ['role', 'iapt_lead'],
    ]);
    expect(html).toContain('href="/respond/t0ken/role"');
  });
});
