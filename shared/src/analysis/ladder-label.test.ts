import { describe, expect, it } from 'vitest';

import { LADDER_CODES } from './ladder-code.js';
import { isGap, isReportedAbsentOrWeak, ladderLabel, ladderMeaning } from './ladder-label.js';

const OTHER = ['yes', 'no', 'not_known'] as const;
const everyCase = LADDER_CODES.flatMap((code) => OTHER.map((other) => [code, other] as const));

describe('the words of the ladder', () => {
  it.each(everyCase)('write "gap" of %s with other provision %s only where it is one', (code, other) => {
    const allowed = ['G0', 'G1', 'G01', 'G2'].includes(code) && other === 'no';
    expect(isGap(code, other)).toBe(allowed);
    expect(/\bgap\b/i.test(ladderLabel(code, other))).toBe(allowed);
    expect(/\bgap\b/i.test(ladderMeaning(code, other))).toBe(allowed);
  });

  it.each([
    ['G0', 'not_known', 'No IAPT provision for MUS/LTC reported; other provision not known'],
    ['G0', 'yes', 'No IAPT provision for MUS/LTC reported; other integrated service on site'],
    ['G0', 'no', 'Gap: no IAPT provision for MUS/LTC reported; no other integrated service on site'],
    ['G1', 'not_known', 'IAPT treats MUS/LTC, no IAPT in-reach reported; other provision not known'],
    ['G1', 'no', 'Gap: IAPT treats MUS/LTC, no IAPT in-reach reported; no other integrated service on site'],
    ['G2', 'not_known', 'IAPT in-reach, poorly integrated; other provision not known'],
    ['G3', 'not_known', 'IAPT in-reach, partly integrated'],
    ['NP', 'not_known', 'Not published'],
  ] as const)('call %s with other provision %s "%s"', (code, other, label) => {
    expect(ladderLabel(code, other)).toBe(label);
  });

  it('give each code words of its own', () => {
    expect(new Set(LADDER_CODES.map((code) => ladderLabel(code, 'not_known'))).size).toBe(
      LADDER_CODES.length,
    );
    expect(new Set(LADDER_CODES.map((code) => ladderMeaning(code, 'not_known'))).size).toBe(
      LADDER_CODES.length,
    );
  });

  it.each(everyCase)('are a short label and full sentences for %s with %s', (code, other) => {
    expect(ladderLabel(code, other)).toMatch(/^[A-Z].*[^.]$/);
    expect(ladderMeaning(code, other)).toMatch(/^[A-Z].*\.$/);
  });

  it('say that an unpublished hospital may or may not have answered', () => {
    expect(ladderMeaning('NP', 'not_known')).toContain('whether this hospital answered');
  });

  it('count absent and weak provision from four codes, never from what is not known', () => {
    expect(LADDER_CODES.filter(isReportedAbsentOrWeak)).toEqual(['G2', 'G0', 'G1', 'G01']);
  });
});
