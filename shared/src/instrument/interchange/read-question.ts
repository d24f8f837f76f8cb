import type { LocalText, Option, PrivacyClass, PublicationClass, Question, Scale } from '../instrument.js';
import { fromRelevant } from './from-relevant.js';
import { type ChoiceLists, type Choice } from './read-choices.js';
import { readConstraint } from './read-constraint.js';
import type { ImportFindings, SheetRow } from './sheet-reader.js';
import type { Asked } from './to-relevant.js';
import { ABSENCE_SUFFIX, OWN } from './xlsform.js';

/** What a row of the survey sheet is read against. */
export interface Reading {
  readonly lists: ChoiceLists;
  readonly findings: ImportFindings;
  /** Says where questions without a source of their own come from. */
  readonly source: string;
  /** Questions above the row; more are added as they are read. */
  readonly asked: Asked;
}

/** `select_one yes_no` taken apart; older spellings of the same type are made one. */
export function typeOf(row: SheetRow): {
  readonly kind: string;
  readonly list: string;
  readonly rest: string;
} {
  const written = row
    .cell('type')
    .replace(/^(begin|end)\s+(group|repeat)\b/, '$1_$2')
    .replace(/^select\s+(one|multiple)\b/, 'select_$1');
  const [kind = '', list = '', ...rest] = written.split(/\s+/);
  return { kind, list, rest: rest.join(' ') };
}

const PRIVACY: readonly PrivacyClass[] = ['none', 'opinion', 'personal'];
const PUBLICATION: readonly PublicationClass[] = ['open', 'aggregate', 'never'];

/** What every question has, a matrix too. */
export function readCommon(
  row: SheetRow,
  relevant: string,
  reading: Reading,
): Omit<Question, 'type' | 'required'> {
  const { findings } = reading;
  const variable = row.cell('name');
  if (variable === '')
    findings.refuse(row.at('name'), 'NO_NAME', 'The question has no name.', 'Give it a variable key.');
  const text = row.text('label');
  if (!text)
    findings.refuse(
      row.at('label'),
      'EMPTY_TEXT',
      'The question has no text.',
      'Write it in the label column.',
    );
  const help = row.text('hint');
  const relevance = readRelevant(row, relevant, reading);
  const [spssName, fhirLinkId] = [row.cell(`${OWN}spss_name`), row.cell(`${OWN}fhir_link_id`)];
  return {
    variable,
    text: text ?? { en: '' },
    ...(help ? { help } : {}),
    ...(relevance ? { relevance } : {}),
    privacy: classOf(row, `${OWN}privacy`, PRIVACY, 'personal', findings),
    publication: classOf(row, `${OWN}publication`, PUBLICATION, 'never', findings),
    source: row.cell(`${OWN}source`) === '' ? reading.source : row.exact(`${OWN}source`),
    ...(spssName === '' ? {} : { spssName }),
    ...(fhirLinkId === '' ? {} : { fhirLinkId }),
  };
}

function readRelevant(row: SheetRow, relevant: string, { asked, findings }: Reading): Question['relevance'] {
  if (relevant === '') return undefined;
  const read = fromRelevant(relevant, asked);
  if (read.ok) return read.value;
  findings.refuse(
    row.at('relevant'),
    'BAD_RELEVANCE',
    `The condition cannot be expressed by our list: ${read.problems.join('; ')}.`,
    "Use ${question} = 'code', selected(${question}, 'code'), ${question} != '', >= and <=, joined by and, or and brackets, on questions above.",
  );
  return undefined;
}

/** Where a form does not say who may see an answer, the strictest class is taken and said. */
function classOf<Class extends string>(
  row: SheetRow,
  column: string,
  classes: readonly Class[],
  strictest: Class,
  findings: ImportFindings,
): Class {
  const written = row.cell(column);
  const known = classes.find((each) => each === written);
  if (known) return known;
  if (written === '')
    findings.note(
      row.at(column),
      'CLASS_ASSUMED',
      `The form does not say it, so "${strictest}" is taken.`,
      'Choose the class in the designer before you publish.',
    );
  else
    findings.refuse(
      row.at(column),
      'UNKNOWN_CLASS',
      `There is no class "${written}".`,
      `Use one of ${classes.join(', ')}.`,
    );
  return strictest;
}

/** `required`: yes is hard; our column adds soft. Beside an absence the standard needs a condition. */
export function readRequired(row: SheetRow, { findings }: Reading): Question['required'] {
  const [written, own] = [row.cell('required'), row.cell(`${OWN}required`)];
  const beside = `\${${row.cell('name')}${ABSENCE_SUFFIX}} = ''`;
  if (/^(yes|true|true\(\))$/i.test(written) || written === beside) return 'hard';
  if (!/^(|no|false|false\(\))$/i.test(written))
    findings.refuse(
      row.at('required'),
      'BAD_REQUIRED',
      'A question is required, asked for or free; a condition for it cannot be kept.',
      'Write yes or leave the cell empty.',
    );
  if (own !== '' && own !== 'soft')
    findings.refuse(
      row.at(`${OWN}required`),
      'BAD_REQUIRED',
      `There is no "${own}" here.`,
      'Write soft for a question that may be skipped after a reminder, or leave the cell empty.',
    );
  return own === 'soft' ? 'soft' : 'no';
}

/** The options of the list that a row names. */
export function optionsOf(row: SheetRow, list: string, { lists, findings }: Reading): readonly Option[] {
  const choices: readonly Choice[] | undefined = lists.get(list);
  if (!choices) {
    findings.refuse(
      row.at('type'),
      'UNKNOWN_LIST',
      list === '' ? 'No list of choices is named.' : `There is no list "${list}" in the choices sheet.`,
      'Name a list of the choices sheet after the type.',
    );
    return [];
  }
  return choices.map(({ option }) => option);
}

/** Type, control and limits of a question that is neither a group nor a row of a matrix; undefined when refused. */
export function readControl(
  row: SheetRow,
  reading: Reading,
): Pick<Question, 'type' | 'options' | 'scale' | 'number' | 'maxLength'> | undefined {
  const { kind, list, rest } = typeOf(row);
  const constraint = readConstraint(row.cell('constraint'));
  if (!constraint)
    reading.findings.refuse(
      row.at('constraint'),
      'BAD_CONSTRAINT',
      'The constraint cannot be kept.',
      'Use . >= 0 and . <= 10 for numbers or string-length(.) <= 200 for texts.',
    );
  const { min, max, maxLength } = constraint ?? {};
  const length = maxLength === undefined ? {} : { maxLength };
  switch (kind) {
    case 'select_one':
    case 'select_multiple':
      if (rest !== '')
        reading.findings.refuse(
          row.at('type'),
          'BAD_TYPE',
          `"${rest}" after the list cannot be kept.`,
          'Add a choice such as "other" to the list and a text question after it.',
        );
      return {
        type: kind === 'select_one' ? 'choice' : 'multi_choice',
        options: optionsOf(row, list, reading),
        ...length,
      };
    case 'range': {
      const scale = readScale(row, reading);
      return scale && { type: 'scale', scale };
    }
    case 'integer':
    case 'decimal':
      return { type: 'number', ...readNumber(row, kind, { min, max }, reading) };
    case 'date':
      return { type: 'date' };
    case 'text':
      return { type: textType(row), ...length };
    default:
      reading.findings.refuse(
        row.at('type'),
        'BAD_TYPE',
        `Questions of type "${kind}" cannot be asked here.`,
        'Use select_one, select_multiple, range, integer, decimal, date or text, or take the row out.',
      );
      return undefined;
  }
}

function textType(row: SheetRow): 'hospital' | 'long_text' | 'short_text' {
  if (row.cell(`${OWN}type`) === 'hospital') return 'hospital';
  return row.cell('appearance').split(/\s+/).includes('multiline') ? 'long_text' : 'short_text';
}

function readNumber(
  row: SheetRow,
  kind: 'integer' | 'decimal',
  bounds: { readonly min?: number; readonly max?: number },
  { findings }: Reading,
): Pick<Question, 'number'> {
  const written = row.cell(`${OWN}step`);
  const unit = row.text(`${OWN}unit`);
  const step = written === '' ? (kind === 'decimal' ? 0.01 : undefined) : Number(written);
  if (step !== undefined && !(step > 0))
    findings.refuse(row.at(`${OWN}step`), 'BAD_STEP', 'A step is a number above 0.', 'Write 1 or 0.1.');
  if (written === '' && kind === 'decimal')
    findings.note(
      row.at(`${OWN}step`),
      'STEP_ASSUMED',
      'The form does not say how many decimals are taken, so it is two.',
      'Choose the step in the designer.',
    );
  const number = {
    ...(bounds.min === undefined ? {} : { min: bounds.min }),
    ...(bounds.max === undefined ? {} : { max: bounds.max }),
    ...(step === undefined ? {} : { step }),
    ...(unit ? { unit } : {}),
  };
  return Object.keys(number).length === 0 ? {} : { number };
}

function readScale(row: SheetRow, { lists, findings }: Reading): Scale | undefined {
  const given = new Map(
    row
      .cell('parameters')
      .split(/[\s,;]+/)
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name.toLowerCase(), value];
      }),
  );
  const [min, max, step] = [
    given.get('start') ?? '1',
    given.get('end') ?? '10',
    given.get('step') ?? '1',
  ].map(Number);
  const ends = lists.get(given.get('tick_labelset') ?? '') ?? [];
  const label = (value: number | undefined): LocalText | undefined =>
    ends.find(({ option }) => Number(option.code) === value)?.option.label;
  const [minLabel, maxLabel] = [label(min), label(max)];
  if (min === undefined || max === undefined || step === undefined || !minLabel || !maxLabel) {
    findings.refuse(
      row.at('parameters'),
      'BAD_SCALE',
      'The ends of the scale have no words.',
      'Add a list to the choices sheet with the first and the last value as names, and tick_labelset=that list here.',
    );
    return undefined;
  }
  return { min, max, step, minLabel, maxLabel };
}
