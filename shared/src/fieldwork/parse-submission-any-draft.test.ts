import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { type AnswerableQuestion, questionsOf } from '../instrument/instrument.js';
import { askedQuestions } from '../instrument/is-asked.js';
import { getInstrument } from '../instrument/registry.js';
import { completeDraft, parseSubmission } from './parse-submission.js';
import { toRaw } from './to-raw.js';

const v1_1 = getInstrument('1.1');

/** Something that can be answered to a question, as it is stored. */
function given(question: AnswerableQuestion): fc.Arbitrary<AnswerValue> {
  const codes = (question.options ?? []).filter(({ kind }) => kind === 'substantive').map(({ code }) => code);
  switch (question.type) {
    case 'hospital':
      return fc.constantFrom({ given: 'RTE03' }, { given: 'other:Anytown' });
    case 'scale':
      return fc.integer({ min: 0, max: 100 }).map((score) => ({ given: score }));
    case 'choice':
      return fc.constantFrom(...codes).map((code) => ({ given: code }));
    case 'multi_choice':
      return fc.subarray(codes, { minLength: 1 }).map((several) => ({ given: several }));
    case 'number':
    case 'date':
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
const drafts: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(questionsOf(v1_1).map((question) => [question.variable, answered(question)])))
  .map((record) => {
    const draft: Record<string, AnswerValue> = {};
    for (const [variable, answer] of Object.entries(record)) if (answer) draft[variable] = answer;
    return draft;
  });

function sent(draft: Answers): Answers {
  const result = completeDraft(v1_1, draft);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('whatever is answered', () => {
  it('a sent draft holds an answer for every question, not asked exactly where routing hides it', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const answers = sent(draft);
        const asked = new Set(askedQuestions(v1_1, draft).map(({ variable }) => variable));
        expect(Object.keys(answers)).toEqual(questionsOf(v1_1).map(({ variable }) => variable));
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
        expect(parseSubmission(v1_1, toRaw(answers))).toEqual({ ok: true, value: answers });
        expect(sent(answers)).toEqual(answers);
      }),
    );
  });

  it('the form is refused if, and only if, an answer stands in a hidden question', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const asked = new Set(askedQuestions(v1_1, draft).map(({ variable }) => variable));
        const hidden = Object.entries(draft)
          .filter(
            ([variable, answer]) =>
              !asked.has(variable) && !('missing' in answer && answer.missing === 'skipped'),
          )
          .map(([variable]) => variable);
        const result = parseSubmission(v1_1, toRaw(draft));
        expect(result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
          hidden.map((variable) => `NOT_ASKED ${variable}`),
        );
      }),
    );
  });
});
