import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../kernel/canonical-json.js';
import { checkInstrument } from '../check-instrument.js';
import {
  type AnswerableQuestion,
  answerable,
  type Condition,
  type Instrument,
  type LocalText,
  type NumberRange,
  type Option,
  type Question,
  questionsOf,
  type QuestionType,
  type Relevance,
} from '../instrument.js';
import { EXAMPLE_SURVEY } from '../example-survey.js';
import { allInstruments } from '../registry.js';
import { fromFhirQuestionnaire } from './from-fhir-questionnaire.js';
import { fromXlsForm } from './from-xlsform.js';
import { toFhirQuestionnaire } from './to-fhir-questionnaire.js';
import { toXlsForm } from './to-xlsform.js';

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      ' begins with a space',
      'two\nlines',
      '"quoted"',
      "it's",
      '${q}',
      '::',
      'a | b',
      'ŵ ŷ',
    ),
  )
  .filter((text) => text.trim() !== '');

const texts = (bilingual: boolean): fc.Arbitrary<LocalText> =>
  bilingual ? fc.record({ en: words, second: words }) : fc.record({ en: words });

const ABSENCES = ['dont_know', 'refused', 'not_applicable'] as const;

/** Options with codes of their own; absences each at most once. */
const optionLists = (text: fc.Arbitrary<LocalText>, substantive: number): fc.Arbitrary<readonly Option[]> =>
  fc
    .tuple(
      fc.array(text, { minLength: substantive, maxLength: substantive === 0 ? 0 : 4 }),
      fc.subarray([...ABSENCES]),
      fc.array(text, { minLength: 3, maxLength: 3 }),
    )
    .map(([labels, kinds, absenceLabels]) => [
      ...labels.map((label, at): Option => ({ code: `c${at}`, label, kind: 'substantive' })),
      ...kinds.map((kind, at): Option => ({ code: `x_${kind}`, label: absenceLabels[at]!, kind })),
    ]);

const numberRanges = (text: fc.Arbitrary<LocalText>): fc.Arbitrary<NumberRange | undefined> =>
  fc.option(
    fc
      .record(
        {
          min: fc.integer({ min: -10, max: 0 }).map((tens) => tens * 10),
          max: fc.integer({ min: 1, max: 500 }).map((tens) => tens * 10),
          step: fc.constantFrom(1, 5, 0.1, 0.25),
          unit: text,
        },
        { requiredKeys: [] },
      )
      .filter((range) => Object.keys(range).length > 0),
    { nil: undefined },
  );

/** Conditions that a question with these earlier ones may have. */
function conditions(earlier: readonly AnswerableQuestion[]): fc.Arbitrary<Relevance> {
  const one = fc.constantFrom(...earlier).chain((question): fc.Arbitrary<Condition> => {
    const { variable, options = [], type } = question;
    const tokens = options.map(({ code, kind }) => (kind === 'substantive' ? code : kind));
    const some = fc.array(
      fc.nat().map((at) => tokens[at % tokens.length]!),
      { minLength: 1, maxLength: 3 },
    );
    const bound = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.constantFrom(0.5, 12.25));
    return fc.oneof(
      fc.constant<Condition>({ variable, isAnswered: true }),
      ...(tokens.length === 0
        ? []
        : [
            some.map((isOneOf): Condition => ({ variable, isOneOf })),
            some.map((isNoneOf): Condition => ({ variable, isNoneOf })),
          ]),
      ...(type === 'number' || type === 'scale'
        ? [
            bound.map((atLeast): Condition => ({ variable, atLeast })),
            bound.map((atMost): Condition => ({ variable, atMost })),
          ]
        : []),
    );
  });
  return fc.letrec<{ relevance: Relevance }>((tie) => ({
    relevance: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      one,
      fc.array(tie('relevance'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      fc.array(tie('relevance'), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
    ),
  })).relevance;
}

const TYPES: readonly QuestionType[] = [
  'choice',
  'multi_choice',
  'matrix',
  'number',
  'scale',
  'date',
  'short_text',
  'long_text',
  'hospital',
];

const NOTHING = { nil: undefined };

function control(type: QuestionType, text: fc.Arbitrary<LocalText>): fc.Arbitrary<Partial<Question>> {
  const beside = optionLists(text, 0).map((options) => (options.length === 0 ? {} : { options }));
  const length = fc.option(fc.integer({ min: 1, max: 4000 }), NOTHING);
  switch (type) {
    case 'choice':
    case 'multi_choice':
      return fc.record({ options: optionLists(text, 2) });
    case 'matrix':
      return fc.record({
        options: optionLists(text, 2),
        rows: fc
          .array(text, { minLength: 1, maxLength: 3 })
          .map((labels) => labels.map((label, at) => ({ code: `r${at}`, label }))),
      });
    case 'scale':
      return fc
        .tuple(
          beside,
          fc.integer({ min: -10, max: 10 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 20 }),
          text,
          text,
        )
        .map(([options, min, step, steps, minLabel, maxLabel]) => ({
          ...options,
          scale: { min, max: min + step * steps, step, minLabel, maxLabel },
        }));
    case 'number':
      return fc.tuple(beside, numberRanges(text)).map(([options, number]) => ({ ...options, number }));
    case 'date':
      return beside;
    case 'short_text':
    case 'long_text':
      return fc.record({ maxLength: length });
    case 'hospital':
      return fc.tuple(beside, length).map(([options, maxLength]) => ({ ...options, maxLength }));
  }
}

function ofType(type: QuestionType, bilingual: boolean): fc.Arbitrary<Question> {
  const text = texts(bilingual);
  return fc
    .tuple(
      control(type, text),
      fc.record({
        text,
        help: fc.option(text, NOTHING),
        warning: fc.option(text, NOTHING),
        required: fc.constantFrom('hard', 'soft', 'no'),
        source: words,
      }),
      fc.constantFrom(
        { privacy: 'none', publication: 'open' },
        { privacy: 'opinion', publication: 'aggregate' },
        { privacy: 'personal', publication: 'never' },
      ),
    )
    .map(([own, common, classes]) => ({ variable: '', type, ...common, ...classes, ...own }) as Question);
}

/** Every questionnaire begins with its one hospital picker. */
const hospitals = (bilingual: boolean): fc.Arbitrary<Question> =>
  ofType('hospital', bilingual).map((question) => ({ ...question, required: 'hard' }));
const others = (bilingual: boolean): fc.Arbitrary<Question> =>
  fc.constantFrom(...TYPES.filter((type) => type !== 'hospital')).chain((type) => ofType(type, bilingual));

/** Gives each question a key and, to some, a condition on those before it. */
const routed = (drawn: readonly Question[]): fc.Arbitrary<readonly Question[]> =>
  drawn.reduce<fc.Arbitrary<readonly Question[]>>(
    (before, question, at) =>
      before.chain((done) => {
        const earlier = done.flatMap(answerable);
        const keyed = {
          ...question,
          variable: at === 0 ? 'hospital' : `q${at}`,
          fhirLinkId: at % 3 === 1 ? `link-${at}` : undefined,
          spssName: at % 3 === 2 && question.type !== 'matrix' ? `SPSS_${at}` : undefined,
        };
        const relevance: fc.Arbitrary<Relevance | undefined> =
          earlier.length === 0 ? fc.constant(undefined) : fc.option(conditions(earlier), NOTHING);
        return relevance.map((found) => [...done, { ...keyed, relevance: found }]);
      }),
    fc.constant([]),
  );

const instruments: fc.Arbitrary<Instrument> = fc.boolean().chain((bilingual) =>
  fc
    .tuple(
      fc
        .tuple(hospitals(bilingual), fc.array(others(bilingual), { minLength: 1, maxLength: 7 }))
        .chain(([hospital, more]) => routed([hospital, ...more])),
      fc.record({
        title: texts(bilingual),
        status: fc.constantFrom('draft', 'piloted', 'published', 'retired'),
        version: fc.constantFrom('', '1.0', '1.1-pilot.1'),
        changeNote: fc.oneof(fc.constant(''), words),
        information: fc.array(
          fc.record({ heading: texts(bilingual), paragraphs: fc.array(texts(bilingual), { maxLength: 2 }) }),
          { maxLength: 2 },
        ),
        comparability: fc.option(
          fc.array(
            fc.record({
              variable: fc.constant('hospital'),
              fromVersion: fc.constant('1.0'),
              toVersion: fc.constant('1.1'),
              verdict: fc.constantFrom('same', 'minor_wording', 'not_comparable', 'new'),
              note: fc.constantFrom('', 'Why.'),
            }),
          ),
          NOTHING,
        ),
      }),
      fc.array(fc.tuple(texts(bilingual), fc.boolean()), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([list, head, titles, perPage]): Instrument => {
      const pages = titles.flatMap(([title, optional], at) => {
        const own = list.slice(at * perPage, (at + 1) * perPage);
        return own.length === 0 ? [] : [{ id: `page_${at}`, title, optional, questions: own }];
      });
      return {
        key: 'any-survey',
        ...head,
        ...(bilingual ? { secondLanguage: 'cy' } : {}),
        pages,
      } as Instrument;
    }),
);

/** What goes to another program and back: JSON text, and sheets of text. */
const byXlsForm = (instrument: Instrument) => fromXlsForm(toXlsForm(instrument));
const byFhir = (instrument: Instrument) =>
  fromFhirQuestionnaire(JSON.parse(JSON.stringify(toFhirQuestionnaire(instrument))));

describe('an instrument that is exported and imported again', () => {
  it.each([
    ['XLSForm', byXlsForm],
    ['FHIR Questionnaire', byFhir],
  ])('is the same by %s, for the built-in versions and the example', (_format, there) => {
    for (const instrument of [...allInstruments, EXAMPLE_SURVEY]) {
      const { instrument: back, problems, notices } = there(instrument);
      expect([problems, notices], instrument.version).toEqual([[], []]);
      expect(canonicalJson(back), instrument.version).toBe(canonicalJson(instrument));
    }
  });

  it.each([
    ['XLSForm', byXlsForm],
    ['FHIR Questionnaire', byFhir],
  ])(
    'is the same by %s, whatever questions, routing and languages it has',
    (_format, there) => {
      fc.assert(
        fc.property(instruments, (instrument) => {
          expect(checkInstrument(instrument)).toEqual([]);
          const { instrument: back, problems } = there(instrument);
          expect(problems).toEqual([]);
          expect(canonicalJson(back)).toBe(canonicalJson(instrument));
        }),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  it('meets every type and every kind of condition in the test above', () => {
    const drawn = fc.sample(instruments, { numRuns: 200, seed: 1 });
    const met = new Set(
      drawn.flatMap((each) => each.pages.flatMap((page) => page.questions.map(({ type }) => type))),
    );
    expect([...met].sort()).toEqual([...TYPES].sort());
    const written = JSON.stringify(
      drawn.flatMap((each) => questionsOf(each).map(({ relevance }) => relevance)),
    );
    for (const word of ['isOneOf', 'isNoneOf', 'isAnswered', 'atLeast', 'atMost', 'anyOf', 'allOf'])
      expect(written).toContain(`"${word}"`);
  });
});
