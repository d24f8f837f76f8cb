import type { FormDecision } from '../../cleaning/analysis-dataset.js';
import { alsoForOf } from '../../fieldwork/also-for.js';
import type { ResponseMode } from '../../fieldwork/response.js';
import type { RoundKind } from '../../fieldwork/round.js';
import type { Hospital } from '../../frame/hospital.js';
import type { Answers } from '../../instrument/answer-value.js';
import { type Instrument, questionsOf } from '../../instrument/instrument.js';
import {
  type Cell,
  codedColumn,
  column,
  type ExportTable,
  valueCodes,
  withOwnNames,
} from './export-table.js';
import { isOwnWords, type QuestionColumn, questionColumns } from './question-columns.js';
import { hospitalCells, hospitalColumns, kindColumn, type RoundMark, roundCells } from './round-columns.js';

/** A form that counts, as an export reads it: nothing of it says who answered. */
export interface FormRow {
  readonly responseId: string;
  readonly revision: number;
  readonly outcome: Extract<FormDecision['outcome'], 'accepted' | 'merged'>;
  /** Hospital that the form counts for. */
  readonly odsCode: string;
  readonly instrumentVersion: string;
  readonly mode: ResponseMode;
  readonly submittedAt: string;
  readonly answers: Answers;
  /** Texts that a person has cleared, by variable; what is not here is held back. */
  readonly cleared: ReadonlyMap<string, string>;
}

/** A file of forms: its columns, and how a form becomes a row. */
export interface FormTable {
  readonly table: ExportTable;
  readonly rowsOf: (form: FormRow) => readonly (readonly Cell[])[];
}

export interface FormTableInput {
  readonly round: RoundMark & { readonly kind: RoundKind };
  readonly instrument: Instrument;
  readonly hospitals: ReadonlyMap<string, Hospital>;
}

const MODES: Readonly<Record<ResponseMode, string>> = {
  web_token: 'By a personal link',
  open_link: 'By an open link',
  telephone: 'By telephone',
  paper: 'On paper',
  import: 'Imported or generated',
};

const OWN = [
  column('form', 'Id of the form', { width: 36 }),
  column('revision', 'Which sending of the form: 1 the first, 2 and more corrections', {
    type: 'integer',
    min: 1,
  }),
  codedColumn(
    'status',
    'What became of the form',
    valueCodes({ accepted: 'Counts', merged: 'Counts as part of another form of its hospital' }),
  ),
] as const;
const FURTHER = [
  column('alsoFor', 'Further hospitals that the form speaks for, by ODS code', { width: 240 }),
  column('instrumentVersion', 'Version of the questionnaire that was answered', { width: 20 }),
  codedColumn('mode', 'How the answers came in', valueCodes(MODES)),
  column('submittedOn', 'Day on which the revision was sent', { type: 'day', width: 10 }),
] as const;

/** One row a form. Only forms that count are ever given to it: accepted ones, and those merged into one. */
export function formTable({ round, instrument, hospitals }: FormTableInput): FormTable {
  const questions = questionColumns(instrument);
  const columns = withOwnNames([kindColumn, ...ROUND, ...OWN, ...hospitalColumns, ...FURTHER, ...questions]);
  const read = readers(instrument, questions);
  const begin = roundCells(round);
  const placeOf = placesOf(round.kind, hospitals);
  return {
    table: {
      id: 'forms',
      title: 'Forms',
      rowIs: 'a form that counts: accepted, or merged into one that is',
      key: ['form'],
      columns,
    },
    rowsOf: (form) => {
      const row: Cell[] = [
        ...begin,
        form.responseId,
        form.revision,
        form.outcome,
        ...placeOf(form.odsCode),
        alsoForOf(form.answers).join(' '),
        form.instrumentVersion,
        form.mode,
        form.submittedAt.slice(0, 10),
      ];
      for (const cellOf of read) row.push(cellOf(form));
      return [row];
    },
  };
}

const ROUND = [column('round', 'Round', { width: 36 })] as const;

/** One row an answer: the same cells as in the forms, one under the other. */
export function longTable({ round, instrument, hospitals }: FormTableInput): FormTable {
  const questions = questionColumns(instrument);
  const read = readers(instrument, questions);
  const begin = roundCells(round);
  const absent = questions.map(
    ({ codes }) => new Set(codes.flatMap((one) => (one.absent ? [one.code] : []))),
  );
  const placeOf = placesOf(round.kind, hospitals);
  const labels = questions.map(({ codes }) => new Map(codes.map(({ code, label }) => [code, label])));
  return {
    table: {
      id: 'long',
      title: 'Answers, one a row',
      rowIs: 'one answer of one form, or the reason why there is none',
      key: ['form', 'variable'],
      columns: [
        kindColumn,
        ...ROUND,
        ...OWN,
        ...hospitalColumns.slice(0, 2),
        column('variable', 'Column of the forms file that holds the same answer', { width: 130 }),
        codedColumn('state', 'Whether there is an answer', ANSWERED),
        column('value', 'The answer, or the word for why there is none', { width: MOST_CHARACTERS }),
        column('label', 'The words of the answer', { width: 400 }),
      ],
    },
    rowsOf: (form) => {
      const place = placeOf(form.odsCode).slice(0, 2);
      return questions.map(({ name }, at): readonly Cell[] => {
        const cell = read[at]?.(form) ?? '';
        const isAbsent = absent[at]?.has(String(cell)) ?? false;
        return [
          ...begin,
          form.responseId,
          form.revision,
          form.outcome,
          ...place,
          name,
          isAbsent ? 'absent' : 'answered',
          cell,
          labels[at]?.get(String(cell)) ?? '',
        ];
      });
    },
  };
}

/** The cells of each hospital, put together once: a large round has hundreds of forms for each of them. */
function placesOf(
  kind: RoundKind,
  hospitals: ReadonlyMap<string, Hospital>,
): (odsCode: string) => readonly Cell[] {
  const known = new Map<string, readonly Cell[]>();
  return (odsCode) => {
    const cells = known.get(odsCode) ?? hospitalCells(kind, odsCode, hospitals);
    if (hospitals.has(odsCode)) known.set(odsCode, cells);
    return cells;
  };
}

const MOST_CHARACTERS = 4000;
const ANSWERED = valueCodes({ answered: 'Answered', absent: 'No answer; the value says why' });

/** How each column reads a form: somebody's own words only as far as they were cleared. */
function readers(
  instrument: Instrument,
  questions: readonly QuestionColumn[],
): readonly ((form: FormRow) => Cell)[] {
  const words = new Set(
    questionsOf(instrument)
      .filter(isOwnWords)
      .map(({ variable }) => variable),
  );
  return questions.map(({ variable, cellOf, codes }) => {
    if (!words.has(variable)) return ({ answers }: FormRow) => cellOf(answers);
    const absent = new Set(codes.map(({ code }) => code));
    return ({ answers, cleared }: FormRow): Cell => {
      const cell = cellOf(answers);
      return absent.has(String(cell)) ? cell : (cleared.get(variable) ?? 'held_back');
    };
  });
}
