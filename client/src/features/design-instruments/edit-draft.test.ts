import { EXAMPLE_SURVEY } from '@liaison-atlas/shared/instrument/example-survey';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { describe, expect, it } from 'vitest';

import {
  addPage,
  addQuestion,
  duplicate,
  fromAddress,
  move,
  remove,
  toAddress,
  WHOLE,
} from './edit-draft.js';

const keys = (content: Instrument | undefined) =>
  content?.pages.map(({ id, questions }) => [id, ...questions.map(({ variable }) => variable)].join(' '));
const TEAM = 'team has_team staff professions';
const HOURS = 'hours cover since score name_of_team remarks';

describe('editing a draft', () => {
  it('adds a question after the open one, under a name of its own', () => {
    const once = addQuestion(EXAMPLE_SURVEY, { page: 1, question: 0 })!;
    expect(keys(once.content)?.[1]).toBe('team has_team question staff professions');
    const twice = addQuestion(once.content, { page: 0, question: -1 })!;
    expect(keys(twice.content)?.[0]).toBe('hospital hospital question_2');
    expect(twice.at).toEqual({ page: 0, question: 1 });
  });

  it('adds a page after the open one', () => {
    const added = addPage(EXAMPLE_SURVEY, { page: 0, question: 0 })!;
    expect(keys(added.content)).toEqual(['hospital hospital', 'page', TEAM, HOURS]);
    expect(addPage(added.content, WHOLE)?.content.pages.at(-1)?.id).toBe('page-2');
  });

  it('copies a question or a page under free names', () => {
    const copied = duplicate(EXAMPLE_SURVEY, { page: 1, question: 1 })!;
    expect(keys(copied.content)?.[1]).toBe('team has_team staff staff_2 professions');
    expect(keys(duplicate(copied.content, { page: 1, question: -1 })?.content)?.[2]).toBe(
      'team-2 has_team_2 staff_3 staff_2_2 professions_2',
    );
  });

  it('takes a question or a page away', () => {
    expect(keys(remove(EXAMPLE_SURVEY, { page: 1, question: 2 })?.content)?.[1]).toBe('team has_team staff');
    expect(keys(remove(EXAMPLE_SURVEY, { page: 1, question: -1 })?.content)).toEqual([
      'hospital hospital',
      HOURS,
    ]);
    expect(remove(EXAMPLE_SURVEY, WHOLE)).toBeUndefined();
  });

  it('moves a question within its page, then into the next one', () => {
    expect(keys(move(EXAMPLE_SURVEY, { page: 1, question: 0 }, 1)?.content)?.[1]).toBe(
      'team staff has_team professions',
    );
    const across = move(EXAMPLE_SURVEY, { page: 1, question: 2 }, 1)!;
    expect(keys(across.content)?.slice(1)).toEqual([
      'team has_team staff',
      `hours professions${HOURS.slice(5)}`,
    ]);
    expect(across.at).toEqual({ page: 2, question: 0 });
    const back = move(across.content, across.at, -1)!;
    expect(keys(back.content)).toEqual(keys(EXAMPLE_SURVEY));
  });

  it('does not move anything out of the questionnaire', () => {
    expect(move(EXAMPLE_SURVEY, { page: 0, question: 0 }, -1)).toBeUndefined();
    expect(move(EXAMPLE_SURVEY, { page: 2, question: -1 }, 1)).toBeUndefined();
    expect(keys(move(EXAMPLE_SURVEY, { page: 2, question: -1 }, -1)?.content)).toEqual([
      'hospital hospital',
      HOURS,
      TEAM,
    ]);
  });

  it.each([
    ['', WHOLE],
    ['1', { page: 1, question: -1 }],
    ['1.2', { page: 1, question: 2 }],
    ['1.9', { page: 1, question: -1 }],
    ['9', WHOLE],
    ['x', WHOLE],
  ])('finds the place that the address "%s" names', (address, place) => {
    expect(fromAddress(address, EXAMPLE_SURVEY)).toEqual(place);
    if (toAddress(place) === address) expect(fromAddress(toAddress(place), EXAMPLE_SURVEY)).toEqual(place);
  });
});
