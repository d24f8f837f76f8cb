import { describe, expect, it } from 'vitest';

import { identifyingParts, looksIdentifying } from './looks-identifying.js';
import { INVENTED_COMMENTS, INVENTED_IMPROVEMENTS, INVENTED_POSITIVES } from './synthetic/invent-texts.js';

describe('what looks identifying in a comment', () => {
  it.each([
    ['Ask Dr Example about it.', 'name', 'Dr Example'],
    ['We work with Jane Example on this.', 'name', 'Jane Example'],
    ['Write to team.lead@example.org please.', 'email', 'team.lead@example.org'],
    ['Ring 0161 496 0000 first.', 'phone', '0161 496 0000'],
    ['From +44 161 496 0000 they ring back.', 'phone', '+44 161 496 0000'],
    ['NHS number 943 476 5919 was referred.', 'number', '943 476 5919'],
    ['Our case of 12/03/1961 shows it.', 'number', '12/03/1961'],
    ['A patient who ran the marathon was refused.', 'rare_detail', 'patient who'],
    ['I am the only psychologist here.', 'rare_detail', 'the only psychologist'],
    ['A 43-year-old was turned away.', 'rare_detail', '43-year-old'],
  ])('%s: %s', (text, sign, part) => {
    const [found] = identifyingParts(text);
    expect(found?.sign).toBe(sign);
    expect(text.slice(found?.from, found?.to)).toBe(part);
  });

  it.each([
    'There are plans for next year.',
    'The service began in 2016 and has grown since 2019.',
    'We refer to Talking Therapies and to Liaison Psychiatry.',
    'Long waits; 12 weeks at least.',
    'Royal Oldham Hospital has a pilot.',
    ...INVENTED_COMMENTS,
    ...INVENTED_POSITIVES,
    ...INVENTED_IMPROVEMENTS,
  ])('nothing: %s', (text) => expect(looksIdentifying(text)).toBe(false));

  it('names parts in the order of the text, and none twice', () => {
    const parts = identifyingParts('Ask Dr Example, ring 0161 496 0000 or write to a@example.org.');
    expect(parts.map(({ sign }) => sign)).toEqual(['name', 'phone', 'email']);
    for (const [at, { from }] of parts.entries())
      if (at > 0) expect(from).toBeGreaterThanOrEqual(parts[at - 1]!.to);
  });
});
