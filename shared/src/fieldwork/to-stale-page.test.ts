import { describe, expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { questionsOf } from '../instrument/instrument.js';
import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import type { AnsweringView } from './answering-view.js';
import { saysTheSame, toStalePage } from './to-stale-page.js';

const context = { base: '/respond/t', hospitals: [] };
const view = (draft: Answers): AnsweringView => ({
  round: { id: 'r', title: 'Round', kind: 'live', frameId: 'f', closesAt: null, correctionsUntil: null },
  hospital: { odsCode: 'RXX01', name: 'A hospital' },
  instrument: INSTRUMENT_V1_1,
  draft,
  draftRevision: 7,
  receipt: null,
  sent: null,
  mayAnswer: true,
  withdrawn: false,
});
const question = (variable: string) =>
  questionsOf(INSTRUMENT_V1_1).filter((each) => each.variable === variable);

describe('toStalePage', () => {
  it('shows both versions in words and carries the unsaved one, under the revision that is saved now', () => {
    const saved = view({ iapt_treats_ltc: { given: 'no' } });
    const page = toStalePage(saved, context, 'iapt_treats_ltc', { iapt_treats_ltc: { given: ['dk'] } });
    expect(page?.rows).toMatchObject([{ yours: "I don't know", saved: 'No' }]);
    expect(page?.yours).toEqual([{ name: 'iapt_treats_ltc', value: 'dk' }]);
    expect(page?.expectedRevision).toBe(7);
  });

  it('carries a hospital that is not listed in its two fields', () => {
    const page = toStalePage(view({}), context, 'hospital', { hospital: { given: ['other:St Elsewhere'] } });
    expect(page?.yours).toEqual([
      { name: 'hospital', value: 'other' },
      { name: 'hospital_other', value: 'St Elsewhere' },
    ]);
  });

  it('shows an entry that could not be stored as it was typed', () => {
    const page = toStalePage(view({}), context, 'integration', { integration: { given: ['150'] } });
    expect(page?.rows[0]).toMatchObject({ yours: '150', saved: 'Not answered' });
  });
});

describe('saysTheSame', () => {
  it.each([
    ['the same choice', 'iapt_treats_ltc', ['no'], { given: 'no' }, true],
    ['another choice', 'iapt_treats_ltc', ['yes'], { given: 'no' }, false],
    ["I don't know, twice", 'integration', ['', 'dk'], { missing: 'dont_know' }, true],
    ['a number as text', 'integration', ['59'], { given: 59 }, true],
    ['nothing, and skipped', 'comments', [''], { missing: 'skipped' }, true],
    ['nothing, and a text', 'comments', [''], { given: 'text' }, false],
    ['something that cannot be stored', 'integration', ['150'], { given: 59 }, false],
    [
      'the same tick boxes in another order',
      'population',
      ['older', 'adult'],
      { given: ['adult', 'older'] },
      true,
    ],
  ])('compares what was sent with what is saved: %s', (_case, variable, given, saved, same) => {
    expect(
      saysTheSame(question(variable), { [variable]: { given } }, { [variable]: saved as Answers[string] }),
    ).toBe(same);
  });
});
