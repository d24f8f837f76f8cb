import { describe, expect, it } from 'vitest';

import { EXAMPLE_SURVEY } from '../../instrument/example-survey.js';
import type { Answers } from '../../instrument/answer-value.js';
import { exampleFrame } from '../example-frame.js';
import { absentBase, letterOfCode, numberOfCode } from './absent-words.js';
import { type Cell, column, type ExportTable } from './export-table.js';
import { exportFileName } from './export-names.js';
import { freezeFoot } from './freeze-foot.js';
import { type FormRow, formTable, longTable } from './form-table.js';
import { FrozenList, splitRevision } from './frozen-members.js';
import { byteLength, cutLabel, programNames } from './program-names.js';
import { toCodebook } from './to-codebook.js';
import { toDataPackage } from './to-data-package.js';
import { toDdi } from './to-ddi.js';
import { toRScript } from './to-r-script.js';
import { toSpssSyntax } from './to-spss-syntax.js';
import { toStataSyntax } from './to-stata-syntax.js';

const input = {
  round: { id: 'example', kind: 'live' as const },
  instrument: EXAMPLE_SURVEY,
  hospitals: new Map(exampleFrame(4).map((hospital) => [hospital.odsCode, hospital])),
};
const form = (answers: Answers, cleared: ReadonlyMap<string, string> = new Map()): FormRow => ({
  responseId: 'a-form',
  revision: 2,
  outcome: 'accepted',
  odsCode: 'RW603',
  instrumentVersion: '1.0',
  mode: 'web_token',
  submittedAt: '2026-11-01T09:00:00.000Z',
  answers,
  cleared,
});

/** A row by its headings. */
function rowOf(table: ExportTable, [cells = []]: readonly (readonly Cell[])[]): Record<string, Cell> {
  return Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at] ?? '?']));
}

describe('the forms of any questionnaire', () => {
  const { table, rowsOf } = formTable(input);
  const answers: Answers = {
    has_team: { given: 'yes' },
    staff: { given: 2.5 },
    professions: { given: ['doctor'] },
    cover_day: { missing: 'not_applicable' },
    since: { given: '2020-02-29' },
    score: { missing: 'dont_know' },
    name_of_team: { given: 'The =team' },
    remarks: { given: 'We are small.' },
  };

  it('have a column for every question, one for each option where several can be chosen, one a row of a matrix', () => {
    expect(rowOf(table, rowsOf(form(answers)))).toMatchObject({
      kind: 'live',
      form: 'a-form',
      revision: 2,
      status: 'accepted',
      odsCode: 'RW603',
      hospitalName: 'Royal Oldham Hospital',
      has_team: 'yes',
      staff: 2.5,
      'professions.doctor': 'yes',
      'professions.nurse': 'no',
      cover_day: 'not_applicable',
      cover_night: 'not_asked',
      since: '2020-02-29',
      score: 'dont_know',
    });
    expect(table.columns.map(({ name }) => name)).not.toContain('hospital');
  });

  it('hold no text that nobody has cleared, short ones neither', () => {
    expect(rowOf(table, rowsOf(form(answers)))).toMatchObject({
      remarks: 'held_back',
      name_of_team: 'held_back',
    });
    const cleared = new Map([['remarks', 'We are small.']]);
    expect(rowOf(table, rowsOf(form(answers, cleared)))).toMatchObject({ remarks: 'We are small.' });
    expect(rowOf(table, rowsOf(form({ remarks: { given: '' } })))).toMatchObject({ remarks: 'skipped' });
  });

  it('are the same one answer a row', () => {
    const long = longTable(input);
    const rows = long.rowsOf(form(answers)).map((cells) => rowOf(long.table, [cells]));
    const wide = rowOf(table, rowsOf(form(answers)));
    expect(rows.map(({ variable, value }) => [variable, value])).toEqual(
      rows.map(({ variable }) => [variable, wide[String(variable)]]),
    );
    expect(rows.find(({ variable }) => variable === 'score')).toMatchObject({ state: 'absent' });
    expect(rows.find(({ variable }) => variable === 'has_team')).toMatchObject({
      state: 'answered',
      label: 'Yes',
    });
  });

  it('leave out what is personal and what is never published', () => {
    const pages = EXAMPLE_SURVEY.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) =>
        question.variable === 'has_team'
          ? { ...question, privacy: 'personal' as const }
          : question.variable === 'staff'
            ? { ...question, publication: 'never' as const }
            : question,
      ),
    }));
    const names = formTable({ ...input, instrument: { ...EXAMPLE_SURVEY, pages } }).table.columns.map(
      ({ name }) => name,
    );
    expect(names).not.toContain('has_team');
    expect(names).not.toContain('staff');
  });

  it('give a question that is called like a column of ours a heading of its own', () => {
    const [page] = EXAMPLE_SURVEY.pages.slice(1);
    const pages = [
      {
        ...page!,
        questions: [
          { ...page!.questions[0]!, variable: 'form' },
          { ...page!.questions[0]!, variable: 'mode' },
        ],
      },
    ];
    const made = formTable({ ...input, instrument: { ...EXAMPLE_SURVEY, pages } });
    expect(made.table.columns.map(({ name }) => name).slice(-2)).toEqual(['form_2', 'mode_2']);
    expect(rowOf(made.table, made.rowsOf(form({ form: { given: 'no' } })))).toMatchObject({ form_2: 'no' });
  });

  it('are described by codebook, data package and DDI: every column, every code', () => {
    const codebook = toCodebook([table], () => 'forms.csv');
    expect(codebook.rows.filter(([, , , , , code]) => code === '').map(([, , name]) => name)).toEqual(
      table.columns.map(({ name }) => name),
    );
    const [resource] = toDataPackage({
      name: 'Example!',
      title: '',
      description: '',
      version: '1.0.0',
      created: '2026-11-01T09:00:00.000Z',
      tables: [{ table, path: 'forms.csv', bytes: 1, sha256: 'a' }],
    }).resources;
    expect(resource?.schema.fields.find(({ name }) => name === 'staff')).toMatchObject({
      type: 'number',
      constraints: { minimum: 0, maximum: 200 },
    });
    expect(resource?.schema.missingValues).toContain('held_back');
    const ddi = toDdi({
      id: 'x',
      title: 'Larks & <owls>\u0000',
      abstract: '',
      universe: '',
      collected: '',
      producedBy: '',
      at: '2026-11-01T09:00:00.000Z',
      version: '1.0.0',
      citation: '',
      files: [{ table, path: 'forms.csv', rows: 3 }],
    });
    expect(ddi).toContain('<titl>Larks &amp; &lt;owls&gt;</titl>');
    expect(ddi.match(/<var /g)).toHaveLength(table.columns.length);
    expect(ddi).toContain('<catgry missing="Y">');
  });

  it('have syntax that knows every column, its labels and its missing values', () => {
    const spss = toSpssSyntax(table, 'forms.csv');
    expect(spss).toContain("('dont_know'=-91)");
    expect(spss).toContain('MISSING VALUES score (LOWEST THRU -91).');
    expect(spss.split('\n').filter((line) => byteLength(line) > 250)).toEqual([]);
    const stata = toStataSyntax(table, 'forms.csv');
    expect(stata).toContain('rename new_');
    expect(stata).toContain('`"Yes"\'');
    expect(toRScript(table, 'forms.csv')).toContain('atlas_set("professions.doctor"');
  });
});

describe('codes as numbers', () => {
  const scale = { ...column('a', ''), min: -200 };

  it('counts yes and no as 1 and 0, other codes from 1', () => {
    const codes = (...all: readonly string[]) => ({
      min: null,
      codes: all.map((code) => ({ code, label: '', absent: false })),
    });
    expect(numberOfCode(codes('no', 'yes'), 'yes')).toBe(1);
    expect(numberOfCode(codes('no', 'yes'), 'no')).toBe(0);
    expect(numberOfCode(codes('yes', 'no', 'maybe'), 'no')).toBe(2);
  });

  it('keeps absences below every real value', () => {
    expect(absentBase({ min: 0 })).toBe(-90);
    expect(absentBase(scale)).toBeLessThan(-200);
    expect(letterOfCode('dont_know')).toBe('a');
    expect(letterOfCode('not_published')).toBe('i');
  });
});

describe('names for statistics programs', () => {
  const named = (name: string, programName = '') => ({ name, programName });

  it('are names that every program takes, and no two alike', () => {
    expect(
      programNames(
        [named('_x'), named('1st'), named('a.b'), named('A_b'), named('by'), named('x', 'Q.7 b')],
        32,
      ),
    ).toEqual(['x', 'v_1st', 'a_b', 'A_b_2', 'by_2', 'Q_7_b']);
  });

  it('are short enough and still differ', () => {
    const long = 'a'.repeat(40);
    const names = programNames([named(`${long}1`), named(`${long}2`), named(`${long}3`)], 32);
    expect(new Set(names).size).toBe(3);
    expect(names.every((name) => name.length <= 32)).toBe(true);
  });

  it('cuts labels between characters, by bytes', () => {
    expect(cutLabel('éééé', 8)).toBe('éééé');
    expect(cutLabel('ééééé', 8)).toBe('éé…');
  });
});

describe('the forms of a freeze', () => {
  const forms = Array.from({ length: 7 }, (_, at) => ({
    odsCode: 'RW603',
    outcome: 'accepted',
    reason: '',
    revision: `id-${at}:1`,
    rule: '',
  }));

  const read = (pieces: readonly string[], size: number): readonly unknown[] => {
    const list = new FrozenList();
    const found = pieces.flatMap((piece) => [...list.take(piece, size)].flat());
    list.end();
    return found;
  };

  it.each([1, 3, 7, 500])('are the same read %i at a time as read at once', (size) => {
    const text = JSON.stringify({ at: 'x', decisionIds: [], forms, frameId: 'y', ledger: { a: {} } });
    expect(read([text], size)).toEqual(forms);
  });

  it.each([1, 2, 5, 64, 1000])('are the same where the text comes in pieces of %i characters', (length) => {
    const text = JSON.stringify({ at: 'x', decisionIds: ['forms'], forms, frameId: 'y', ledger: { a: {} } });
    const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
      text.slice(at * length, (at + 1) * length),
    );
    expect(read(pieces, 3)).toEqual(forms);
  });

  it('have behind them what the freeze was made under, however little of the text is read', () => {
    const foot = {
      frameId: 'a-frame',
      lastDecision: 7,
      ledger: { accepted: 2, merged: 1 },
      settings: { checks: {}, mode: 'review', secondReader: 'none' },
      unitOfAnalysis: 'service',
    };
    const text = JSON.stringify({ at: 'x', decisionIds: ['frameId'], forms, ...foot });
    expect(freezeFoot(text)).toEqual(foot);
    expect(freezeFoot(text.slice(-JSON.stringify(foot).length - 20))).toEqual(foot);
    expect(() => freezeFoot(text.slice(-60))).toThrow(RangeError);
    expect(() => freezeFoot('')).toThrow(RangeError);
  });

  it('may be none, and must be a freeze', () => {
    expect(read(['{"forms":[],"x":1}'], 5)).toEqual([]);
    for (const text of ['{}', '{"forms":[{"a":1', '{"forms":[{"a":1}', '{"forms":[{"a":1},'])
      expect(() => read([text], 5), text).toThrow(RangeError);
    expect(splitRevision('a:b:3')).toEqual({ responseId: 'a:b', revision: 3 });
  });
});

it('names a file by its round, its basis and what it holds', () => {
  expect(
    exportFileName({ id: 'demo 2026', kind: 'synthetic' }, { from: 'freeze', number: 1 }, 'forms.csv'),
  ).toBe('SYNTHETIC_liaison-atlas_demo-2026_freeze-1_forms.csv');
  expect(exportFileName({ id: 'r', kind: 'live' }, { from: 'live' }, 'questionnaire.fhir.json')).toBe(
    'liaison-atlas_r_live_questionnaire.fhir.json',
  );
});
