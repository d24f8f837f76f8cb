import { describe, expect, it } from 'vitest';

import { ANYTHING } from '../database/unit.js';
import {
  changesRelease,
  CLEANING_CHANGED,
  DECIDED,
  formChange,
  formErased,
  NAMING,
  OBJECTED,
  queryChange,
  RELEASE_DESK,
  RELEASED,
  sortParts,
} from './round-change.js';

describe('a change of a round', () => {
  it.each([
    ['a form that was taken back', formErased('a'), true],
    ['a decision', DECIDED, true],
    ['a freeze', CLEANING_CHANGED, true],
    ['an objection', OBJECTED, true],
    ['a refusal to be named', NAMING, true],
    ['a sign-off', RELEASE_DESK, true],
    ['what nobody named', ANYTHING, true],
    ['a form that was sent', formChange('a'), false],
    ['a question to a site', queryChange('a'), false],
    ['another release', RELEASED, false],
  ])('by %s makes a release that is put together meanwhile anew, or does not', (_, part, isMadeAnew) => {
    expect(changesRelease(part)).toBe(isMadeAnew);
  });

  it('has objections read again when a form is taken back, since they may have lost their words', () => {
    expect(sortParts(new Set([formErased('a')]))).toMatchObject({
      forms: ['a'],
      erased: ['a'],
      objected: true,
    });
  });

  it('leaves the picture of cleaning as it is when a hospital refuses to be named, or a release is signed off', () => {
    expect(sortParts(new Set([NAMING, RELEASE_DESK]))).toEqual({
      forms: [],
      erased: [],
      queries: [],
      decided: false,
      settings: false,
      objected: false,
    });
    expect(sortParts(new Set([NAMING, ANYTHING]))).toBeNull();
  });
});
