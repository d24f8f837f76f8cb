import { describe, expect, it } from 'vitest';

import { INSTRUMENT_V1_0 } from '../../instrument/instruments/v1-0.js';
import { INSTRUMENT_V1_1 } from '../../instrument/instruments/v1-1.js';
import { questionnaireFacts } from './questionnaire-facts.js';

describe('what a report says of a questionnaire', () => {
  it('calls the questions that routing rests on by their numbers, never by names of variables', () => {
    const { questions } = questionnaireFacts(INSTRUMENT_V1_0);
    expect(questions.map(({ when }) => when)).toEqual([
      '',
      '',
      '',
      'Q3 is "Yes"',
      'Q3 is "Yes"',
      'Q3 is "Yes"',
      '',
    ]);
    for (const { when } of questionnaireFacts(INSTRUMENT_V1_1).questions) expect(when).not.toMatch(/_/);
  });
});
