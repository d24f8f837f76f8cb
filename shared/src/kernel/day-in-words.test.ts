import { expect, it } from 'vitest';

import { dayInWords, monthInWords } from './day-in-words.js';

it.each([
  ['2027-03-31T22:59:59.999Z', '31 March 2027', 'March 2027'],
  ['2026-09-01', '1 September 2026', 'September 2026'],
  ['December 2017 to January 2018', 'December 2017 to January 2018', 'December 2017 to January 2018'],
  ['2026-13-01', '2026-13-01', '2026-13-01'],
  ['', '', ''],
])('%s', (time, day, month) => {
  expect(dayInWords(time)).toBe(day);
  expect(monthInWords(time)).toBe(month);
});
