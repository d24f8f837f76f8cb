import { describe, expect, it } from 'vitest';

import type { Answers } from '../../instrument/answer-value.js';
import { aForm } from '../synthetic/a-form.js';
import { testOrBlank } from './r1-test-or-blank.js';

describe('R1: test and blank forms', () => {
  it('excludes what is flagged as a test, whatever it says', () => {
    expect(testOrBlank(aForm({ isTest: true }))).toBe('test');
  });

  it.each<[string, Answers]>([
    ['nothing', {}],
    ['only its hospital', { hospital: { given: 'H1' } }],
    [
      'only hospital, role, perspective, population, country and consent',
      {
        hospital: { given: 'H1' },
        role: { given: 'liaison_lead' },
        perspective: { given: 'liaison' },
        population: { given: ['adult'] },
        country: { given: 'england' },
        consent_facts: { given: 'yes' },
      },
    ],
    [
      'skipped and hidden questions',
      { iapt_inreach: { missing: 'skipped' }, integration: { missing: 'not_asked' } },
    ],
    ['a comment of spaces', { comments: { given: '  ' } }],
    ['an empty choice of several', { settings: { given: [] } }],
  ])('excludes a form with %s as blank', (_case, answers) => {
    expect(testOrBlank(aForm({ answers }))).toBe('blank');
  });

  it.each<[string, Answers]>([
    ['"I don\'t know"', { iapt_inreach: { missing: 'dont_know' } }],
    ['a score of 0', { integration: { given: 0 } }],
    ['a comment', { comments: { given: 'Synthetic comment.' } }],
  ])('keeps a form that says nothing but %s', (_case, answers) => {
    expect(testOrBlank(aForm({ answers }))).toBeUndefined();
  });
});
