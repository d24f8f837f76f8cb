import type { AnswerValue, Answers } from '../instrument/answer-value.js';
import { OTHER_HOSPITAL_PREFIX } from '../instrument/validate-answer.js';
import { alsoForOf, withAlsoFor } from './also-for.js';
import { type Consent, type Form, type Perspective, PERSPECTIVES } from './response.js';

/** What is stored about a response beside its answers. */
export interface ResponseRecord extends Pick<
  Form,
  | 'responseId'
  | 'idempotencyKey'
  | 'state'
  | 'revision'
  | 'respondent'
  | 'heldToken'
  | 'isTest'
  | 'submittedAt'
> {
  /** Hospital that a person matched the form to; '' = nobody did. Wins over the answer. */
  readonly matchedOdsCode: string;
  /** Hospital that the invitation was for; '' = open link. Counts only where the question was left empty. */
  readonly invitedOdsCode: string;
}

/**
 * The form as the cleaning rules see it: the response's own data and what its answers say about the respondent.
 *
 * Version 1.0 did not ask for role, perspective, population, country or consent. Its forms come from liaison services
 * (000:117-118), so the perspective is `liaison`; role and country are '' (not known), populations empty, and nobody
 * consented to anything. The same holds where a later version's question has no answer.
 */
export function formFromResponse(record: ResponseRecord, answers: Answers): Form {
  const { matchedOdsCode, invitedOdsCode } = record;
  const hospital = given(answers, 'hospital');
  const isOther = hospital.startsWith(OTHER_HOSPITAL_PREFIX);
  const answeredOdsCode = isOther ? '' : hospital;
  // Field by field: what is copied over with a rest of properties gets a hidden class of its own for each form, and the rules, which look at a
  // hundred thousand of them, have to look each field up by its name.
  return {
    responseId: record.responseId,
    idempotencyKey: record.idempotencyKey,
    state: record.state,
    revision: record.revision,
    respondent: record.respondent,
    heldToken: record.heldToken,
    isTest: record.isTest,
    submittedAt: record.submittedAt,
    alsoFor: alsoForOf(answers),
    odsCode: matchedOdsCode || answeredOdsCode || (isOther ? '' : invitedOdsCode),
    siteTextRaw: isOther ? hospital.slice(OTHER_HOSPITAL_PREFIX.length) : '',
    perspective: perspectiveOf(answers),
    role: given(answers, 'role'),
    populations: givenSeveral(answers, 'population'),
    country: given(answers, 'country'),
    consent: consentOf(answers),
    answers: withAlsoFor(answers, []),
  };
}

/** Consent is given by an explicit yes only; no answer, a hidden question and an older version are a no. */
function consentOf(answers: Answers): Consent {
  const agreed = (variable: string): boolean => given(answers, variable) === 'yes';
  return {
    nameFacts: agreed('consent_facts'),
    nameScore: agreed('consent_score'),
    quote: agreed('consent_quote'),
  };
}

/**
 * Whose view answers give; `liaison` where they do not say: the first version did not ask, and its forms come from
 * liaison services (000:117-118).
 */
export const perspectiveOf = (answers: Answers): Perspective =>
  PERSPECTIVES.find((perspective) => perspective === given(answers, 'perspective')) ?? 'liaison';

const answerTo = (answers: Answers, variable: string): AnswerValue | undefined =>
  Object.hasOwn(answers, variable) ? answers[variable] : undefined;

function given(answers: Answers, variable: string): string {
  const answer = answerTo(answers, variable);
  return answer && 'given' in answer && typeof answer.given === 'string' ? answer.given : '';
}

function givenSeveral(answers: Answers, variable: string): readonly string[] {
  const answer = answerTo(answers, variable);
  if (!answer || !('given' in answer)) return [];
  return typeof answer.given === 'object' ? answer.given : [String(answer.given)];
}
