import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../kernel/canonical-json.js';
import { EXAMPLE_SURVEY } from './example-survey.js';
import type { Instrument } from './instrument.js';
import { blankDraft, draftFrom } from './new-draft.js';
import { parseDraft } from './parse-draft.js';
import { allInstruments } from './registry.js';

const asSent = (instrument: unknown): unknown => JSON.parse(JSON.stringify(instrument));
const problemsOf = (value: unknown) => {
  const result = parseDraft(value);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
};
/** The example with one member changed, as somebody could send it. */
function withMember(change: (draft: any) => void): unknown {
  const draft = asSent(draftFrom(EXAMPLE_SURVEY));
  change(draft);
  return draft;
}

describe('a draft that is sent', () => {
  it.each<[string, Instrument]>([
    ['the example', EXAMPLE_SURVEY],
    ['a blank one', blankDraft('liaison-services', 'Liaison services')],
    ...allInstruments.map((each): [string, Instrument] => [`version ${each.version}`, each]),
  ])('%s comes out as it went in', (_name, instrument) => {
    const draft = draftFrom(instrument);
    const result = parseDraft(asSent(draft));
    expect(result.ok && canonicalJson(result.value)).toBe(canonicalJson(draft));
  });

  it('cannot set its version, its status or what it may be compared with', () => {
    const result = parseDraft({ ...EXAMPLE_SURVEY, version: '9.9', status: 'retired' });
    expect(result.ok && result.value).toMatchObject({ version: '', status: 'draft' });
    expect(result.ok && result.value).not.toHaveProperty('comparability');
  });

  it('loses optional texts that are blank instead of keeping empty ones', () => {
    const result = parseDraft(
      withMember((draft) => {
        Object.assign(draft.pages[0].questions[0], {
          help: { en: '  ' },
          spssName: ' ',
          options: [],
          text: { en: 'Which?', second: '' },
        });
      }),
    );
    const question = result.ok ? result.value.pages[0]?.questions[0] : undefined;
    expect(question).toMatchObject({ text: { en: 'Which?' } });
    expect(Object.keys(question ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/help|spssName|options/)]),
    );
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'NOT_READABLE instrument'],
    ['a list', [], 'NOT_READABLE instrument'],
    [
      'a member nobody knows',
      withMember((draft) => (draft.script = 'alert(1)')),
      'UNKNOWN_MEMBER instrument.script',
    ],
    [
      'a type of question that there is not',
      withMember((draft) => (draft.pages[0].questions[0].type = 'photo')),
      'NOT_READABLE pages[0].questions[0].type',
    ],
    [
      'a condition that is code',
      withMember((draft) => (draft.pages[1].questions[1].relevance = 'has_team === "yes"')),
      'NOT_READABLE pages[1].questions[1].relevance',
    ],
    [
      'a condition that is two',
      withMember(
        (draft) => (draft.pages[1].questions[1].relevance = { variable: 'a', atLeast: 1, atMost: 2 }),
      ),
      'NOT_READABLE pages[1].questions[1].relevance',
    ],
    [
      'a number that is none',
      withMember((draft) => (draft.pages[1].questions[1].number.max = '200')),
      'NOT_READABLE pages[1].questions[1].number.max',
    ],
    [
      'a character that cannot be stored',
      withMember((draft) => (draft.title.en = 'A\u0000')),
      'UNREADABLE_TEXT title.en',
    ],
    [
      'a text without end',
      withMember((draft) => (draft.title.en = 'x'.repeat(10_001))),
      'TEXT_TOO_LONG title.en',
    ],
    [
      'pages without end',
      withMember((draft) => (draft.pages = Array(101).fill(draft.pages[0]))),
      'TOO_MANY pages',
    ],
  ])('is refused by name: %s', (_what, value, problem) => {
    expect(problemsOf(value)).toContain(problem);
  });

  it('is not followed into groups of conditions without end', () => {
    let relevance: unknown = { variable: 'has_team', isOneOf: ['yes'] };
    for (let depth = 0; depth < 2000; depth += 1) relevance = { allOf: [relevance] };
    expect(
      problemsOf(withMember((draft) => (draft.pages[1].questions[1].relevance = relevance))),
    ).toHaveLength(1);
  });
});
