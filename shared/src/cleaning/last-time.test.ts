import { describe, expect, it } from 'vitest';

import { meansTheSame } from '../instrument/comparability.js';
import { type Comparability, type Instrument, questionsOf } from '../instrument/instrument.js';
import { INSTRUMENT_V1_0 } from '../instrument/instruments/v1-0.js';
import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import type { Form } from '../fieldwork/response.js';
import type { FormDecision } from './analysis-dataset.js';
import { factsOfLastTime, isYesNoFact } from './last-time.js';
import { aForm } from './synthetic/a-form.js';

const CONSENT = { nameFacts: true, nameScore: true, quote: true };
const ANSWERS = {
  iapt_treats_mus: { given: 'yes' },
  iapt_treats_ltc: { given: 'no' },
  iapt_inreach_mus: { missing: 'dont_know' },
  integration: { given: 60 },
  comments: { given: 'yes' },
  consent_facts: { given: 'yes' },
  role: { given: 'liaison_lead' },
} as const;
const form = (responseId: string, values: Partial<Form> = {}): Form =>
  aForm({ responseId, odsCode: 'RW603', consent: CONSENT, answers: ANSWERS, ...values });
const decision = (responseId: string, values: Partial<FormDecision> = {}): FormDecision => ({
  responseId,
  outcome: 'accepted',
  rule: 'R5',
  reason: '',
  odsCode: 'RW603',
  note: '',
  ...values,
});
const facts = (
  forms: readonly Form[],
  decisions: readonly FormDecision[],
  later: Instrument = INSTRUMENT_V1_1,
) =>
  factsOfLastTime({
    forms,
    decisions,
    earlier: INSTRUMENT_V1_1,
    later,
    series: [INSTRUMENT_V1_0, INSTRUMENT_V1_1, later],
  }).get('RW603');

describe('what may be asked as "still true?"', () => {
  it('is yes and no on facts: no score, no text, no consent, no "don’t know"', () => {
    expect(facts([form('a')], [decision('a')])).toEqual({ iapt_treats_mus: 'yes', iapt_treats_ltc: 'no' });
    const variables = questionsOf(INSTRUMENT_V1_1)
      .filter(isYesNoFact)
      .map(({ variable }) => variable);
    expect(variables).toContain('psychology_on_site');
    for (const no of ['integration', 'comments', 'consent_facts', 'role', 'country', 'hospital', 'settings'])
      expect(variables).not.toContain(no);
  });

  it.each<[string, Partial<FormDecision>]>([
    ['excluded', { outcome: 'excluded', reason: 'test' }],
    ['withdrawn', { outcome: 'withdrawn' }],
    ['pending', { outcome: 'pending' }],
    ['never sent', { outcome: 'partial' }],
    ['superseded by the same person', { outcome: 'merged', rule: 'R4' }],
    ['of another hospital', { odsCode: 'RH801' }],
    ['of no hospital', { odsCode: '' }],
  ])('is nothing from a form that was %s', (_what, values) => {
    expect(facts([form('a')], [decision('a', values)])).toBeUndefined();
  });

  it('is what every form that counts agrees on', () => {
    const other = form('b', { answers: { ...ANSWERS, iapt_treats_mus: { given: 'no' } } });
    const both = [decision('a'), decision('b', { outcome: 'merged' })];
    expect(facts([form('a'), other], both)).toEqual({ iapt_treats_ltc: 'no' });
    const unsure = form('b', { answers: { iapt_treats_mus: { missing: 'dont_know' } } });
    expect(facts([form('a'), unsure], both)).toEqual({ iapt_treats_mus: 'yes', iapt_treats_ltc: 'no' });
  });

  it('is nothing where one of them did not agree that facts are named', () => {
    const silent = form('b', { consent: { ...CONSENT, nameFacts: false } });
    expect(facts([form('a'), silent], [decision('a'), decision('b', { outcome: 'merged' })])).toBeUndefined();
  });

  it('obeys the verdicts of a later version', () => {
    const later = nextVersion({ iapt_treats_mus: 'minor_wording', iapt_treats_ltc: 'not_comparable' });
    expect(facts([form('a')], [decision('a')], later)).toEqual({ iapt_treats_mus: 'yes' });
  });
});

const nextVersion = (verdicts: Record<string, Comparability['verdict']>): Instrument => ({
  ...INSTRUMENT_V1_1,
  version: '1.2',
  comparability: Object.entries(verdicts).map(([variable, verdict]) => ({
    variable,
    verdict,
    fromVersion: '1.1',
    toVersion: '1.2',
    note: '',
  })),
});

describe('whether a variable means the same in two versions', () => {
  const later = nextVersion({ comments: 'same', iapt_inreach_mus: 'same' });
  const series = [INSTRUMENT_V1_0, INSTRUMENT_V1_1, later];

  it.each<[string, Instrument, Instrument, boolean]>([
    ['comments', INSTRUMENT_V1_1, INSTRUMENT_V1_1, true],
    ['comments', INSTRUMENT_V1_0, INSTRUMENT_V1_1, true],
    ['comments', INSTRUMENT_V1_0, later, true],
    ['iapt_inreach_mus', INSTRUMENT_V1_1, later, true],
    ['iapt_inreach_mus', INSTRUMENT_V1_0, later, false],
    ['role', INSTRUMENT_V1_0, INSTRUMENT_V1_1, false],
    ['role', INSTRUMENT_V1_1, later, false],
    ['comments', later, INSTRUMENT_V1_1, false],
    ['comments', { ...INSTRUMENT_V1_1, key: 'another' }, INSTRUMENT_V1_1, false],
  ])('%s, case %#', (variable, from, to, expected) =>
    expect(meansTheSame(variable, from, to, series)).toBe(expected),
  );
});
