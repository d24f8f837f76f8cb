import { describe, expect, it } from 'vitest';

import { bareNumbers } from './bare-numbers.js';

const found = (text: string, marks: readonly string[] = []): readonly string[] =>
  bareNumbers(
    text,
    marks.map((mark) => ({ text: mark, reason: 'a name' })),
  ).map((number) => number.text);

describe('bare numbers', () => {
  it.each([
    ['31 respondents', ['31']],
    ['of 40% of hospitals', ['40%']],
    ['12.5 per cent said so', ['12.5 per cent']],
    ['1,200 people', ['1,200']],
    ['Thirty-one respondents', ['Thirty-one']],
    ['three examples', ['three']],
    ['at least one quarter of services', ['one quarter']],
    ['two thirds and half of them', ['two thirds', 'half of']],
    ['one of the services', ['one of']],
    ['2018 of them, or 2018.5', ['2018.5']],
  ])('are flagged in %j', (text, numbers) => expect(found(text)).toEqual(numbers));

  it.each([
    'From December 2017 to January 2018, in 2016/17 and 2017-18.',
    'On 12 January 2018.',
    'See section 3.1, Table 2 and Appendix 4.',
    'PHQ-9, COVID-19, T1 and Core24.',
    'One respondent, one service.',
    '{{iapt-in-reach.yes}} of {{frame.size | of}}',
    'A third party.',
    '',
  ])('are not seen in %j', (text) => expect(found(text)).toEqual([]));

  it('are not seen where the author marked them, and only there', () => {
    expect(found('The Core 24 plan of 24 hospitals', ['Core 24'])).toEqual(['24']);
    expect(found('24', [''])).toEqual(['24']);
  });

  it('say where they stand', () => {
    expect(bareNumbers('So 31 of {{frame.size}} and 4%', [])).toEqual([
      { text: '31', at: 3 },
      { text: '4%', at: 28 },
    ]);
  });
});
