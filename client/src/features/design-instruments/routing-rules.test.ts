import { EXAMPLE_SURVEY } from '@liaison-atlas/shared/instrument/example-survey';
import { questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { describe, expect, it } from 'vitest';

import { answersOf, fromList, operatorOf, operatorsFor, questionsBefore, toList } from './routing-rules.js';

const all = questionsOf(EXAMPLE_SURVEY);
const of = (variable: string) => all.find((question) => question.variable === variable)!;

describe('routing in the designer', () => {
  it.each(all.filter(({ variable }) => variable !== 'since').map(({ variable }) => variable))(
    'of %s comes out as it went in',
    (variable) => {
      const list = toList(of(variable).relevance)!;
      expect(fromList(list)).toEqual(of(variable).relevance);
    },
  );

  it('with groups within groups is not shown as a list', () => {
    expect(toList(of('since').relevance)).toBeUndefined();
  });

  it('joins several conditions by all or any', () => {
    const conditions = [
      { variable: 'a', isAnswered: true },
      { variable: 'b', atLeast: 2 },
    ] as const;
    expect(fromList({ joint: 'any', conditions })).toEqual({ anyOf: conditions });
    expect(fromList({ joint: 'all', conditions })).toEqual({ allOf: conditions });
    expect(fromList({ joint: 'any', conditions: [] })).toBeUndefined();
  });

  it.each([
    ['has_team', ['isOneOf', 'isNoneOf', 'isAnswered']],
    ['staff', ['isOneOf', 'isNoneOf', 'isAnswered', 'atLeast', 'atMost']],
    ['remarks', ['isAnswered']],
  ])('offers for %s what makes sense', (variable, operators) => {
    expect(operatorsFor(of(variable)).map(({ value }) => value)).toEqual(operators);
  });

  it('names an option by its code and an absence by its name', () => {
    expect(answersOf(of('has_team')).map(({ token }) => token)).toEqual(['yes', 'no', 'dont_know']);
    expect(operatorOf({ variable: 'a', atMost: 3 })).toBe('atMost');
  });

  it('looks at earlier questions only', () => {
    expect(questionsBefore(EXAMPLE_SURVEY, { page: 1, question: 1 }).map(({ variable }) => variable)).toEqual(
      ['hospital', 'has_team'],
    );
    expect(questionsBefore(EXAMPLE_SURVEY, { page: 2, question: 1 }).at(-1)?.variable).toBe('cover_night');
  });
});
