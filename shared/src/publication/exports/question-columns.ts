import { askedWhen } from '../../instrument/asked-when.js';
import type { AnswerValue, Answers } from '../../instrument/answer-value.js';
import { ABSENCES } from '../../instrument/answer-value.js';
import {
  type AnswerableQuestion,
  type Instrument,
  type Option,
  questionsOf,
} from '../../instrument/instrument.js';
import { rangeOf } from '../../instrument/parse-number.js';
import { type AbsentWord, absentCodes } from './absent-words.js';
import {
  type Cell,
  codedColumn,
  column,
  type ExportCode,
  type ExportColumn,
  valueCodes,
} from './export-table.js';

/** A question, or one option of a question that takes several, as a column of the forms. */
export interface QuestionColumn extends ExportColumn {
  readonly variable: string;
  readonly cellOf: (answers: Answers) => Cell;
}

const YES_NO = valueCodes({ yes: 'Chosen', no: 'Not chosen' });
const MOST_CHARACTERS = 4000;

/**
 * The questions of a questionnaire whose answers may leave it for analysis, in its order. Left out: what is personal or
 * never published, and the hospital, which stands in columns of its own. Texts are there as long as they were cleared.
 */
export const questionColumns = (instrument: Instrument): readonly QuestionColumn[] =>
  questionsOf(instrument)
    .filter(
      ({ type, privacy, publication }) =>
        type !== 'hospital' && privacy !== 'personal' && publication !== 'never',
    )
    .flatMap((question) => columnsOf(instrument, question));

/** Whether the answers to a question are somebody's own words. */
export const isOwnWords = ({ type }: Pick<AnswerableQuestion, 'type'>): boolean =>
  type === 'short_text' || type === 'long_text';

function columnsOf(instrument: Instrument, question: AnswerableQuestion): readonly QuestionColumn[] {
  const { variable, type, text, spssName = '' } = question;
  const asked = { askedWhen: askedWhen(instrument, question), programName: spssName };
  const absences = absencesOf(question);
  const cellOf = (answers: Answers): Cell => givenOr(answers[variable]);
  const made = (one: ExportColumn): QuestionColumn => ({ ...one, variable, cellOf });
  switch (type) {
    case 'choice':
      return [made(codedColumn(variable, text.en, [...substantive(question), ...absences], asked))];
    case 'multi_choice':
      return substantive(question).map(({ code, label }) => ({
        ...codedColumn(`${variable}.${code}`, `${text.en} ${label}`, [...YES_NO, ...absences], {
          ...asked,
          programName: spssName === '' ? '' : `${spssName}_${code}`,
        }),
        variable,
        cellOf: (answers: Answers) => chosen(answers[variable], code),
      }));
    case 'scale': {
      const { min = 0, max = 100, step = 1 } = question.scale ?? {};
      return [made(column(variable, text.en, { ...asked, ...numeric(step), min, max, codes: absences }))];
    }
    case 'number': {
      const { min, max, step } = rangeOf(question);
      const unit = question.number?.unit?.en ?? '';
      return [
        made(column(variable, text.en, { ...asked, ...numeric(step), min, max, unit, codes: absences })),
      ];
    }
    case 'date':
      return [made(column(variable, text.en, { ...asked, type: 'day', codes: absences, width: 14 }))];
    case 'short_text':
    case 'long_text': {
      const codes = [...absences, ...absentCodes(['held_back'])];
      const width = question.maxLength ?? MOST_CHARACTERS;
      return [made(column(variable, text.en, { ...asked, codes, width }))];
    }
    case 'hospital':
      return [];
  }
}

const numeric = (step: number): Pick<ExportColumn, 'type'> => ({
  type: Number.isInteger(step) ? 'integer' : 'decimal',
});

const substantive = ({ options = [] }: { readonly options?: readonly Option[] }): readonly ExportCode[] =>
  options.flatMap(({ code, label, kind }) =>
    kind === 'substantive' ? [{ code, label: label.en, absent: false }] : [],
  );

/** Every absence, under the words of the question's own option where it has one. */
function absencesOf({ options = [] }: AnswerableQuestion): readonly ExportCode[] {
  const labels: Partial<Record<AbsentWord, string>> = {};
  for (const { kind, label } of options) if (kind !== 'substantive') labels[kind] = label.en;
  return absentCodes(ABSENCES, labels);
}

/** What a cell shows of an answer. A key that is not there was never asked; an empty text was left empty. */
function givenOr(value: AnswerValue | undefined): Cell {
  if (value === undefined) return 'not_asked';
  if ('missing' in value) return value.missing;
  if (typeof value.given === 'object') return value.given.length === 0 ? 'skipped' : value.given.join(' ');
  return value.given === '' ? 'skipped' : value.given;
}

function chosen(value: AnswerValue | undefined, code: string): Cell {
  if (value === undefined || 'missing' in value) return givenOr(value);
  if (typeof value.given !== 'object' || value.given.length === 0) return 'skipped';
  return value.given.includes(code) ? 'yes' : 'no';
}
