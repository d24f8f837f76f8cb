import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import type { InformationSection, Instrument, InstrumentPage } from './instrument.js';
import { JsonReader } from './json-reader.js';
import { parseQuestion } from './parse-question.js';
import { LIMITS, readText } from './read-parts.js';

const MEMBERS = [
  'key',
  'version',
  'title',
  'status',
  'changeNote',
  'secondLanguage',
  'information',
  'pages',
  'comparability',
];

/**
 * A draft from JSON that somebody sent: shape and texts are checked, not whether the questionnaire makes sense
 * (`checkInstrument`), since a draft may be half done. Texts are cleaned, empty optional parts left out. Version,
 * status and comparability are not the sender's to set: a draft has none.
 */
export function parseDraft(value: unknown): Result<Instrument, Problem> {
  const reader = new JsonReader();
  const members = reader.object(value, 'instrument', MEMBERS);
  const instrument: Instrument = {
    key: reader.text(members['key'], 'key', 64),
    version: '',
    title: readText(reader, members['title'], 'title'),
    status: 'draft',
    changeNote: reader.text(members['changeNote'], 'changeNote', LIMITS.text),
    ...reader.optional(
      members,
      'secondLanguage',
      'instrument',
      (tag, path) => reader.text(tag, path, 35).trim() || undefined,
    ),
    information: reader.list(members['information'], 'information', LIMITS.pages, (section, path) =>
      readSection(reader, section, path),
    ),
    pages: reader.list(members['pages'], 'pages', LIMITS.pages, (page, path) => readPage(reader, page, path)),
  };
  return reader.problems.length === 0 ? accept(instrument) : refuse(...reader.problems);
}

function readPage(reader: JsonReader, value: unknown, path: string): InstrumentPage {
  const page = reader.object(value, path, ['id', 'title', 'optional', 'questions']);
  return {
    id: reader.text(page['id'], `${path}.id`, 64),
    title: readText(reader, page['title'], `${path}.title`),
    optional: reader.boolean(page['optional'], `${path}.optional`),
    questions: reader.list(page['questions'], `${path}.questions`, LIMITS.questions, (question, at) =>
      parseQuestion(reader, question, at),
    ),
  };
}

function readSection(reader: JsonReader, value: unknown, path: string): InformationSection {
  const section = reader.object(value, path, ['heading', 'paragraphs']);
  return {
    heading: readText(reader, section['heading'], `${path}.heading`),
    paragraphs: reader.list(section['paragraphs'], `${path}.paragraphs`, LIMITS.pages, (text, at) =>
      readText(reader, text, at),
    ),
  };
}
