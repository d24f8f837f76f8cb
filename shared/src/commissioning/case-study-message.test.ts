import { describe, expect, it } from 'vitest';

import { caseStudyMessage, isCaseStudyMessage } from './case-study-message.js';

const offered = {
  area: 6,
  title: 'Unreal carers’ service',
  place: 'Unreal Town',
  provider: 'Unreal Trust',
  commissioner: ' ',
  model: 'A nurse visits.',
  outcomes: '',
  enablers: 'One budget.',
  year: '2026',
};

describe('a case study that a reader offers', () => {
  it('is a message with a line a part, and what is left out is not given', () => {
    expect(caseStudyMessage(offered)).toEqual({
      ok: true,
      value: [
        'Case study for priority area 6, Mental health and wellbeing of carers',
        'Name of the service: Unreal carers’ service',
        'Place: Unreal Town',
        'Provider: Unreal Trust',
        'Commissioner: not given',
        'How it works: A nurse visits.',
        'What came of it: not given',
        'What helped: One budget.',
        'Year that this describes: 2026',
      ].join('\n'),
    });
  });

  it('is told from every other message by its beginning', () => {
    const message = caseStudyMessage(offered);
    expect(isCaseStudyMessage(message.ok ? message.value : '')).toBe(true);
    expect(isCaseStudyMessage('A pain team has worked here since spring.')).toBe(false);
  });

  it('names every part without which it is none, and an area that there is not', () => {
    const refused = caseStudyMessage({ ...offered, area: 11, place: '', model: '\n' });
    expect(refused.ok ? [] : refused.problems.map(({ field }) => field)).toEqual(['place', 'model', 'area']);
  });
});
