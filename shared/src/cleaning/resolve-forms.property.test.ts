import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PERSPECTIVES, RESPONSE_STATES, type Form } from '../fieldwork/response.js';
import type { Answers, AnswerValue } from '../instrument/answer-value.js';
import type { AnalysisDataset } from './analysis-dataset.js';
import { applyDecisions } from './apply-decisions.js';
import { RecordMemory } from './record-memory.js';
import { resolveForms, toDataset } from './resolve-forms.js';
import { latestRevisions } from './rules/r0-one-form-per-request.js';

const FRAME = ['H1', 'H2', 'H3', 'H4'].map((odsCode) => ({
  odsCode,
  name: `Hospital ${odsCode}`,
  town: odsCode,
}));
const resolve = (forms: readonly Form[], unitOfAnalysis: 'site' | 'service'): AnalysisDataset =>
  resolveForms(forms, { roundKind: 'live', frame: FRAME, unitOfAnalysis });

const closed = fc.constantFrom<AnswerValue>(
  { given: 'yes' },
  { given: 'no' },
  { missing: 'dont_know' },
  { missing: 'skipped' },
  { missing: 'not_asked' },
);
const score = fc.constantFrom<AnswerValue>(
  { given: 0 },
  { given: 55 },
  { missing: 'skipped' },
  { missing: 'not_asked' },
);
const comments = fc.constantFrom<AnswerValue>(
  { given: 'Synthetic one.' },
  { given: 'Synthetic two.' },
  { missing: 'skipped' },
);
const answers: fc.Arbitrary<Answers> = fc.oneof(
  fc.record({ iapt_treats_mus_ltc: closed, iapt_inreach: closed, integration: score, comments }),
  fc.record({
    iapt_treats_mus: closed,
    iapt_treats_ltc: closed,
    iapt_inreach_mus: closed,
    iapt_inreach_ltc: closed,
    integration: score,
    comments,
    shared_record: closed,
  }),
  fc.constant({ hospital: { given: 'H1' } }),
);

/** Few hospitals, respondents, keys and moments, so that forms meet. */
const form: fc.Arbitrary<Form> = fc.record({
  responseId: fc.constantFrom(...Array.from({ length: 14 }, (_, index) => `r${index}`)),
  idempotencyKey: fc.constantFrom('', '', '', 'k1', 'k2'),
  state: fc.oneof(
    { weight: 3, arbitrary: fc.constant('submitted' as const) },
    fc.constantFrom(...RESPONSE_STATES),
  ),
  revision: fc.constantFrom(1, 2),
  odsCode: fc.constantFrom('H1', 'H1', 'H2', 'H3', 'H4', 'H9', ''),
  siteTextRaw: fc.constant(''),
  alsoFor: fc.subarray(['H1', 'H3', 'H9'], { maxLength: 2 }),
  perspective: fc.constantFrom('liaison' as const, ...PERSPECTIVES),
  respondent: fc.constantFrom('', 'p1', 'p2', 'p3'),
  role: fc.constantFrom('', 'liaison_consultant', 'liaison_clinician'),
  populations: fc.constantFrom(['adult'], ['older'], ['camhs'], []),
  country: fc.constantFrom('england', 'england', '', 'wales'),
  heldToken: fc.boolean(),
  isTest: fc.constantFrom(false, false, false, true),
  consent: fc.record({ nameFacts: fc.boolean(), nameScore: fc.boolean(), quote: fc.boolean() }),
  answers,
  submittedAt: fc.constantFrom('2026-09-01T09:00:00Z', '2026-09-02T09:00:00Z'),
});
const forms = fc.array(form, { maxLength: 16 });
const unit = fc.constantFrom<'site' | 'service'>('site', 'service');

describe('whatever forms a round receives', () => {
  it('received = accepted + merged + excluded + withdrawn + pending, and every form has one decision', () => {
    fc.assert(
      fc.property(forms, unit, (round, of) => {
        const { ledger, decisions } = resolve(round, of);
        const { received, accepted, merged, excluded, withdrawn, pending, partial } = ledger;
        expect(accepted + merged + excluded + withdrawn + pending).toBe(received);
        expect(received + partial).toBe(new Set(round.map(({ responseId }) => responseId)).size);
        expect(new Set(decisions.map(({ responseId }) => responseId)).size).toBe(decisions.length);
      }),
    );
  });

  it('their order is of no account', () => {
    const shuffled = forms.chain((round) =>
      fc.tuple(
        fc.constant(round),
        fc.shuffledSubarray(round, { minLength: round.length, maxLength: round.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, unit, ([round, other], of) => {
        expect(resolve(other, of)).toEqual(resolve(round, of));
      }),
    );
  });

  it('records that were kept from an earlier moment are those that would be made now', () => {
    fc.assert(
      fc.property(fc.array(forms, { minLength: 2, maxLength: 4 }), unit, (moments, of) => {
        const options = { roundKind: 'live', frame: FRAME, unitOfAnalysis: of } as const;
        const memory = new RecordMemory();
        let received: Form[] = [];
        for (const more of moments) {
          received = [...received, ...more];
          const kept = toDataset(applyDecisions(received, [], options), options, memory);
          expect(kept).toEqual(resolve(received, of));
        }
      }),
    );
  });

  it('listing them twice changes nothing, nor does resolving what was resolved', () => {
    fc.assert(
      fc.property(forms, unit, (round, of) => {
        const once = resolve(round, of);
        expect(resolve([...round, ...round], of)).toEqual(once);
        const outcome = new Map(once.decisions.map((decision) => [decision.responseId, decision.outcome]));
        const decided = latestRevisions(round).map((each): Form => {
          const now = outcome.get(each.responseId);
          return now === 'accepted' || now === 'merged' || now === 'excluded'
            ? { ...each, state: now }
            : each;
        });
        expect(resolve(decided, of)).toEqual(once);
      }),
    );
  });

  it('every hospital of the frame has one record, and only analysed forms stand behind it', () => {
    fc.assert(
      fc.property(forms, unit, (round, of) => {
        const { hospitals, ledger, decisions } = resolve(round, of);
        expect(hospitals.map(({ odsCode }) => odsCode)).toEqual(['H1', 'H2', 'H3', 'H4']);
        const analysed = new Set(
          decisions
            .filter(({ outcome }) => outcome === 'accepted' || outcome === 'merged')
            .map((each) => each.responseId),
        );
        const accepted = new Set(
          decisions.filter(({ outcome }) => outcome === 'accepted').map((each) => each.responseId),
        );
        for (const record of hospitals) {
          const behind = Object.values(record.items).flatMap(({ responseIds }) => responseIds);
          expect(behind.every((id) => analysed.has(id))).toBe(true);
          const silent = record.forms === 0;
          expect(
            Object.values(record.items).every(({ position }) => (position === 'no_reply') === silent),
          ).toBe(true);
          expect(accepted.has(record.leadResponseId)).toBe(!silent);
        }
        expect(hospitals.filter((record) => record.forms > 0)).toHaveLength(ledger.analysed);
      }),
    );
  });

  it('a position is in conflict exactly where the colleagues who speak for the hospital are unresolved', () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { selector: (each) => each.responseId }), (round) => {
        const { hospitals, disagreements } = resolve(round, 'site');
        for (const { odsCode, items, leadResponseId } of hospitals) {
          const perspective = round.find(({ responseId }) => responseId === leadResponseId)?.perspective;
          const unresolved = disagreements
            .filter(
              (each) =>
                each.odsCode === odsCode &&
                each.perspective === perspective &&
                each.resolution === 'unresolved',
            )
            .map(({ variable }) => variable);
          const inConflict = Object.keys(items).filter((item) => items[item]?.position === 'conflict');
          expect(inConflict.sort()).toEqual([...unresolved].sort());
        }
      }),
    );
  });
});
