import { assertNever } from '../../kernel/assert-never.js';
import { firstAnswers } from './invent-answers.js';
import { contradict, inventSituation, NOT_KNOWING, type Situation } from './invent-situation.js';
import { minutesBefore } from './iso-minutes.js';
import type { Participation } from './participation-plan.js';
import type { SyntheticSubmission } from './synthetic-submission.js';
import { writeForm, type FormWriter } from './write-form.js';

const CHILD_ONLY = { population: ['camhs'], respondent: 'child', heldToken: false } as const;

/** The forms that one invented hospital sends; none where it is silent. */
export function formsOfHospital(
  participation: Participation,
  writer: FormWriter,
): readonly SyntheticSubmission[] {
  const situation = inventSituation(writer.random);
  switch (participation) {
    case 'silent':
      return [];
    case 'never_submitted':
      return [neverSubmitted(writer, situation)];
    case 'withdrawn':
      // Counted, but its content is erased (domain D2).
      return [{ ...writeForm(writer, situation), state: 'withdrawn', answers: {}, role: '' }];
    case 'child_only':
      return [writeForm(writer, situation, CHILD_ONLY)];
    case 'adult_and_child_only':
      return [writeForm(writer, situation), writeForm(writer, contradict(situation), CHILD_ONLY)];
    case 'sent_twice':
      return sentTwice(writer, situation);
    case 'colleagues_agree':
      return [writeForm(writer, situation), colleague(writer, situation)];
    case 'one_knows':
      return [writeForm(writer, knowing(situation)), colleague(writer, NOT_KNOWING)];
    case 'colleagues_conflict':
      return [writeForm(writer, situation), colleague(writer, contradict(situation))];
    case 'liaison_and_iapt':
      return [
        writeForm(writer, situation),
        writeForm(writer, contradict(situation), {
          perspective: 'iapt',
          respondent: 'iapt',
          heldToken: false,
        }),
      ];
    case 'iapt_only':
      return [writeForm(writer, situation, { perspective: 'iapt', respondent: 'iapt', heldToken: false })];
    case 'one_form':
      return [writeForm(writer, situation, { heldToken: writer.random.below(100) < 90 })];
    default:
      return assertNever(participation);
  }
}

const colleague = (writer: FormWriter, situation: Situation): SyntheticSubmission =>
  writeForm(writer, situation, { respondent: 'b', heldToken: false });

/** The second form is the same respondent's, two days later, with another score and the rest unchanged. */
function sentTwice(writer: FormWriter, situation: Situation): readonly SyntheticSubmission[] {
  const later = writeForm(writer, situation, { form: 'a2' });
  const earlier: SyntheticSubmission = {
    ...later,
    idempotencyKey: `${later.idempotencyKey.slice(0, -1)}1`,
    startedAt: minutesBefore(later.startedAt, 2 * 24 * 60),
    submittedAt: minutesBefore(later.submittedAt, 2 * 24 * 60),
  };
  const score = later.answers['integration'];
  if (score === undefined || !('given' in score)) return [earlier, later];
  const before = { given: Number(score.given) >= 50 ? 30 : 70 };
  return [{ ...earlier, answers: { ...earlier.answers, integration: before } }, later];
}

/** A form that was begun: the link opened and nothing more, or some of the first questions. */
function neverSubmitted(writer: FormWriter, situation: Situation): SyntheticSubmission {
  const complete = writeForm(writer, situation);
  const count = writer.random.below(9);
  const answers = firstAnswers(complete.answers, count);
  const role = 'role' in answers ? complete.role : '';
  return { ...complete, answers, role, submittedAt: '', state: count === 0 ? 'draft' : 'in_progress' };
}

/** Somebody who knows something, for hospitals where the colleague does not. */
const knowing = (situation: Situation): Situation =>
  situation.inReachLtc === 'dk' || situation.treatsLtc === 'dk'
    ? { ...situation, treatsLtc: 'yes', inReachLtc: 'no', inReachMus: 'no' }
    : situation;
