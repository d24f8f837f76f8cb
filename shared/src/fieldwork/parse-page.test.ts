import { describe, expect, it } from 'vitest';

import type { Answers } from '../instrument/answer-value.js';
import { EXAMPLE_SURVEY } from '../instrument/example-survey.js';
import { getInstrument } from '../instrument/registry.js';
import { pageAfter } from './next-page.js';
import { parsePage } from './parse-page.js';
import type { RawAnswers } from './to-raw.js';

const v1_1 = getInstrument('1.1');
const IN_REACH: Answers = { iapt_inreach_mus: { given: 'no' }, iapt_inreach_ltc: { given: 'yes' } };
const NO_IN_REACH: Answers = { iapt_inreach_mus: { given: 'no' }, iapt_inreach_ltc: { given: 'no' } };

const problemsOf = (pageId: string, raw: RawAnswers, soFar: Answers = {}): readonly string[] => {
  const result = parsePage(v1_1, pageId, raw, soFar);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
};
function saved(pageId: string, raw: RawAnswers, soFar: Answers, save?: 'autosave'): Answers {
  const result = parsePage(v1_1, pageId, raw, soFar, save);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('saving one page of a draft', () => {
  it('adds the answers of the page to those of the other pages', () => {
    expect(saved('integration', { integration: { given: ['42'] } }, IN_REACH)).toEqual({
      ...IN_REACH,
      integration: { given: 42 },
    });
  });

  it('keeps what was answered before a change of mind hid it', () => {
    const before: Answers = { ...IN_REACH, integration: { given: 42 } };
    const after = saved('iapt_inreach_ltc', { iapt_inreach_ltc: { given: ['no'] } }, before);
    expect(after).toEqual({ ...NO_IN_REACH, integration: { given: 42 } });
  });

  it('keeps a hidden answer of the same page when the form sends the page without it', () => {
    const before: Answers = { ...NO_IN_REACH, consent_score: { given: 'yes' } };
    const after = saved(
      'consent',
      { consent_facts: { given: ['no'] }, consent_score: { given: [] } },
      before,
    );
    expect(after).toMatchObject({ consent_facts: { given: 'no' }, consent_score: { given: 'yes' } });
  });

  it('marks what is left empty as skipped, a required question too', () => {
    expect(saved('role', {}, {})).toEqual({ role: { missing: 'skipped' } });
    expect(saved('comments', { comments: { given: [''] } }, { comments: { given: 'Before' } })).toEqual({
      comments: { missing: 'skipped' },
    });
  });

  it('leaves open what is still empty while the respondent is on the page', () => {
    const before: Answers = { ...NO_IN_REACH, comments: { given: 'Before' } };
    expect(saved('comments', { comments: { given: [''] } }, before, 'autosave')).toEqual(NO_IN_REACH);
  });

  it.each<[string, string, RawAnswers, Answers, readonly string[]]>([
    [
      'a wrong answer',
      'integration',
      { integration: { given: ['150'] } },
      IN_REACH,
      ['OUT_OF_RANGE integration'],
    ],
    [
      'an answer to a hidden page',
      'integration',
      { integration: { given: ['59'] } },
      NO_IN_REACH,
      ['NOT_ASKED integration'],
    ],
    [
      'an answer to a hidden question of a page',
      'consent',
      { consent_facts: { given: ['yes'] }, consent_score: { given: ['yes'] } },
      NO_IN_REACH,
      ['NOT_ASKED consent_score'],
    ],
    [
      'an answer of another page',
      'role',
      { country: { given: ['england'] } },
      {},
      ['NOT_ON_THIS_PAGE country'],
    ],
    ['an unknown question', 'role', { token: { given: ['x'] } }, {}, ['UNKNOWN_QUESTION token']],
    [
      'several at once',
      'service',
      { settings: { given: ['moon'] }, co_located: { given: ['yes', 'no'] } },
      IN_REACH,
      ['UNKNOWN_OPTION settings', 'TOO_MANY_ANSWERS co_located'],
    ],
  ])('refuses %s', (_case, pageId, raw, soFar, problems) => {
    expect(problemsOf(pageId, raw, soFar)).toEqual(problems);
  });

  it('does not look at what is wrong or missing on other pages', () => {
    expect(problemsOf('role', { role: { given: ['other'] } }, { integration: { given: 150 } })).toEqual([]);
  });

  it('throws on a page that does not exist', () => {
    expect(() => parsePage(v1_1, 'nowhere', {}, {})).toThrow(RangeError);
  });
});

describe('a page whose own answers open and hide questions', () => {
  const open: Answers = { has_team: { given: 'yes' } };
  const saved = (raw: Parameters<typeof parsePage>[2], soFar: Answers): Answers => {
    const result = parsePage(EXAMPLE_SURVEY, 'team', raw, soFar);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };

  it('does not take what it has just opened for skipped, and comes again with it', () => {
    const draft = saved({ has_team: { given: ['yes'] } }, {});
    expect(draft).toEqual(open);
    expect(pageAfter(EXAMPLE_SURVEY, draft, 'team')?.questions.map(({ variable }) => variable)).toEqual([
      'has_team',
      'staff',
    ]);
  });

  it('takes it for skipped once it was shown and left empty', () => {
    const draft = saved({ has_team: { given: ['yes'] } }, open);
    expect(draft).toEqual({ ...open, staff: { missing: 'skipped' } });
    expect(pageAfter(EXAMPLE_SURVEY, draft, 'team')?.id).toBe('hours');
  });

  it('keeps an answer that it has just hidden, and refuses one that was never shown', () => {
    const before: Answers = { ...open, staff: { given: 3 } };
    const raw = { has_team: { given: ['no'] }, staff: { given: ['3'] } };
    expect(saved(raw, before)).toEqual({ has_team: { given: 'no' }, staff: { given: 3 } });
    expect(parsePage(EXAMPLE_SURVEY, 'team', raw, {})).toMatchObject({
      ok: false,
      problems: [{ code: 'NOT_ASKED', field: 'staff' }],
    });
  });
});
