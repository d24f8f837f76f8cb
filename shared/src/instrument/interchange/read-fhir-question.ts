import { canonicalJson } from '../../kernel/canonical-json.js';
import type {
  LocalText,
  MatrixRow,
  NumberRange,
  Option,
  OptionKind,
  PrivacyClass,
  PublicationClass,
  Question,
} from '../instrument.js';
import { absenceLinkId, linkIdOf } from './fhir-enable-when.js';
import type { FhirFindings, FhirNode } from './fhir-node.js';
import { ourExtension, STANDARD, VARIABLES } from './fhir-r4.js';
import { fromEnableWhen } from './from-enable-when.js';
import type { Asked } from './to-relevant.js';

/** What an item is read against. */
export interface FhirQuestionReading {
  readonly tag: string | undefined;
  readonly findings: FhirFindings;
  readonly asked: Asked;
  readonly key: string;
  readonly source: string;
}

const KINDS: readonly OptionKind[] = ['substantive', 'dont_know', 'not_applicable', 'refused'];
const PRIVACY: readonly PrivacyClass[] = ['none', 'opinion', 'personal'];
const PUBLICATION: readonly PublicationClass[] = ['open', 'aggregate', 'never'];
const REQUIRED: readonly Question['required'][] = ['hard', 'soft', 'no'];

/** Whether an item offers the absences of the question before it. */
export const isAbsenceOf = (item: FhirNode, question: Question): boolean =>
  item.own('part') === 'absence' && item.string('linkId') === absenceLinkId(linkIdOf(question));

/** The question with the absences that the item beside it offers. */
export const withAbsences = (question: Question, item: FhirNode, reading: FhirQuestionReading): Question => ({
  ...question,
  options: readOptions(item, reading),
});

/** One item as a question; undefined when it is none, with the reason among the problems. */
export function readFhirQuestion(item: FhirNode, reading: FhirQuestionReading): Question | undefined {
  const { findings, tag } = reading;
  if (item.own('part') === 'absence') {
    findings.refuse(
      item,
      'STRAY_ABSENCE',
      'The item offers absences, but not of the question before it.',
      'Put it after its question.',
    );
    return undefined;
  }
  if (item.string('type') === 'display') {
    findings.note(
      item,
      'LEFT_OUT',
      'A text that belongs to no question is left out.',
      'Put it in a help text.',
    );
    return undefined;
  }
  const control = readControl(item, reading);
  if (!control) return undefined;
  const text = item.text('text', tag);
  const nested = item.list('item');
  const help = nested.find((each) => each.control() === 'help')?.text('text', tag);
  const warning = nested.find((each) => each.own('part') === 'warning')?.text('text', tag);
  const read = fromEnableWhen(item, reading.asked, reading.key);
  if (!read.ok)
    for (const { at, why } of read.problems)
      findings.refuse(
        at,
        'BAD_RELEVANCE',
        `The condition cannot be expressed by our list: ${why}.`,
        'Use enableWhen with exists, = and a coding, >= or <= on questions before, joined by enableBehavior all or any.',
      );
  const linkId = item.string('linkId');
  const chosen = item.extension(ourExtension('link-id-chosen'))?.isTrue('valueBoolean') ?? false;
  const variable = variableOf(item);
  const [spssName, relevance] = [item.own('spss-name'), read.ok ? read.value : undefined];
  return {
    variable,
    ...control,
    text: text ?? { en: '' },
    ...(help ? { help } : {}),
    ...(warning ? { warning } : {}),
    required: oneOf(item, 'required', REQUIRED, item.isTrue('required') ? 'hard' : 'no', findings),
    ...(relevance ? { relevance } : {}),
    privacy: classOf(item, 'privacy', PRIVACY, 'personal', findings),
    publication: classOf(item, 'publication', PUBLICATION, 'never', findings),
    source: item.own('source') ?? reading.source,
    ...(spssName === undefined ? {} : { spssName }),
    ...(chosen || variable !== linkId ? { fhirLinkId: linkId } : {}),
  };
}

const variableOf = (item: FhirNode): string =>
  item
    .list('code')
    .find((coding) => coding.string('system') === VARIABLES)
    ?.string('code') || item.string('linkId');

function oneOf<Word extends string>(
  item: FhirNode,
  name: string,
  words: readonly Word[],
  absent: Word,
  findings: FhirFindings,
): Word {
  const written = item.own(name);
  const known = words.find((each) => each === written);
  if (written !== undefined && !known)
    findings.refuse(
      item,
      'UNKNOWN_CLASS',
      `Our extension "${name}" has no value "${written}".`,
      `Use one of ${words.join(', ')}.`,
    );
  return known ?? absent;
}

/** Where a questionnaire does not say who may see an answer, the strictest class is taken and said. */
function classOf<Word extends string>(
  item: FhirNode,
  name: string,
  words: readonly Word[],
  strictest: Word,
  findings: FhirFindings,
): Word {
  if (item.own(name) === undefined)
    findings.note(
      item,
      'CLASS_ASSUMED',
      `The questionnaire does not say the ${name} of the answer, so "${strictest}" is taken.`,
      'Choose the class in the designer before you publish.',
    );
  return oneOf(item, name, words, strictest, findings);
}

function readOptions(item: FhirNode, { tag, findings }: FhirQuestionReading): readonly Option[] {
  if (item.has('answerValueSet'))
    findings.refuse(
      item,
      'NO_OPTIONS',
      'The options stand in a value set elsewhere.',
      'Write them as answerOption.',
    );
  return item.list('answerOption').map((option): Option => {
    const coding = option.get('valueCoding');
    const label = coding.text('display', tag);
    const code = coding.string('code');
    if (code === '')
      findings.refuse(option, 'NO_CODE', 'The option has no code.', 'Give it a valueCoding with a code.');
    return {
      code,
      label: label ?? { en: code },
      kind: oneOf(coding, 'option-kind', KINDS, 'substantive', findings),
    };
  });
}

type Control = Pick<Question, 'type' | 'options' | 'rows' | 'scale' | 'number' | 'maxLength'>;

function readControl(item: FhirNode, reading: FhirQuestionReading): Control | undefined {
  const maxLength =
    item.number('maxLength') ?? item.extension(ourExtension('max-length'))?.number('valueInteger');
  const length = maxLength === undefined ? {} : { maxLength };
  switch (item.string('type')) {
    case 'choice':
      return {
        type: item.isTrue('repeats') ? 'multi_choice' : 'choice',
        options: readOptions(item, reading),
      };
    case 'group':
      return readMatrix(item, reading);
    case 'integer':
      return item.control() === 'slider'
        ? readScale(item, reading)
        : { type: 'number', ...readNumber(item, reading) };
    case 'decimal':
      return { type: 'number', ...readNumber(item, reading) };
    case 'date':
      return { type: 'date' };
    case 'string':
      return { type: 'short_text', ...length };
    case 'text':
      return { type: 'long_text', ...length };
    case 'reference':
      if (item.extension(STANDARD.referenceResource)?.string('valueCode') === 'Location')
        return { type: 'hospital', ...length };
      break;
    default:
  }
  reading.findings.refuse(
    item,
    'BAD_TYPE',
    `Items of type "${item.string('type')}" cannot be asked here.`,
    'Use choice, integer, decimal, date, string, text, a reference to a Location, or take the item out.',
  );
  return undefined;
}

const NUMBERS = ['valueInteger', 'valueDecimal'] as const;
const numberIn = (item: FhirNode, url: string): number | undefined => {
  const extension = item.extension(url);
  return NUMBERS.map((name) => extension?.number(name)).find((value) => value !== undefined);
};

function readNumber(item: FhirNode, { tag, findings }: FhirQuestionReading): Pick<Question, 'number'> {
  const [min, max] = [numberIn(item, STANDARD.min), numberIn(item, STANDARD.max)];
  const stated = numberIn(item, ourExtension('step'));
  const assumed =
    stated === undefined && item.string('type') === 'decimal' && item.own('required') === undefined;
  if (assumed)
    findings.note(
      item,
      'STEP_ASSUMED',
      'It is not said how many decimals are taken, so it is two.',
      'Choose the step in the designer.',
    );
  const step = assumed ? 0.01 : stated;
  const unit: LocalText | undefined = item.extension(STANDARD.unit)?.get('valueCoding').text('display', tag);
  const number: NumberRange = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined ? {} : { step }),
    ...(unit ? { unit } : {}),
  };
  return Object.keys(number).length === 0 ? {} : { number };
}

function readScale(item: FhirNode, { tag, findings }: FhirQuestionReading): Control | undefined {
  const [min, max, step = 1] = [STANDARD.min, STANDARD.max, STANDARD.sliderStep].map((url) =>
    numberIn(item, url),
  );
  const end = (control: string): LocalText | undefined =>
    item
      .list('item')
      .find((each) => each.control() === control)
      ?.text('text', tag);
  const [minLabel, maxLabel] = [end('lower'), end('upper')];
  if (min === undefined || max === undefined || !minLabel || !maxLabel) {
    findings.refuse(
      item,
      'BAD_SCALE',
      'The ends of the slider are not given, in numbers and in words.',
      'Give minValue and maxValue, and display items with the controls lower and upper.',
    );
    return undefined;
  }
  return { type: 'scale', scale: { min, max, step, minLabel, maxLabel } };
}

function readMatrix(item: FhirNode, reading: FhirQuestionReading): Control | undefined {
  const bad = (at: FhirNode, message: string): undefined => {
    reading.findings.refuse(
      at,
      'BAD_MATRIX',
      message,
      'Give the group the control "table" and rows of type choice with the same options and keys that begin with that of the group.',
    );
    return undefined;
  };
  if (item.control() !== 'table') return bad(item, 'A group inside a page can only be a matrix.');
  const prefix = `${variableOf(item)}_`;
  const lines = item.list('item').filter((each) => each.string('type') !== 'display');
  const rows = lines.map((line): MatrixRow | undefined => {
    const [variable, label] = [variableOf(line), line.text('text', reading.tag)];
    if (line.string('type') !== 'choice' || line.isTrue('repeats') || !variable.startsWith(prefix) || !label)
      return bad(line, 'This is no row of the matrix.');
    if (line.has('enableWhen')) return bad(line, 'A row of a matrix has no condition of its own.');
    return { code: variable.slice(prefix.length), label };
  });
  const [options = [], ...others] = lines.map((line) => readOptions(line, reading));
  if (others.some((each) => canonicalJson(each) !== canonicalJson(options)))
    return bad(item, 'The rows of a matrix share their options.');
  return { type: 'matrix', options, rows: rows.filter((row) => row !== undefined) };
}
