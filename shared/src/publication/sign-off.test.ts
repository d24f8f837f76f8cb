import { describe, expect, it } from 'vitest';

import {
  checkRequiredSignOffs,
  checkSignOffs,
  checkTakenBack,
  defaultSignOffs,
  toReleasedSignOffs,
} from './sign-off.js';

const by = (personId: string) => ({ personId, role: 'survey_lead' as const });

describe('sign-offs', () => {
  it('are one by default, and none in a synthetic round', () => {
    expect([defaultSignOffs('live'), defaultSignOffs('synthetic')]).toEqual([1, 0]);
  });

  it('do not count from the person who publishes, nor twice from anybody', () => {
    expect(toReleasedSignOffs(1, [by('publisher')], 'publisher').given).toBe(0);
    expect(toReleasedSignOffs(2, [by('a'), by('a'), by('b')], 'publisher')).toEqual({
      required: 2,
      given: 2,
      roles: ['survey_lead', 'survey_lead'],
    });
  });

  it('stop a release that has too few', () => {
    expect(checkSignOffs({ required: 1, given: 0, roles: [] })).toMatchObject([{ code: 'SIGN_OFF_MISSING' }]);
    expect(checkSignOffs({ required: 0, given: 0, roles: [] })).toEqual([]);
  });

  it('can be done without only where answers are invented', () => {
    expect(checkRequiredSignOffs('synthetic', 0)).toEqual([]);
    for (const [kind, number] of [
      ['live', 0],
      ['live', 6],
      ['synthetic', -1],
      ['live', 1.5],
    ] as const)
      expect(checkRequiredSignOffs(kind, number)).toMatchObject([{ code: 'BAD_SIGN_OFFS' }]);
  });

  it('can be taken back by who gave them, with a reason, until a release stands on the freeze', () => {
    const good = { hasSigned: true, isReleased: false, reason: 'Too early.' };
    const codes = (change: Partial<typeof good>) =>
      checkTakenBack({ ...good, ...change }).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ hasSigned: false })).toEqual(['NOT_SIGNED']);
    expect(codes({ isReleased: true })).toEqual(['RELEASED_ALREADY']);
    expect(codes({ reason: ' ' })).toEqual(['REASON_REQUIRED']);
  });
});
