import { describe, expect, it } from 'vitest';

import type { AnswerableQuestion, Option, Relevance } from '../instrument.js';
import { fromRelevant } from './from-relevant.js';
import { type Asked, toRelevant } from './to-relevant.js';

const YES_NO_DK: readonly Option[] = [
  { code: 'yes', label: { en: 'Yes' }, kind: 'substantive' },
  { code: 'no', label: { en: 'No' }, kind: 'substantive' },
  { code: 'dk', label: { en: "I don't know" }, kind: 'dont_know' },
];

const question = (
  variable: string,
  type: AnswerableQuestion['type'],
  options?: readonly Option[],
): AnswerableQuestion => ({
  variable,
  type,
  text: { en: variable },
  required: 'no',
  privacy: 'none',
  publication: 'open',
  source: 'test',
  options,
});

const asked: Asked = new Map(
  [
    question('treats', 'choice', YES_NO_DK),
    question('settings', 'multi_choice', YES_NO_DK),
    question('score', 'scale', YES_NO_DK.slice(2)),
    question('staff', 'number'),
  ].map((each) => [each.variable, each]),
);

const SAME: readonly (readonly [string, Relevance])[] = [
  ["${treats} = 'yes'", { variable: 'treats', isOneOf: ['yes'] }],
  ["${treats} = 'no' or ${treats} = 'dk'", { variable: 'treats', isOneOf: ['no', 'dont_know'] }],
  ["selected(${settings}, 'yes')", { variable: 'settings', isOneOf: ['yes'] }],
  ["${score-absence} = 'dk'", { variable: 'score', isOneOf: ['dont_know'] }],
  ["${treats} != '' and ${treats} != 'no'", { variable: 'treats', isNoneOf: ['no'] }],
  ["${settings} != '' and not(selected(${settings}, 'no'))", { variable: 'settings', isNoneOf: ['no'] }],
  [
    "(${score} != '' or ${score-absence} != '') and ${score-absence} != 'dk'",
    { variable: 'score', isNoneOf: ['dont_know'] },
  ],
  ["${score} != '' or ${score-absence} != ''", { variable: 'score', isAnswered: true }],
  ["${treats} != ''", { variable: 'treats', isAnswered: true }],
  ['${staff} >= 2.5', { variable: 'staff', atLeast: 2.5 }],
  ['${score} <= -3', { variable: 'score', atMost: -3 }],
  ["(${treats} = 'yes') or false()", { anyOf: [{ variable: 'treats', isOneOf: ['yes'] }] }],
  ["(${treats} = 'yes') and true()", { allOf: [{ variable: 'treats', isOneOf: ['yes'] }] }],
  [
    "(${treats} = 'yes') and ((${staff} >= 1) or (${score} >= 50))",
    {
      allOf: [
        { variable: 'treats', isOneOf: ['yes'] },
        {
          anyOf: [
            { variable: 'staff', atLeast: 1 },
            { variable: 'score', atLeast: 50 },
          ],
        },
      ],
    },
  ],
];

describe('routing as an XLSForm expression', () => {
  it.each(SAME)('%s is written and read', (text, relevance) => {
    expect(toRelevant(relevance, asked)).toBe(text);
    expect(fromRelevant(text, asked)).toEqual({ ok: true, value: relevance });
  });

  it.each<[string, Relevance]>([
    ["  ${ treats }='yes' ", { variable: 'treats', isOneOf: ['yes'] }],
    ['selected(${treats}, "yes")', { variable: 'treats', isOneOf: ['yes'] }],
    ["(${treats} = 'yes')", { variable: 'treats', isOneOf: ['yes'] }],
    [
      "${treats} = 'yes' and ${staff} >= 1 or ${staff} <= 0",
      {
        anyOf: [
          {
            allOf: [
              { variable: 'treats', isOneOf: ['yes'] },
              { variable: 'staff', atLeast: 1 },
            ],
          },
          { variable: 'staff', atMost: 0 },
        ],
      },
    ],
  ])('%s is understood as other programs write it', (text, relevance) => {
    expect(fromRelevant(text, asked)).toEqual({ ok: true, value: relevance });
  });

  it.each([
    ["${treats} != 'no'", 'holds in XForms where ${treats} is empty too'],
    ["${treats} = ''", 'whether ${treats} is empty'],
    ["${settings} = 'yes'", 'takes several answers'],
    ["${score} != ''", 'a value or an absence'],
    ['${staff} > 3', '">" after ${staff}'],
    ["${staff} >= 'many'", 'needs a number'],
    ["${unknown} = 'yes'", '${unknown} is not a question'],
    ['today() >= 3', 'the function today() has no place'],
    ['count-selected(${settings}) >= 2', 'the function count-selected() has no place'],
    ["not(${treats} = 'yes')", 'not(…) can only stand before selected(…)'],
    ["${treats} = 'yes' and", 'it ends too early'],
    ["${treats} = 'yes')", '")" is not expected there'],
    ["${treats} = 'yes' xor ${staff} >= 1", '"xor" is not expected there'],
    ['true()', 'always or never holds'],
    ['${staff} + 1 >= 2', '"+'],
    ['', 'it ends too early'],
    [`${'('.repeat(60)}\${staff} >= 1${')'.repeat(60)}`, 'nested too deeply'],
  ])('%s is refused with the reason: another question would be asked than was meant', (text, reason) => {
    const read = fromRelevant(text, asked);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problems.join()).toContain(reason);
  });

  it('never hangs on a long expression', () => {
    const long = Array.from({ length: 5000 }, () => "${treats} = 'yes'").join(' or ');
    expect(fromRelevant(long, asked).ok).toBe(true);
    expect(fromRelevant(`${"'".repeat(9999)}`, asked).ok).toBe(false);
  });
});
