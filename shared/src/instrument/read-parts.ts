import type { LocalText, Relevance } from './instrument.js';
import type { JsonReader } from './json-reader.js';

/** Limits of one questionnaire: far above what anybody answers, far below what harms the server. */
export const LIMITS = {
  pages: 100,
  questions: 100,
  options: 300,
  rows: 60,
  conditions: 40,
  text: 10_000,
} as const;

/** A text in one or two languages; a second one that is blank counts as not written. */
export function readText(reader: JsonReader, value: unknown, path: string): LocalText {
  const text = reader.object(value, path, ['en', 'second']);
  return {
    en: reader.text(text['en'], `${path}.en`, LIMITS.text),
    ...reader.optional(text, 'second', path, (second, at) => {
      const words = reader.text(second, at, LIMITS.text);
      return words.trim() === '' ? undefined : words;
    }),
  };
}

/** A condition or a group of them; at most three groups within each other, which is more than words can follow. */
export function readRelevance(reader: JsonReader, value: unknown, path: string, depth = 0): Relevance {
  const names = ['variable', 'isOneOf', 'isNoneOf', 'atLeast', 'atMost', 'isAnswered', 'anyOf', 'allOf'];
  const part = reader.object(value, path, names);
  const kinds = names.slice(1).filter((name) => part[name] !== undefined);
  const [kind] = kinds;
  const isGroup = kind === 'anyOf' || kind === 'allOf';
  if (kind === undefined || kinds.length > 1 || isGroup === (part['variable'] !== undefined) || depth > 3) {
    reader.say(path, 'This is not one condition.');
    return { allOf: [] };
  }
  if (isGroup) {
    const parts = reader.list(part[kind], `${path}.${kind}`, LIMITS.conditions, (each, at) =>
      readRelevance(reader, each, at, depth + 1),
    );
    return kind === 'anyOf' ? { anyOf: parts } : { allOf: parts };
  }
  const variable = reader.text(part['variable'], `${path}.variable`, 129);
  const tokens = (): readonly string[] =>
    reader.list(part[kind], `${path}.${kind}`, LIMITS.options, (token, at) => reader.text(token, at, 64));
  switch (kind) {
    case 'isOneOf':
      return { variable, isOneOf: tokens() };
    case 'isNoneOf':
      return { variable, isNoneOf: tokens() };
    case 'atLeast':
      return { variable, atLeast: reader.number(part[kind], `${path}.${kind}`) };
    case 'atMost':
      return { variable, atMost: reader.number(part[kind], `${path}.${kind}`) };
    default:
      if (part[kind] !== true) reader.say(`${path}.${kind}`, 'This can only be true.');
      return { variable, isAnswered: true };
  }
}
