import { describe, expect, it } from 'vitest';

import { getInstrument } from '../registry.js';
import { fromXlsForm } from './from-xlsform.js';
import { toXlsForm } from './to-xlsform.js';
import type { Sheet, XlsForm } from './xlsform.js';

const SETTINGS: Sheet = {
  name: 'settings',
  rows: [
    ['form_title', 'form_id', 'version'],
    ['Ward survey', 'wards', '2024-1'],
  ],
};
const CHOICES: Sheet = {
  name: 'choices',
  rows: [
    ['list_name', 'name', 'label'],
    ['yn', 'yes', 'Yes'],
    ['yn', 'no', 'No'],
    ['ends', '0', 'None'],
    ['ends', '10', 'All'],
  ],
};

/** A form as somebody else's program would write it: no column of ours. */
const form = (...rows: (readonly string[])[]): XlsForm => [
  {
    name: 'survey',
    rows: [
      ['type', 'name', 'label', 'relevant', 'required', 'parameters', 'constraint', 'calculation'],
      ...rows,
    ],
  },
  CHOICES,
  SETTINGS,
];

/** The 1.1 form with one cell of one sheet changed; the row is found by the name in its second column. */
function changed(sheet: string, name: string, column: string, value: string): XlsForm {
  return toXlsForm(getInstrument('1.1')).map((each) => {
    const at = each.rows[0]?.indexOf(column) ?? -1;
    return each.name === sheet
      ? { ...each, rows: each.rows.map((row) => (row[1] === name ? row.with(at, value) : row)) }
      : each;
  });
}

const withoutSheet = (name: string): XlsForm =>
  toXlsForm(getInstrument('1.1')).filter((each) => each.name !== name);

describe('an XLSForm made by another program', () => {
  const read = fromXlsForm(
    form(
      ['start', 'start'],
      ['select_one yn', 'in_reach', 'Is there in-reach?', '', 'yes'],
      ['begin group', 'more', 'More', "${in_reach} = 'yes'"],
      ['integer', 'staff', 'How many staff?', '', '', '', '. >= 0 and . <= 500'],
      ['range', 'share', 'What share?', '${staff} >= 1', '', 'start=0;end=10;step=1 tick_labelset=ends'],
      ['end group'],
    ),
  );

  it('becomes pages and questions; a condition on a group holds for each of its questions', () => {
    expect(read.problems).toEqual([]);
    const [first, second] = read.instrument?.pages ?? [];
    expect(first).toMatchObject({ id: 'in_reach', questions: [{ type: 'choice', required: 'hard' }] });
    expect(second).toMatchObject({
      id: 'more',
      questions: [
        {
          type: 'number',
          number: { min: 0, max: 500 },
          relevance: { variable: 'in_reach', isOneOf: ['yes'] },
        },
        {
          type: 'scale',
          scale: { min: 0, max: 10, step: 1, minLabel: { en: 'None' }, maxLabel: { en: 'All' } },
          relevance: {
            allOf: [
              { variable: 'in_reach', isOneOf: ['yes'] },
              { variable: 'staff', atLeast: 1 },
            ],
          },
        },
      ],
    });
  });

  it('is a draft whose answers nobody may see until the lead says who may, and says so', () => {
    expect(read.instrument).toMatchObject({ key: 'wards', status: 'draft' });
    for (const { questions } of read.instrument?.pages ?? [])
      for (const question of questions)
        expect(question).toMatchObject({
          privacy: 'personal',
          publication: 'never',
          source: 'imported from the XLSForm wards 2024-1',
        });
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'CLASS_ASSUMED', sheet: 'survey', row: 3, column: 'atlas_privacy' }),
    );
    expect(read.notices).toContainEqual(expect.objectContaining({ code: 'LEFT_OUT', row: 2 }));
  });
});

describe('an XLSForm that cannot be imported', () => {
  it.each<[string, XlsForm, string, string, number | undefined, string]>([
    ['without a survey', withoutSheet('survey'), 'NO_SHEET', 'survey', 0, ''],
    ['without settings', withoutSheet('settings'), 'NO_SHEET', 'settings', 0, ''],
    ['a type we cannot ask', form(['geopoint', 'place', 'Where?']), 'BAD_TYPE', 'survey', 2, 'type'],
    [
      'a list that is not there',
      form(['select_one nowhere', 'a', 'A?']),
      'UNKNOWN_LIST',
      'survey',
      2,
      'type',
    ],
    ['no words', form(['text', 'a', '']), 'EMPTY_TEXT', 'survey', 2, 'label'],
    ['no name', form(['text', '', 'A?']), 'NO_NAME', 'survey', 2, 'name'],
    [
      'a condition of another kind',
      form(['text', 'a', 'A?', 'today() > 1']),
      'BAD_RELEVANCE',
      'survey',
      2,
      'relevant',
    ],
    [
      'a condition on a later question',
      form(['text', 'a', 'A?', "${b} = 'yes'"], ['select_one yn', 'b', 'B?']),
      'BAD_RELEVANCE',
      'survey',
      2,
      'relevant',
    ],
    [
      'a required that depends',
      form(['text', 'a', 'A?', '', "${b} = 'yes'"]),
      'BAD_REQUIRED',
      'survey',
      2,
      'required',
    ],
    [
      'a constraint of another kind',
      form(['integer', 'a', 'A?', '', '', '', '. mod 2 = 0']),
      'BAD_CONSTRAINT',
      'survey',
      2,
      'constraint',
    ],
    [
      'a scale without words at its ends',
      form(['range', 'a', 'A?', '', '', 'start=0 end=10']),
      'BAD_SCALE',
      'survey',
      2,
      'parameters',
    ],
    [
      'a calculation',
      form(['text', 'a', 'A?', '', '', '', '', '1 + 1']),
      'NOT_KEPT',
      'survey',
      2,
      'calculation',
    ],
    [
      'a group that stays open',
      form(['begin_group', 'p', 'P'], ['text', 'a', 'A?']),
      'OPEN_GROUP',
      'survey',
      3,
      'type',
    ],
    ['a group that was not opened', form(['end_group']), 'UNOPENED_GROUP', 'survey', 2, 'type'],
    [
      'a group in a group',
      form(['begin_group', 'p', 'P'], ['begin_group', 'q', 'Q']),
      'NESTED_GROUP',
      'survey',
      3,
      'type',
    ],
    ['a repeat', form(['begin repeat', 'p', 'P']), 'BAD_TYPE', 'survey', 2, 'type'],
    ['a name that is no key', form(['text', 'Bad Name', 'A?']), 'BAD_VARIABLE_KEY', 'survey', 2, ''],
    [
      'the same name twice',
      form(['text', 'a', 'A?'], ['text', 'a', 'B?']),
      'DUPLICATE_VARIABLE',
      'survey',
      3,
      '',
    ],
    [
      'a privacy class that is not ours',
      changed('survey', 'comments', 'atlas_privacy', 'secret'),
      'UNKNOWN_CLASS',
      'survey',
      undefined,
      'atlas_privacy',
    ],
    [
      'personal and open at once',
      changed('survey', 'role', 'atlas_publication', 'open'),
      'PERSONAL_BUT_PUBLISHED',
      'survey',
      undefined,
      '',
    ],
    [
      'a choice of an unknown kind',
      changed('choices', 'dk', 'atlas_kind', 'maybe'),
      'UNKNOWN_KIND',
      'choices',
      undefined,
      'atlas_kind',
    ],
    [
      'absences of no question',
      changed('survey', 'integration-absence', 'name', 'other-absence'),
      'STRAY_ABSENCE',
      'survey',
      undefined,
      'name',
    ],
    [
      'a warning above no question',
      changed('survey', 'comments-warning', 'name', 'other-warning'),
      'STRAY_WARNING',
      'survey',
      undefined,
      'name',
    ],
  ])(
    '%s: refused at the cell, with the mend, and nothing comes of it',
    (_name, sheets, code, sheet, row, column) => {
      const { instrument, problems } = fromXlsForm(sheets);
      expect(instrument).toBeUndefined();
      const found = problems.find((problem) => problem.code === code);
      expect(found, JSON.stringify(problems)).toMatchObject({
        sheet,
        column,
        row: row ?? expect.any(Number),
      });
      expect(found?.mend).not.toBe('');
    },
  );

  it('has headings in three languages, or in one that is not named', () => {
    const heading = (...headings: string[]): XlsForm => [
      {
        name: 'survey',
        rows: [
          ['type', 'name', ...headings],
          ['text', 'a', ...headings.map(() => 'A?')],
        ],
      },
      SETTINGS,
    ];
    expect(
      fromXlsForm(heading('label::English (en)', 'label::Cymraeg (cy)', 'label::Polski (pl)')).problems,
    ).toEqual([expect.objectContaining({ code: 'TOO_MANY_LANGUAGES' })]);
    expect(fromXlsForm(heading('label::English (en)', 'label::Welsh')).problems).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_LANGUAGE', row: 1, column: 'label::Welsh' }),
    ]);
    const welsh = fromXlsForm(heading('label::English (en)', 'label::Cymraeg (cy)')).instrument;
    expect(welsh).toMatchObject({ secondLanguage: 'cy', pages: [{ title: { en: 'A?', second: 'A?' } }] });
    expect(fromXlsForm(heading('label', 'label')).problems).toEqual([
      expect.objectContaining({ code: 'DUPLICATE_COLUMN', row: 1 }),
    ]);
  });

  it('says every problem at once, not only the first', () => {
    const { problems } = fromXlsForm(
      form(['geopoint', 'a', 'A?'], ['text', '', ''], ['text', 'c', 'C?', 'now()']),
    );
    expect(problems.map(({ row }) => row)).toEqual([2, 3, 3, 4]);
  });
});
