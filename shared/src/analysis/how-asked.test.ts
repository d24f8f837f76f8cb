import { describe, expect, it } from 'vitest';

import { deriveMusLtc, yesNoAnswer } from '../cleaning/derive-mus-ltc.js';
import type { Answers } from '../instrument/answer-value.js';
import { INSTRUMENT_V1_0 } from '../instrument/instruments/v1-0.js';
import { INSTRUMENT_V1_1 } from '../instrument/instruments/v1-1.js';
import { howAsked } from './how-asked.js';

const joint: Answers = { iapt_inreach: { given: 'yes' } };

describe('how an answer was asked for', () => {
  it('says of the joint question of 1.0 that it counts as given, and that neither group can be told', () => {
    for (const item of ['iapt_treats_mus_ltc', 'iapt_inreach'])
      expect(howAsked(item, INSTRUMENT_V1_0)).toMatch(/^One question on MUS and LTC.*counts as it was given/);
  });

  it('says in a trace of 1.1 how the two parts become one, and how a form of 1.0 counts', () => {
    expect(howAsked('iapt_inreach', INSTRUMENT_V1_1)).toMatch(
      /yes if either is yes; no only if both are no.*A form of version 1\.0.*as it was given/,
    );
    // What is said is what is done.
    expect(deriveMusLtc(joint, 'iapt_inreach')).toBe('yes');
  });

  it('says of one part that a form of 1.0 was not asked it', () => {
    expect(howAsked('iapt_inreach_mus', INSTRUMENT_V1_1)).toMatch(
      /counts here as not asked, never as yes or no/,
    );
    expect(yesNoAnswer(joint['iapt_inreach_mus'])).toBe('not_asked');
  });

  it('says nothing where versions do not differ', () => {
    expect(howAsked('co_located', INSTRUMENT_V1_1)).toBe('');
  });
});
