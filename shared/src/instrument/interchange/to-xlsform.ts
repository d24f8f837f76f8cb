import { canonicalJson } from '../../kernel/canonical-json.js';
import {
  type Instrument,
  type InstrumentPage,
  type LocalText,
  type Option,
  type Question,
  questionsOf,
  rowVariable,
} from '../instrument.js';
import { type Asked, toRelevant } from './to-relevant.js';
import {
  ABSENCE_SUFFIX,
  COMPARABILITY_SHEET,
  inLanguage,
  languageName,
  OWN,
  type Sheet,
  SURVEY_COLUMNS,
  type SurveyColumn,
  TEXT_COLUMNS,
  type TextColumn,
  WARNING_SUFFIX,
  type XlsForm,
} from './xlsform.js';

/** One row of the survey sheet before its texts are spread over the columns of the languages. */
type SurveyRow = Partial<Readonly<Record<SurveyColumn, string>> & Readonly<Record<TextColumn, LocalText>>>;

interface ListRow {
  readonly list: string;
  readonly code: string;
  readonly label: LocalText;
  readonly kind: string;
}

/**
 * The instrument as an XLSForm. What the standard has no column for stands in columns that begin with `atlas_`, so
 * that `fromXlsForm` gives the same instrument again. Pages are groups, a matrix a group with appearance
 * `table-list`, a scale a `range` with worded ends; "I don't know" beside a number or a scale is a question of its own.
 */
export function toXlsForm(instrument: Instrument): XlsForm {
  const tags = ['en', ...(instrument.secondLanguage === undefined ? [] : [instrument.secondLanguage])];
  const asked: Asked = new Map(questionsOf(instrument).map((question) => [question.variable, question]));
  const listOf = listNamer(instrument);
  const survey = [
    ...informationRows(instrument),
    ...instrument.pages.flatMap((page, at) => pageRows(page, at, asked, listOf)),
  ];
  const comparability = comparabilitySheet(instrument);
  return [
    surveySheet(survey, tags),
    choicesSheet(listsOf(instrument, listOf), tags),
    settingsSheet(instrument),
    ...(comparability ? [comparability] : []),
  ];
}

const inTag = (text: LocalText | undefined, tag: string): string =>
  (tag === 'en' ? text?.en : text?.second) ?? '';

function surveySheet(rows: readonly SurveyRow[], tags: readonly string[]): Sheet {
  const texts = TEXT_COLUMNS.flatMap((column) => tags.map((tag) => ({ column, tag })));
  return {
    name: 'survey',
    rows: [
      ['type', 'name', ...texts.map(({ column, tag }) => inLanguage(column, tag)), ...SURVEY_COLUMNS],
      ...rows.map((row) => [
        row.type ?? '',
        row.name ?? '',
        ...texts.map(({ column, tag }) => inTag(row[column], tag)),
        ...SURVEY_COLUMNS.map((column) => row[column] ?? ''),
      ]),
    ],
  };
}

const choicesSheet = (rows: readonly ListRow[], tags: readonly string[]): Sheet => ({
  name: 'choices',
  rows: [
    ['list_name', 'name', ...tags.map((tag) => inLanguage('label', tag)), `${OWN}kind`],
    ...rows.map(({ list, code, label, kind }) => [list, code, ...tags.map((tag) => inTag(label, tag)), kind]),
  ],
});

function settingsSheet(instrument: Instrument): Sheet {
  const { title, key, version, status, changeNote, secondLanguage = '' } = instrument;
  const settings: readonly (readonly [string, string])[] = [
    ['form_title', title.en],
    ['form_id', key],
    ['version', version],
    ['default_language', languageName('en')],
    ['style', 'pages'],
    [`${OWN}status`, status],
    [`${OWN}change_note`, changeNote],
    [`${OWN}second_language`, secondLanguage],
    [`${OWN}title_second`, title.second ?? ''],
  ];
  return { name: 'settings', rows: [settings.map(([name]) => name), settings.map(([, value]) => value)] };
}

const comparabilitySheet = ({ comparability }: Instrument): Sheet | undefined =>
  comparability && {
    name: COMPARABILITY_SHEET,
    rows: [
      ['variable', 'from_version', 'to_version', 'verdict', 'note'],
      ...comparability.map(({ variable, fromVersion, toVersion, verdict, note }) => [
        variable,
        fromVersion,
        toVersion,
        verdict,
        note,
      ]),
    ],
  };

/** Names with a capital letter cannot be those of a variable. */
function informationRows({ information }: Instrument): readonly SurveyRow[] {
  if (information.length === 0) return [];
  const note = (name: string, label: LocalText, part: string): SurveyRow => ({
    type: 'note',
    name,
    label,
    [`${OWN}part`]: part,
  });
  return [
    { type: 'begin_group', name: 'Information', appearance: 'field-list', [`${OWN}part`]: 'information' },
    ...information.flatMap(({ heading, paragraphs }, at) => [
      note(`Information-${at + 1}`, heading, 'information_heading'),
      ...paragraphs.map((paragraph, line) =>
        note(`Information-${at + 1}-${line + 1}`, paragraph, 'information_paragraph'),
      ),
    ]),
    { type: 'end_group' },
  ];
}

function pageRows(
  { id, title, optional, questions }: InstrumentPage,
  at: number,
  asked: Asked,
  listOf: (question: Question) => string,
): readonly SurveyRow[] {
  return [
    {
      type: 'begin_group',
      name: `Page-${at + 1}`,
      label: title,
      appearance: 'field-list',
      [`${OWN}part`]: 'page',
      [`${OWN}page_id`]: id,
      [`${OWN}page_optional`]: optional ? 'yes' : '',
    },
    ...questions.flatMap((question) => questionRows(question, asked, listOf)),
    { type: 'end_group' },
  ];
}

function questionRows(
  question: Question,
  asked: Asked,
  listOf: (question: Question) => string,
): readonly SurveyRow[] {
  const { variable, warning, options = [] } = question;
  const relevant = question.relevance ? toRelevant(question.relevance, asked) : '';
  const required = question.required === 'hard' ? 'yes' : '';
  const common: SurveyRow = {
    name: variable,
    label: question.text,
    hint: question.help,
    relevant,
    [`${OWN}required`]: question.required === 'soft' ? 'soft' : '',
    [`${OWN}privacy`]: question.privacy,
    [`${OWN}publication`]: question.publication,
    [`${OWN}source`]: question.source,
    [`${OWN}spss_name`]: question.spssName ?? '',
    [`${OWN}fhir_link_id`]: question.fhirLinkId ?? '',
  };
  const above: readonly SurveyRow[] = warning
    ? [
        {
          type: 'note',
          name: `${variable}${WARNING_SUFFIX}`,
          label: warning,
          relevant,
          [`${OWN}part`]: 'warning',
        },
      ]
    : [];
  if (question.type === 'matrix')
    return [
      ...above,
      { type: 'begin_group', appearance: 'table-list', ...common, [`${OWN}type`]: 'matrix' },
      ...(question.rows ?? []).map((row) => ({
        type: `select_one ${listOf(question)}`,
        name: rowVariable(question, row),
        label: row.label,
        required,
      })),
      { type: 'end_group' },
    ];
  if (question.type === 'choice' || question.type === 'multi_choice' || options.length === 0)
    return [...above, { ...common, ...control(question, listOf), required }];
  const absence = `${variable}${ABSENCE_SUFFIX}`;
  return [
    ...above,
    // An absence chosen beside is an answer: then the control may stay empty.
    { ...common, ...control(question, listOf), required: required && `\${${absence}} = ''` },
    {
      type: `select_one ${listOf(question)}`,
      name: absence,
      label: question.text,
      relevant,
      appearance: 'minimal',
      [`${OWN}part`]: 'absence',
    },
  ];
}

/** Type, appearance, parameters and constraint. */
function control(question: Question, listOf: (question: Question) => string): SurveyRow {
  const { type, scale, number, maxLength } = question;
  const length = maxLength === undefined ? '' : `string-length(.) <= ${maxLength}`;
  switch (type) {
    case 'choice':
      return { type: `select_one ${listOf(question)}` };
    case 'multi_choice':
      return { type: `select_multiple ${listOf(question)}` };
    case 'scale':
      return {
        type: 'range',
        parameters: `start=${scale?.min} end=${scale?.max} step=${scale?.step} tick_labelset=${question.variable}-ends`,
        appearance: 'no-ticks',
      };
    case 'number':
      return {
        type: Number.isInteger(number?.step ?? 1) ? 'integer' : 'decimal',
        constraint: [
          ...(number?.min === undefined ? [] : [`. >= ${number.min}`]),
          ...(number?.max === undefined ? [] : [`. <= ${number.max}`]),
        ].join(' and '),
        [`${OWN}step`]: number?.step === undefined ? '' : String(number.step),
        ...(number?.unit ? { [`${OWN}unit`]: number.unit } : {}),
      };
    case 'date':
      return { type: 'date' };
    case 'long_text':
      return { type: 'text', appearance: 'multiline', constraint: length };
    case 'short_text':
      return { type: 'text', constraint: length };
    case 'hospital':
      return { type: 'text', constraint: length, [`${OWN}type`]: 'hospital' };
    case 'matrix':
      return {};
  }
}

/** Questions with the same options share a list, named after the first of them. */
function listNamer(instrument: Instrument): (question: Question) => string {
  const names = new Map<string, string>();
  for (const { variable, options = [] } of topQuestions(instrument)) {
    const content = canonicalJson(options);
    if (!names.has(content)) names.set(content, variable);
  }
  return ({ options = [] }) => names.get(canonicalJson(options)) ?? '';
}

const topQuestions = ({ pages }: Instrument): readonly Question[] =>
  pages.flatMap(({ questions }) => questions);

function listsOf(instrument: Instrument, nameOf: (question: Question) => string): readonly ListRow[] {
  const row =
    (list: string) =>
    ({ code, label, kind }: Option): ListRow => ({
      list,
      code,
      label,
      kind: kind === 'substantive' ? '' : kind,
    });
  return topQuestions(instrument).flatMap((question) => {
    const { variable, options = [], scale } = question;
    const own = nameOf(question) === variable ? options.map(row(variable)) : [];
    if (!scale) return own;
    const end = (value: number, label: LocalText): ListRow => ({
      list: `${variable}-ends`,
      code: String(value),
      label,
      kind: '',
    });
    return [...own, end(scale.min, scale.minLabel), end(scale.max, scale.maxLabel)];
  });
}
