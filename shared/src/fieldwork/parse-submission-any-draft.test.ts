import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { type AnswerableQuestion, type Instrument, questionsOf } from '../instrument/instrument.js';
import { askedQuestions } from '../instrument/is-asked.js';
import { EXAMPLE_SURVEY } from '../instrument/example-survey.js';
import { rangeOf } from '../instrument/parse-number.js';
import { getInstrument } from '../instrument/registry.js';
import { completeDraft, parseSubmission } from './parse-submission.js';
import { toRaw } from './to-raw.js';

/** Something that can be answered to a question, as it is stored. */
function given(question: AnswerableQuestion): fc.Arbitrary<AnswerValue> {
  const codes = (question.options ?? []).filter(({ kind }) => kind === 'substantive').map(({ code }) => code);
  switch (question.type) {
    case 'hospital':
      return fc.constantFrom({ given: 'RTE03' }, { given: 'other:Anytown' });
    case 'scale':
      return fc
        .integer({ min: question.scale?.min ?? 0, max: question.scale?.max ?? 100 })
        .map((score) => ({ given: score }));
    case 'choice':
      return fc.constantFrom(...codes).map((code) => ({ given: code }));
    case 'multi_choice':
      return fc.subarray(codes, { minLength: 1 }).map((several) => ({ given: several }));
    case 'number': {
      const { min, max, step } = rangeOf(question);
      const steps = Math.min(Math.round((max - min) / step), 5000);
      return fc
        .integer({ min: 0, max: steps })
        .map((many) => ({ given: Number((min + many * step).toFixed(6)) }));
    }
    case 'date':
      return fc
        .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
        .map((day) => ({ given: day.toISOString().slice(0, 10) }));
    case 'short_text':
    case 'long_text':
      return fc
        .string({ minLength: 1 })
        .filter((text) => text.trim() !== '')
        .map((text) => ({ given: text }));
  }
}

/** Also the ways not to answer that the question allows; undefined = not dealt with yet. */
function answered(question: AnswerableQuestion): fc.Arbitrary<AnswerValue | undefined> {
  const absences = (question.options ?? []).flatMap(({ kind }) =>
    kind === 'substantive' ? [] : [fc.constant<AnswerValue>({ missing: kind })],
  );
  const nothing =
    question.required === 'hard'
      ? []
      : [fc.constantFrom<AnswerValue | undefined>(undefined, { missing: 'skipped' })];
  return fc.oneof(given(question), ...absences, ...nothing);
}

/** Drafts that hold answers to hidden questions too, as after a change of mind. */
const draftsOf = (instrument: Instrument): fc.Arbitrary<Answers> =>
  fc
    .record(
      Object.fromEntries(questionsOf(instrument).map((question) => [question.variable, answered(question)])),
    )
    .map((record) => {
      const draft: Record<string, AnswerValue> = {};
      for (const [variable, answer] of Object.entries(record)) if (answer) draft[variable] = answer;
      return draft;
    });

function sentOf(instrument: Instrument, draft: Answers): Answers {
  const result = completeDraft(instrument, draft);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe.each([
  ['version 1.1', getInstrument('1.1')],
  ['a questionnaire with every type of question', EXAMPLE_SURVEY],
] as const)('whatever is answered to %s', (_name, instrument) => {
  const drafts = draftsOf(instrument);
  const sent = (draft: Answers): Answers => sentOf(instrument, draft);

  it('a sent draft holds an answer for every question, not asked exactly where routing hides it', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const answers = sent(draft);
        const asked = new Set(askedQuestions(instrument, draft).map(({ variable }) => variable));
        expect(Object.keys(answers)).toEqual(questionsOf(instrument).map(({ variable }) => variable));
        for (const [variable, answer] of Object.entries(answers)) {
          expect(answer).toEqual(
            asked.has(variable) ? (draft[variable] ?? { missing: 'skipped' }) : { missing: 'not_asked' },
          );
        }
      }),
    );
  });

  it('what was accepted is accepted again, unchanged', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const answers = sent(draft);
        expect(parseSubmission(instrument, toRaw(answers))).toEqual({ ok: true, value: answers });
        expect(sent(answers)).toEqual(answers);
      }),
    );
  });

  it('the form is refused if, and only if, an answer stands in a hidden question', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const asked = new Set(askedQuestions(instrument, draft).map(({ variable }) => variable));
        const hidden = Object.entries(draft)
          .filter(
            ([variable, answer]) =>
              !asked.has(variable) && !('missing' in answer && answer.missing === 'skipped'),
          )
          .map(([variable]) => variable);
        const result = parseSubmission(instrument, toRaw(draft));
        expect(result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
          hidden.map((variable) => `NOT_ASKED ${variable}`),
        );
      }),
    );
  });
});
