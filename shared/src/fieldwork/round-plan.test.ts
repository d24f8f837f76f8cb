import { describe, expect, it } from 'vitest';

import { checkNewKind, parseRoundId, planFrom, proposeRoundId, titleAYearOn } from './new-round.js';
import { aYearOn, parseMoment } from './parse-moment.js';
import { checkPlanChange, lockedFields } from './plan-locks.js';
import type { RoundState } from './round.js';
import { parseRoundPlan, planDifferences, type RawRoundPlan, type RoundPlan } from './round-plan.js';

const RAW: RawRoundPlan = {
  title: ' A round ',
  instrumentKey: 'iapt-liaison',
  instrumentVersion: '1.1',
  frameId: 'acute-ed-2018',
  opensAt: '2027-05-01',
  closesAt: '2027-05-31',
  correctionsUntil: '2027-06-30',
  perspectives: ['psychology', 'liaison', 'liaison'],
  purpose: 'service_evaluation',
  approval: '',
  legalBasis: 'legitimate_interests',
  legalBasisWhy: '',
  furtherWords: '',
  unitOfAnalysis: 'site',
  nameFacts: true,
  nameDontKnow: false,
  nameSilence: false,
};
const read = (changes: Partial<RawRoundPlan> = {}): RoundPlan => {
  const result = parseRoundPlan({ ...RAW, ...changes });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const problems = (changes: Partial<RawRoundPlan>): string[] => {
  const result = parseRoundPlan({ ...RAW, ...changes });
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('the plan of a round', () => {
  it('takes a day as its first moment where a round opens, and as its last where it closes', () => {
    expect(read()).toMatchObject({
      title: 'A round',
      opensAt: '2027-05-01T00:00:00.000Z',
      closesAt: '2027-05-31T23:59:59.000Z',
      correctionsUntil: '2027-06-30T23:59:59.000Z',
      perspectives: ['liaison', 'psychology'],
    });
  });

  it('can be closed and corrected on one and the same day, and needs no date at all', () => {
    expect(problems({ correctionsUntil: '2027-05-31' })).toEqual([]);
    expect(problems({ opensAt: '', closesAt: '', correctionsUntil: '' })).toEqual([]);
  });

  it('names every problem at once', () => {
    expect(problems({ title: '', opensAt: '2027-13-01', unitOfAnalysis: 'bed', perspectives: [] })).toEqual([
      'opensAt NOT_A_DATE',
      'unitOfAnalysis NOT_OFFERED',
      'title EMPTY_TITLE',
      'perspectives NOBODY_INVITED',
    ]);
  });

  it('reads its own moments again unchanged', () => {
    const plan = read();
    const again = read({ opensAt: plan.opensAt ?? '', closesAt: plan.closesAt ?? '' });
    expect(planDifferences(plan, again)).toEqual([]);
  });

  it.each(['2027-02-29', '31.05.2027', '2027-05-31T25:00:00Z', '2027-05-31T10:00:00+01:00', 'x'])(
    '%s is no date',
    (text) => expect(parseMoment(text, 'opensAt', 'first moment').ok).toBe(false),
  );
});

describe('a round made from an earlier one', () => {
  it.each([
    ['2026-05-31T23:59:59.000Z', '2027-05-31T23:59:59.000Z'],
    ['2028-02-29T00:00:00.000Z', '2029-02-28T00:00:00.000Z'],
    [null, null],
    ['2100-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'],
  ])('has %s a year on: %s', (moment, expected) => expect(aYearOn(moment)).toBe(expected));

  it('copies what was decided, but not the approval of another study', () => {
    const earlier = read({ approval: 'REC 1', nameSilence: true });
    const values = { title: 'Next', instrumentKey: 'k', instrumentVersion: '2.0', frameId: 'f' };
    expect(planFrom(earlier, values)).toMatchObject({
      ...values,
      approval: '',
      nameSilence: true,
      purpose: 'service_evaluation',
      closesAt: '2028-05-31T23:59:59.000Z',
    });
  });

  it.each([
    ['Liaison round 2026', 'Liaison round 2027'],
    ['Round 2025-26 of 2026', 'Round 2025-26 of 2027'],
    ['The survey', 'The survey'],
  ])('%s is called %s', (title, next) => expect(titleAYearOn(title)).toBe(next));

  it.each<[string, 'live' | 'synthetic' | 'published_facts' | null, boolean, boolean]>([
    ['live', null, false, true],
    ['live', 'published_facts', false, true],
    ['live', 'synthetic', true, false],
    ['synthetic', 'live', true, true],
    ['synthetic', null, false, false],
    ['published_facts', 'published_facts', true, false],
  ])('%s from %s (demo: %s): %s', (kind, copiedFrom, isDemo, ok) =>
    expect(checkNewKind(kind, { copiedFrom, isDemo }).ok).toBe(ok),
  );

  it.each([
    ['Liaison round 2027', 'liaison-round-2027'],
    ['Ärzte & Pflege: 2027!', 'arzte-pflege-2027'],
    [`${'word '.repeat(9)}`, 'word-word-word-word-word-word-word-w'],
    ['…', ''],
  ])('%s proposes the word %s for addresses', (title, id) => expect(proposeRoundId(title)).toBe(id));

  it.each(['liaison-2027', 'abc', 'a'.repeat(36)])('%s can be its id', (id) =>
    expect(parseRoundId(id)).toEqual({ ok: true, value: id }),
  );
  it.each(['', 'ab', 'Liaison', 'a b c', '-abc', 'abc-', 'all', 'new', 'a'.repeat(37), '../x'])(
    '%j cannot',
    (id) => expect(parseRoundId(id).ok).toBe(false),
  );
});

describe('what can be changed when', () => {
  const NOW = '2027-05-10T12:00:00.000Z';
  const at = (state: RoundState, plan = read()) => ({ kind: 'live' as const, state, plan });
  const refused = (state: RoundState, changes: Partial<RawRoundPlan>): string[] =>
    checkPlanChange(at(state), read(changes), NOW).map(({ field, code }) => `${field} ${code}`);

  it('is everything in a draft, and nothing once it is published', () => {
    expect(lockedFields(at('draft'), NOW)).toEqual([]);
    expect(lockedFields(at('published'), NOW)).toHaveLength(17);
    expect(lockedFields({ ...at('draft'), kind: 'published_facts' }, NOW)).toHaveLength(17);
  });

  it.each<[RoundState, string[]]>([
    ['pilot', ['frameId', 'instrumentKey', 'instrumentVersion']],
    ['open', ['frameId', 'instrumentKey', 'instrumentVersion', 'legalBasis', 'opensAt', 'purpose']],
  ])('grows less: %s', (state, locked) => expect([...lockedFields(at(state), NOW)].sort()).toEqual(locked));

  it('leaves the opening of an open round to be moved as long as it has not come', () => {
    expect(lockedFields(at('open'), '2027-04-30T00:00:00.000Z')).not.toContain('opensAt');
    expect(lockedFields(at('open', read({ opensAt: '' })), NOW)).toContain('opensAt');
  });

  it('lets what was never said be said late, and not said otherwise', () => {
    expect(lockedFields(at('open', read({ purpose: '' })), NOW)).not.toContain('purpose');
    expect(refused('open', { purpose: 'research' })).toEqual(['purpose FIELD_LOCKED']);
  });

  it('lets the naming of an open round become stricter only', () => {
    expect(refused('open', { nameFacts: false })).toEqual([]);
    expect(refused('open', { nameDontKnow: true })).toEqual(['nameDontKnow NAMING_WIDENED']);
    expect(refused('draft', { nameDontKnow: true })).toEqual([]);
  });

  it('lets an open round close later, and neither never nor in the past', () => {
    expect(refused('open', { closesAt: '2027-06-10' })).toEqual([]);
    expect(refused('open', { closesAt: '', correctionsUntil: '' })).toEqual(['closesAt NO_CLOSING_DAY']);
    expect(refused('open', { opensAt: RAW.opensAt, closesAt: '2027-05-09' })).toEqual([
      'closesAt DATE_IN_THE_PAST',
    ]);
    expect(refused('corrections', { closesAt: '2027-06-10' })).toEqual(['closesAt FIELD_LOCKED']);
  });
});
