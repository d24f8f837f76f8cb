import { describe, expect, it } from 'vitest';

import { formFromResponse } from '../../fieldwork/form-from-response.js';
import { parseSubmission } from '../../fieldwork/parse-submission.js';
import { toRaw } from '../../fieldwork/to-raw.js';
import { INSTRUMENT_V1_1 } from '../../instrument/instruments/v1-1.js';
import { resolveForms } from '../resolve-forms.js';
import { generateRound } from './generate-round.js';
import { SYNTHETIC_TEXT } from './invent-texts.js';
import type { SyntheticSubmission } from './synthetic-submission.js';

const FRAME = Array.from({ length: 175 }, (_, index) => ({
  odsCode: `ZZ${String(index + 1).padStart(3, '0')}`,
  name: `Synthetic hospital ${index + 1}`,
  town: 'Invented Town',
}));
const OPTIONS = { frame: FRAME, instrumentVersion: '1.1', seed: 2026, now: '2026-10-01T12:00:00Z' } as const;
const round = generateRound(OPTIONS);
const dataset = resolveForms(round.map(asForm), {
  roundKind: 'synthetic',
  frame: FRAME,
  unitOfAnalysis: 'site',
});
const submitted = round.filter(({ state }) => state === 'submitted');

function asForm(submission: SyntheticSubmission, index: number) {
  const { answers, odsCode, state, idempotencyKey, respondent, heldToken, submittedAt } = submission;
  const own = {
    state,
    idempotencyKey,
    respondent,
    heldToken,
    submittedAt,
    isTest: false,
    revision: 1,
  };
  return formFromResponse(
    { ...own, responseId: `r${String(index).padStart(3, '0')}`, matchedOdsCode: odsCode, invitedOdsCode: '' },
    answers,
  );
}

describe('the generator of synthetic rounds', () => {
  it('gives the same forms for the same seed, and others for another', () => {
    expect(generateRound(OPTIONS)).toEqual(round);
    expect(generateRound({ ...OPTIONS, seed: 2027 })).not.toEqual(round);
  });

  it('writes forms that the questionnaire accepts as they are', () => {
    expect(submitted.length).toBeGreaterThan(120);
    for (const { answers } of submitted) {
      expect(parseSubmission(INSTRUMENT_V1_1, toRaw(answers))).toEqual({ ok: true, value: answers });
    }
  });

  it('marks every text as synthetic', () => {
    const texts = round.flatMap(({ answers }) =>
      ['positives', 'improve', 'comments'].flatMap((variable) => {
        const value = answers[variable];
        return value !== undefined && 'given' in value ? [String(value.given)] : [];
      }),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !text.startsWith(SYNTHETIC_TEXT))).toEqual([]);
    expect(round.filter(({ respondent }) => !respondent.startsWith('synthetic-'))).toEqual([]);
  });

  it('never gives two forms one idempotency key', () => {
    expect(new Set(round.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(round.length);
  });

  it('has forms arrive in the weeks before, and drafts not at all', () => {
    for (const { state, startedAt, submittedAt } of round) {
      expect(startedAt < OPTIONS.now).toBe(true);
      const isDraft = state === 'draft' || state === 'in_progress';
      expect(isDraft ? submittedAt === '' : submittedAt < OPTIONS.now && submittedAt > startedAt).toBe(true);
    }
  });

  it('has about 70 % of the hospitals answer', () => {
    expect(dataset.ledger.analysed / FRAME.length).toBeGreaterThan(0.65);
    expect(dataset.ledger.analysed / FRAME.length).toBeLessThan(0.75);
  });

  it('puts every automatic rule that a single-hospital round can meet to use', () => {
    const rules = new Set(
      dataset.decisions.map(({ outcome, rule, reason }) => `${outcome} ${rule} ${reason}`.trim()),
    );
    expect([...rules].sort()).toEqual([
      'accepted',
      'accepted R4',
      'accepted R5',
      'accepted R6',
      'excluded R3 out_of_scope_country',
      'excluded R3 out_of_scope_population',
      'merged R4',
      'merged R5',
      'merged R6',
      'partial',
      'pending R3 unmatched_hospital',
      'withdrawn R2',
    ]);
    expect(new Set(dataset.disagreements.map(({ resolution }) => resolution))).toEqual(
      new Set(['rule', 'unresolved']),
    );
    expect(dataset.perspectiveDifferences?.length).toBeGreaterThan(0);
  });

  it('has every position on both questions, scores over the whole scale, and consent both ways', () => {
    for (const item of ['iapt_treats_mus_ltc', 'iapt_inreach']) {
      const positions = new Set(dataset.hospitals.map(({ items }) => items[item]?.position));
      expect([...positions].sort()).toEqual(expect.arrayContaining(['dont_know', 'no', 'no_reply', 'yes']));
    }
    expect(
      dataset.hospitals.some(({ items }) =>
        Object.values(items).some(({ position }) => position === 'conflict'),
      ),
    ).toBe(true);
    const scored = dataset.hospitals.flatMap((each) =>
      'given' in each.score ? [{ ...each, score: each.score.given }] : [],
    );
    for (const [low, high] of [
      [0, 49],
      [50, 74],
      [75, 100],
    ] as const) {
      expect(scored.some(({ score }) => score >= low && score <= high)).toBe(true);
    }
    expect(new Set(scored.map(({ consent }) => consent.nameScore))).toEqual(new Set([true, false]));
    expect(
      new Set(dataset.hospitals.filter(({ forms }) => forms > 0).map(({ consent }) => consent.nameFacts)),
    ).toEqual(new Set([true, false]));
  });

  it('leaves a hospital’s forms as they are when another joins the frame', () => {
    const of = (forms: readonly SyntheticSubmission[]) =>
      new Map(forms.map((form) => [form.idempotencyKey, form.answers]));
    const grown = of(
      generateRound({ ...OPTIONS, frame: [...FRAME, { odsCode: 'ZZ999', name: 'New', town: 'New' }] }),
    );
    const same = [...of(submitted)].filter(
      ([key, answers]) => JSON.stringify(grown.get(key)) === JSON.stringify(answers),
    );
    expect(same.length / submitted.length).toBeGreaterThan(0.9);
  });

  it('works for a frame of a few hospitals and for none', () => {
    expect(generateRound({ ...OPTIONS, frame: FRAME.slice(0, 3) }).length).toBeGreaterThanOrEqual(2);
    expect(generateRound({ ...OPTIONS, frame: [] })).toHaveLength(2);
  });
});
