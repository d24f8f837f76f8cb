import { describe, expect, it } from 'vitest';

import { countText } from './character-count.js';
import { scaleProblem } from './check-scale.js';
import { clockTime } from './saving-form.js';
import { sliderText, typedWhole } from './slider.js';

const ends = { min: 0, max: 100, minLabel: 'Not at all', maxLabel: 'Seamlessly' };

describe('the slider', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['abc', undefined],
    ['1.5', undefined],
    ['0', 0],
    [' 59 ', 59],
    ['-3', -3],
  ])('reads %j in the number box as %s: nothing typed is no number, and 0 is one', (text, value) => {
    expect(typedWhole(text)).toBe(value);
  });

  it.each([
    [undefined, 'No answer yet'],
    [0, '0, Not at all'],
    [50, '50'],
    [100, '100, Seamlessly'],
  ])('is read out for %s as "%s"', (value, words) => {
    expect(sliderText(value, ends)).toBe(words);
  });
});

describe('the check while typing', () => {
  const range = { min: 0, max: 100, step: 1 };

  it.each(['', '0', '100', ' 59 '])('has nothing to say about %j', (text) => {
    expect(scaleProblem('integration', text, range)).toBe('');
  });

  it.each(['150', '-1', '1.5', 'many'])('says what to do about %j', (text) => {
    expect(scaleProblem('integration', text, range)).toContain('Write a whole number from 0 to 100.');
  });
});

describe('the character count', () => {
  it.each([
    [0, 'You have 200 characters remaining.'],
    [199, 'You have 1 character remaining.'],
    [200, 'You have 0 characters remaining.'],
    [201, 'You have 1 character too many.'],
    [260, 'You have 60 characters too many.'],
  ])('says for %d of 200 characters "%s"', (length, words) => {
    expect(countText(length, 200)).toBe(words);
  });
});

describe('the time of the last save', () => {
  it('has two digits for hours and minutes', () => {
    expect(clockTime(new Date(2026, 0, 5, 9, 3))).toBe('09:03');
  });
});
