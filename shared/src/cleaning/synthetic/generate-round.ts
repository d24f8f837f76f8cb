import { getInstrument } from '../../instrument/registry.js';
import type { FrameName } from '../../frame/propose-match.js';
import { OTHER_HOSPITAL_PREFIX } from '../../instrument/validate-answer.js';
import { seededRandom } from '../../kernel/seeded-random.js';
import { formsOfHospital } from './forms-of-hospital.js';
import { inventSituation } from './invent-situation.js';
import { hashText, planParticipation } from './participation-plan.js';
import type { SyntheticSubmission } from './synthetic-submission.js';
import { writeForm, type FormWriter } from './write-form.js';

export interface SyntheticRoundOptions {
  /** The hospitals of the frame; only their codes reach the forms. */
  readonly frame: readonly FrameName[];
  /** Version of the questionnaire; the generator knows 1.1. */
  readonly instrumentVersion: '1.1';
  readonly seed: number;
  /** ISO 8601 UTC: the moment up to which forms arrive; they arrive in the four weeks before. */
  readonly now: string;
}

/**
 * The invented forms of a synthetic round, in the order of the frame. Same options, same forms; a hospital's answers
 * depend on the seed and its own code only. About 70 % of the hospitals get a form that counts; the others are
 * silent, never submit, withdraw, or answer for children only. Two forms lie outside the frame: one says it is in
 * Wales, one names a hospital in England that is not listed.
 *
 * For rounds of kind `synthetic` only: nothing here was said by anybody about these hospitals.
 */
export function generateRound({
  frame,
  instrumentVersion,
  seed,
  now,
}: SyntheticRoundOptions): readonly SyntheticSubmission[] {
  const instrument = getInstrument(instrumentVersion);
  const plan = planParticipation(
    frame.map(({ odsCode }) => odsCode),
    seed,
  );
  const writerFor = (odsCode: string): FormWriter => ({
    instrument,
    now,
    seed,
    odsCode,
    random: seededRandom(hashText(odsCode, seed)),
  });
  return [
    ...frame.flatMap(({ odsCode }) => formsOfHospital(plan.get(odsCode) ?? 'silent', writerFor(odsCode))),
    outsideFrame(writerFor('OUT-WALES'), 'Synthetic General Hospital, Invented Town, Wales', 'wales'),
    outsideFrame(writerFor('OUT-UNLISTED'), 'Synthetic Cottage Hospital, Invented Town', 'england'),
  ];
}

function outsideFrame(writer: FormWriter, name: string, country: string): SyntheticSubmission {
  const situation = inventSituation(writer.random);
  const hospital = `${OTHER_HOSPITAL_PREFIX}${name}`;
  return { ...writeForm(writer, situation, { hospital, country, heldToken: false }), odsCode: '' };
}
