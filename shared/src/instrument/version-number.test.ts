import { describe, expect, it } from 'vitest';

import { mayBeginRound } from './round-use.js';
import { compareVersionNumbers, isPilotNumber, nextPilot, nextVersion } from './version-number.js';

describe('version numbers', () => {
  it('go up by the second part while some figures can be carried on', () => {
    expect(nextVersion(undefined, [])).toBe('1.0');
    expect(nextVersion('1.0', ['same', 'new', 'not_comparable'])).toBe('1.1');
    expect(nextVersion('1.9', ['minor_wording'])).toBe('1.10');
  });

  it('go up by the first part when nothing may be compared', () => {
    expect(nextVersion('1.4', ['new', 'not_comparable'])).toBe('2.0');
  });

  it('count the pilots of a version', () => {
    expect(nextPilot('1.1', [])).toBe('1.1-pilot.1');
    expect(nextPilot('1.1', ['1.0-pilot.7', '1.1-pilot.1', '1.1-pilot.9'])).toBe('1.1-pilot.10');
    expect(isPilotNumber('1.1-pilot.1')).toBe(true);
    expect(isPilotNumber('1.1')).toBe(false);
  });

  it('sort from old to new, a pilot before what it tried out', () => {
    const sorted = ['1.0', '1.1-pilot.1', '1.1-pilot.2', '1.1', '1.10', '2.0'];
    expect(sorted.toReversed().sort(compareVersionNumbers)).toEqual(sorted);
  });
});

describe('what a round may begin with', () => {
  it.each([
    ['published', false, true],
    ['published', true, true],
    ['piloted', true, true],
    ['piloted', false, false],
    ['draft', true, false],
    ['retired', true, false],
    ['retired', false, false],
  ] as const)('a %s version in a pilot round (%s): %s', (status, isPilotRound, may) => {
    expect(mayBeginRound(status, isPilotRound)).toBe(may);
  });
});
