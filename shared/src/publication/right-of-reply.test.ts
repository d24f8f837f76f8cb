import { describe, expect, it } from 'vitest';

import {
  countReplies,
  isRunning,
  refusalsOf,
  replyEnd,
  type ReplyEvent,
  replyStandings,
} from './right-of-reply.js';
import { checkReplyBeforeRelease } from './right-of-reply-gate.js';

const AT = '2026-03-01T10:00:00.000Z';
let number = 0;
const event = (kind: ReplyEvent['kind'], values: Partial<ReplyEvent> = {}): ReplyEvent => ({
  number: (number += 1),
  kind,
  odsCode: 'ZZ001',
  linkId: kind === 'offered' ? '' : 'link',
  at: AT,
  shownSha256: 'first',
  refusesScore: false,
  refusesQuotations: false,
  ...values,
});
const naming = (linkId: string, refusesScore: boolean, refusesQuotations = false): ReplyEvent =>
  event('naming', { linkId, refusesScore, refusesQuotations });

describe('the time to reply', () => {
  it('runs to the end of the last day', () => {
    expect(replyEnd(AT, 14)).toEqual({ ok: true, value: '2026-03-15T23:59:59.999Z' });
  });

  it.each([0, 91, 1.5, Number.NaN])('is no time of %s days', (days) => {
    expect(replyEnd(AT, days)).toMatchObject({ ok: false, problems: [{ code: 'BAD_REPLY_DAYS' }] });
  });

  it('is over at its last moment, or when a release ended it', () => {
    const period = { openedAt: AT, endsAt: '2026-03-15T23:59:59.999Z', closedAt: null };
    expect(isRunning(period, '2026-03-15T23:59:59.999Z')).toBe(true);
    expect(isRunning(period, '2026-03-16T00:00:00.000Z')).toBe(false);
    expect(isRunning({ ...period, closedAt: '2026-03-02T00:00:00.000Z' }, AT)).toBe(false);
  });
});

describe('refusals', () => {
  it('hold by each link as it said last', () => {
    expect(refusalsOf([naming('a', true), naming('a', false)]).get('ZZ001')).toEqual({
      score: false,
      quotations: false,
    });
  });

  it('of several links hold at their strictest: nobody takes a colleague’s back', () => {
    const refused = refusalsOf([naming('a', true), naming('b', false, true)]);
    expect(refused.get('ZZ001')).toEqual({ score: true, quotations: true });
  });

  it('are none where nobody said anything', () => {
    expect(refusalsOf([event('offered'), event('right')]).size).toBe(0);
  });
});

describe('where a hospital stands', () => {
  it('is what it said last, on what it had before it last', () => {
    const [standing] = replyStandings([
      event('offered'),
      event('opened', { at: '2026-03-02T10:00:00.000Z' }),
      event('wrong', { at: '2026-03-02T11:00:00.000Z' }),
      event('opened', { shownSha256: 'second', at: '2026-03-03T10:00:00.000Z' }),
      event('right', { shownSha256: 'second', at: '2026-03-03T11:00:00.000Z' }),
    ]);
    expect(standing).toMatchObject({
      offeredAt: AT,
      openedAt: '2026-03-02T10:00:00.000Z',
      said: 'right',
      saidAt: '2026-03-03T11:00:00.000Z',
      shownSha256: 'second',
    });
  });

  it('is counted for the public without saying which', () => {
    const standings = replyStandings([
      event('offered'),
      event('offered', { odsCode: 'ZZ002' }),
      event('right'),
      event('naming', { refusesScore: true }),
    ]);
    const period = { openedAt: AT, endsAt: AT, closedAt: null };
    const counted = countReplies(period, standings, new Map([['ZZ001', 'first']]), '');
    expect(counted).toMatchObject({
      offered: 2,
      opened: 0,
      right: 1,
      wrong: 0,
      scoresRefused: 1,
      asShown: 1,
    });
    expect(JSON.stringify(counted)).not.toContain('ZZ0');
  });
});

describe('before a release', () => {
  const period = { openedAt: AT, endsAt: '2026-03-15T23:59:59.999Z', closedAt: null };
  const asked = { roundKind: 'live', kind: 'final', period, openObjections: 0, despite: '' } as const;
  const codes = (values: Partial<Parameters<typeof checkReplyBeforeRelease>[0]>, now: string): string[] =>
    checkReplyBeforeRelease({ ...asked, ...values }, now).map(({ code }) => code);
  const LATER = '2026-04-01T00:00:00.000Z';

  it.each([
    ['a final one while it runs', {}, AT, ['REPLY_RUNNING']],
    ['a final one after it', {}, LATER, []],
    ['a final one while it runs, with a reason', { despite: 'Everybody replied.' }, AT, []],
    ['a final one with an objection open', { openObjections: 2 }, LATER, ['OBJECTION_OPEN']],
    ['a final one without any', { period: null }, LATER, ['REPLY_NOT_OFFERED']],
    ['a synthetic one without any', { period: null, roundKind: 'synthetic' }, LATER, []],
    ['a synthetic one while it runs', { roundKind: 'synthetic' }, AT, ['REPLY_RUNNING']],
    ['an interim one', { kind: 'interim', period: null }, AT, []],
    ['an erratum', { kind: 'erratum', openObjections: 1 }, AT, []],
  ] as const)('%s', (_what, values, now, expected) => {
    expect(codes(values, now)).toEqual(expected);
  });
});
