import {
  type AnswerableQuestion,
  answerable,
  type InformationSection,
  type InstrumentPage,
  type LocalText,
  type MatrixRow,
  type Option,
  type Question,
} from '../instrument.js';
import type { ChoiceLists } from './read-choices.js';
import { optionsOf, readCommon, readControl, readRequired, type Reading, typeOf } from './read-question.js';
import type { ImportFindings, SheetRow } from './sheet-reader.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { ABSENCE_SUFFIX, OWN, WARNING_SUFFIX } from './xlsform.js';

/** What the survey sheet holds, and in which row each page and question stands (by page id and variable key). */
export interface SurveyContent {
  readonly information: readonly InformationSection[];
  readonly pages: readonly InstrumentPage[];
  readonly rowOf: ReadonlyMap<string, number>;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type OpenPage = Mutable<Omit<InstrumentPage, 'questions'>> & { questions: Question[] };
interface OpenMatrix {
  readonly row: SheetRow;
  readonly relevant: string;
  readonly rows: MatrixRow[];
  options?: readonly Option[];
  required?: Question['required'];
}

/** Rows that collection programs fill in themselves; a survey of services has no use for them. */
const FILLED_IN =
  /^(start|end|today|deviceid|phonenumber|username|email|audit|subscriberid|simserial|start-geopoint|background-audio)$/;

/** Columns that decide what is asked or stored, in a way that no instrument of ours can. */
const NOT_KEPT = ['choice_filter', 'calculation', 'trigger', 'repeat_count'] as const;
/** Columns whose loss changes nothing that is asked. */
const LEFT_OUT = ['default', 'read_only', 'guidance_hint', 'constraint_message', 'required_message'] as const;

/** Walks down the survey sheet once, row by row. */
export class SurveyReader {
  private readonly information: { heading: LocalText; paragraphs: LocalText[] }[] = [];
  private readonly pages: OpenPage[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly asked = new Map<string, AnswerableQuestion>();
  private readonly reading: Reading;
  private page: OpenPage | undefined;
  private pageRelevant = '';
  private matrix: OpenMatrix | undefined;
  private inInformation = false;
  private warning: { readonly name: string; readonly text: LocalText; readonly row: SheetRow } | undefined;
  private last: { readonly page: OpenPage; readonly row: SheetRow } | undefined;

  constructor(
    lists: ChoiceLists,
    private readonly findings: ImportFindings,
    source: string,
  ) {
    this.reading = { lists, findings, source, asked: this.asked };
  }

  read(rows: readonly SheetRow[]): SurveyContent {
    for (const row of rows) {
      this.refuseWhatCannotBeKept(row);
      this.readRow(row);
    }
    const [end] = rows.slice(-1);
    if (end && (this.page || this.matrix || this.inInformation))
      this.refuse(end, 'type', 'OPEN_GROUP', 'A group is not closed.', 'Add a row of type end_group.');
    this.refuseStrayWarning();
    return { information: this.information, pages: this.pages, rowOf: this.rowOf };
  }

  private readRow(row: SheetRow): void {
    const { kind } = typeOf(row);
    if (kind === 'begin_group') this.begin(row);
    else if (kind === 'end_group') this.end(row);
    else if (kind === 'note') this.readNote(row);
    else if (FILLED_IN.test(kind))
      this.leftOut(row, 'type', `"${kind}" is filled in by collection programs and is left out.`);
    else if (this.matrix) this.readMatrixRow(row, this.matrix);
    else if (this.isAbsence(row)) this.readAbsence(row);
    else this.readQuestion(row);
  }

  private begin(row: SheetRow): void {
    if (row.cell(`${OWN}part`) === 'information') {
      this.inInformation = true;
      return;
    }
    const isMatrix =
      row.cell(`${OWN}type`) === 'matrix' || row.cell('appearance').split(/\s+/).includes('table-list');
    if (isMatrix && !this.matrix) {
      this.matrix = { row, relevant: this.relevantOf(row), rows: [] };
      return;
    }
    if (this.page || this.matrix)
      this.refuse(
        row,
        'type',
        'NESTED_GROUP',
        'A group inside a page can only be a matrix.',
        'Close the page before, or give the group the appearance table-list.',
      );
    const id = row.cell(`${OWN}page_id`) || row.cell('name');
    const title = row.text('label');
    if (!title) this.refuse(row, 'label', 'EMPTY_TEXT', 'The page has no title.', 'Write its label.');
    const optional = row.cell(`${OWN}page_optional`) === 'yes';
    this.page = this.keep(row, { id, title: title ?? { en: '' }, optional, questions: [] });
    this.pageRelevant = row.cell('relevant');
  }

  private keep(row: SheetRow, page: OpenPage): OpenPage {
    this.pages.push(page);
    if (!this.rowOf.has(page.id)) this.rowOf.set(page.id, row.number);
    return page;
  }

  private end(row: SheetRow): void {
    if (this.matrix) this.closeMatrix(this.matrix);
    else if (this.inInformation) this.inInformation = false;
    else if (this.page) this.page = undefined;
    else this.refuse(row, 'type', 'UNOPENED_GROUP', 'No group is open here.', 'Take the row out.');
    if (!this.page) this.pageRelevant = '';
  }

  private readNote(row: SheetRow): void {
    const text = row.text('label');
    const part = row.cell(`${OWN}part`);
    const section = this.information.at(-1);
    if (text && part === 'information_heading') this.information.push({ heading: text, paragraphs: [] });
    else if (text && part === 'information_paragraph' && section) section.paragraphs.push(text);
    else if (text && part === 'warning') {
      this.refuseStrayWarning();
      this.warning = { name: row.cell('name'), text, row };
    } else this.leftOut(row, 'type', 'A note stands alone in no questionnaire of ours and is left out.');
  }

  private readQuestion(row: SheetRow): void {
    const control = readControl(row, this.reading);
    if (!control) return;
    this.add(row, {
      ...readCommon(row, this.relevantOf(row), this.reading),
      ...control,
      required: readRequired(row, this.reading),
    });
  }

  private add(row: SheetRow, question: Question): void {
    const { warning } = this;
    const own = warning && warning.name === `${question.variable}${WARNING_SUFFIX}` ? warning : undefined;
    if (own) this.warning = undefined;
    this.refuseStrayWarning();
    // A question outside every group has a page of its own.
    const page =
      this.page ??
      this.keep(row, { id: question.variable, title: question.text, optional: false, questions: [] });
    page.questions.push(own ? { ...question, warning: own.text } : question);
    this.remember(question);
    this.rowOf.set(question.variable, row.number);
    this.last = { page, row };
  }

  private remember(question: Question): void {
    for (const each of answerable(question)) this.asked.set(each.variable, each);
  }

  private isAbsence(row: SheetRow): boolean {
    return row.cell(`${OWN}part`) === 'absence';
  }

  /** The row after a number, a scale, a date or a hospital that offers "I don't know": its options belong to that one. */
  private readAbsence(row: SheetRow): void {
    const question = this.last?.page.questions.at(-1);
    const belongs = question && row.cell('name') === `${question.variable}${ABSENCE_SUFFIX}`;
    if (!this.last || !belongs || row.cell('relevant') !== this.last.row.cell('relevant')) {
      this.refuse(
        row,
        'name',
        'STRAY_ABSENCE',
        'The row offers absences, but not of the question above it and where that is asked.',
        `Put it below its question, with the same relevant cell and the name of the question and ${ABSENCE_SUFFIX}.`,
      );
      return;
    }
    const whole: Question = { ...question, options: optionsOf(row, typeOf(row).list, this.reading) };
    this.last.page.questions.splice(-1, 1, whole);
    this.remember(whole);
  }

  private readMatrixRow(row: SheetRow, matrix: OpenMatrix): void {
    const { kind, list } = typeOf(row);
    const [variable, prefix] = [row.cell('name'), `${matrix.row.cell('name')}_`];
    const label = row.text('label');
    const options = kind === 'select_one' ? optionsOf(row, list, this.reading) : [];
    const required = readRequired(row, this.reading);
    if (kind !== 'select_one' || !variable.startsWith(prefix) || !label || row.cell('relevant') !== '')
      this.refuse(
        row,
        kind === 'select_one' ? 'name' : 'type',
        'BAD_MATRIX',
        'A row of a matrix is a select_one with words, no condition of its own, and a name that begins with that of the matrix.',
        `Name it ${prefix}… and give it a label, or take it out of the group.`,
      );
    matrix.options ??= options;
    matrix.required ??= required;
    if (canonicalJson(options) !== canonicalJson(matrix.options) || required !== matrix.required)
      this.refuse(
        row,
        'type',
        'BAD_MATRIX',
        'The rows of a matrix share their choices and whether they are required.',
        'Use the same list and the same required cell in every row.',
      );
    matrix.rows.push({ code: variable.slice(prefix.length), label: label ?? { en: '' } });
  }

  private closeMatrix(matrix: OpenMatrix): void {
    this.matrix = undefined;
    const own = readRequired(matrix.row, this.reading);
    this.add(matrix.row, {
      ...readCommon(matrix.row, matrix.relevant, this.reading),
      type: 'matrix',
      options: matrix.options ?? [],
      rows: matrix.rows,
      required: matrix.required === 'hard' ? 'hard' : own,
    });
  }

  /** A condition on a page holds for each of its questions. */
  private relevantOf(row: SheetRow): string {
    const own = row.cell('relevant');
    if (this.pageRelevant === '') return own;
    return own === '' ? this.pageRelevant : `(${this.pageRelevant}) and (${own})`;
  }

  private refuseStrayWarning(): void {
    if (!this.warning) return;
    const { row } = this.warning;
    this.warning = undefined;
    this.refuse(
      row,
      'name',
      'STRAY_WARNING',
      'The note warns above no question.',
      `Put it above its question, with the name of the question and ${WARNING_SUFFIX}.`,
    );
  }

  private refuseWhatCannotBeKept(row: SheetRow): void {
    for (const column of NOT_KEPT)
      if (row.cell(column) !== '')
        this.refuse(
          row,
          column,
          'NOT_KEPT',
          'What this cell does cannot be kept, and without it other things would be asked.',
          'Empty the cell, or take the question out.',
        );
    for (const column of LEFT_OUT)
      if (row.cell(column) !== '' || row.text(column) !== undefined)
        this.leftOut(row, column, 'The cell is left out.');
  }

  private refuse(row: SheetRow, column: string, code: string, message: string, mend: string): void {
    this.findings.refuse(row.at(column), code, message, mend);
  }

  private leftOut(row: SheetRow, column: string, message: string): void {
    this.findings.note(row.at(column), 'LEFT_OUT', message, 'Nothing needs to be done if that is no loss.');
  }
}
