import { describe, expect, it } from 'vitest';

import { askedWhen } from './asked-when.js';
import { questionsOf } from './instrument.js';
import { getInstrument } from './registry.js';

function routingOf(version: string, variable: string): string {
  const instrument = getInstrument(version);
  const question = questionsOf(instrument).find((candidate) => candidate.variable === variable);
  if (!question) throw new Error(`no question ${variable}`);
  return askedWhen(instrument, question);
}

describe('the routing in words', () => {
  it.each([
    ['1.0', 'comments', 'Always'],
    ['1.0', 'integration', 'iapt_inreach is "Yes"'],
    ['1.1', 'consent_score', 'iapt_inreach_mus is "Yes" or iapt_inreach_ltc is "Yes"'],
    [
      '1.1',
      'planned_start',
      'iapt_inreach_mus is "No" or "I don\'t know" or iapt_inreach_ltc is "No" or "I don\'t know"',
    ],
  ])('%s %s: %s', (version, variable, words) => {
    expect(routingOf(version, variable)).toBe(words);
  });

  it('says that answers are still to be chosen, in a draft', () => {
    const instrument = getInstrument('1.0');
    const [question] = questionsOf(instrument);
    const relevance = { variable: 'iapt_inreach', isOneOf: [] };
    expect(askedWhen(instrument, { ...question!, relevance })).toBe('iapt_inreach is …');
  });

  it('puts brackets around a condition inside another', () => {
    const instrument = getInstrument('1.0');
    const [question] = questionsOf(instrument);
    const treats = { variable: 'iapt_treats_mus_ltc', isOneOf: ['yes'] };
    const comes = { variable: 'iapt_inreach', isOneOf: ['yes'] };
    const nested = { ...question!, relevance: { allOf: [treats, { anyOf: [comes, treats] }] } };
    expect(askedWhen(instrument, nested)).toBe(
      'iapt_treats_mus_ltc is "Yes" and (iapt_inreach is "Yes" or iapt_treats_mus_ltc is "Yes")',
    );
  });
});
