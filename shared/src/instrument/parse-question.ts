import {
  type LocalText,
  type MatrixRow,
  type NumberRange,
  type Option,
  type Question,
  QUESTION_TYPES,
  type Scale,
} from './instrument.js';
import type { JsonReader } from './json-reader.js';
import { LIMITS, readRelevance, readText } from './read-parts.js';

const MEMBERS = [
  'variable',
  'type',
  'text',
  'help',
  'warning',
  'options',
  'scale',
  'number',
  'rows',
  'required',
  'maxLength',
  'relevance',
  'privacy',
  'publication',
  'source',
  'spssName',
  'fhirLinkId',
];

/** One question from JSON that somebody sent; what is wrong with it is noted in the reader. */
export function parseQuestion(reader: JsonReader, value: unknown, path: string): Question {
  const question = reader.object(value, path, MEMBERS);
  const optional = <Name extends string, Value>(
    name: Name,
    read: (member: unknown, at: string) => Value | undefined,
  ) => reader.optional(question, name, path, read);
  const words = (member: unknown, at: string): LocalText | undefined => {
    const text = readText(reader, member, at);
    return text.en.trim() === '' && text.second === undefined ? undefined : text;
  };
  const name = (member: unknown, at: string): string | undefined =>
    reader.text(member, at, 255).trim() || undefined;
  return {
    variable: reader.text(question['variable'], `${path}.variable`, 64),
    type: reader.oneOf(question['type'], `${path}.type`, QUESTION_TYPES),
    text: readText(reader, question['text'], `${path}.text`),
    ...optional('help', words),
    ...optional('warning', words),
    ...optional('options', (options, at) => {
      const read = reader.list(options, at, LIMITS.options, (each, place) => readOption(reader, each, place));
      return read.length === 0 ? undefined : read;
    }),
    ...optional('scale', (scale, at) => readScale(reader, scale, at)),
    ...optional('number', (number, at) => readNumber(reader, number, at)),
    ...optional('rows', (rows, at) =>
      reader.list(rows, at, LIMITS.rows, (each, place) => readRow(reader, each, place)),
    ),
    required: reader.oneOf(question['required'], `${path}.required`, ['no', 'soft', 'hard']),
    ...optional('maxLength', (length, at) => reader.number(length, at)),
    ...optional('relevance', (relevance, at) => readRelevance(reader, relevance, at)),
    privacy: reader.oneOf(question['privacy'], `${path}.privacy`, ['none', 'opinion', 'personal']),
    publication: reader.oneOf(question['publication'], `${path}.publication`, ['open', 'aggregate', 'never']),
    source: reader.text(question['source'], `${path}.source`, LIMITS.text),
    ...optional('spssName', name),
    ...optional('fhirLinkId', name),
  };
}

function readOption(reader: JsonReader, value: unknown, path: string): Option {
  const option = reader.object(value, path, ['code', 'label', 'kind']);
  return {
    code: reader.text(option['code'], `${path}.code`, 64),
    label: readText(reader, option['label'], `${path}.label`),
    kind: reader.oneOf(option['kind'], `${path}.kind`, [
      'substantive',
      'dont_know',
      'not_applicable',
      'refused',
    ]),
  };
}

function readRow(reader: JsonReader, value: unknown, path: string): MatrixRow {
  const row = reader.object(value, path, ['code', 'label']);
  return {
    code: reader.text(row['code'], `${path}.code`, 64),
    label: readText(reader, row['label'], `${path}.label`),
  };
}

function readScale(reader: JsonReader, value: unknown, path: string): Scale {
  const scale = reader.object(value, path, ['min', 'max', 'step', 'minLabel', 'maxLabel']);
  return {
    min: reader.number(scale['min'], `${path}.min`),
    max: reader.number(scale['max'], `${path}.max`),
    step: reader.number(scale['step'], `${path}.step`),
    minLabel: readText(reader, scale['minLabel'], `${path}.minLabel`),
    maxLabel: readText(reader, scale['maxLabel'], `${path}.maxLabel`),
  };
}

function readNumber(reader: JsonReader, value: unknown, path: string): NumberRange {
  const range = reader.object(value, path, ['min', 'max', 'step', 'unit']);
  const bound = (name: 'min' | 'max' | 'step') =>
    reader.optional(range, name, path, (number, at) => reader.number(number, at));
  return {
    ...bound('min'),
    ...bound('max'),
    ...bound('step'),
    ...reader.optional(range, 'unit', path, (unit, at) => {
      const text = readText(reader, unit, at);
      return text.en.trim() === '' && text.second === undefined ? undefined : text;
    }),
  };
}
