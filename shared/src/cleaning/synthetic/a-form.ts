import { NO_CONSENT, type Form } from '../../fieldwork/response.js';
import type { Answers, AnswerValue } from '../../instrument/answer-value.js';

/** An invented form with everything set that the cleaning rules look at; say only what matters. */
export const aForm = (different: Partial<Form> = {}): Form => ({
  responseId: 'r1',
  idempotencyKey: `request-${different.responseId ?? 'r1'}`,
  state: 'submitted',
  revision: 1,
  odsCode: 'H1',
  siteTextRaw: '',
  alsoFor: [],
  perspective: 'liaison',
  respondent: `person-${different.responseId ?? 'r1'}`,
  role: 'liaison_clinician',
  populations: ['adult'],
  country: 'england',
  heldToken: false,
  isTest: false,
  consent: NO_CONSENT,
  answers: answersV10({}),
  submittedAt: '2026-09-01T09:00:00Z',
  ...different,
});

/** The answers of a v1.0 form; scores and comments are only asked or given where said. */
export const answersV10 = (said: {
  readonly treats?: 'yes' | 'no' | 'dk';
  readonly inReach?: 'yes' | 'no' | 'dk';
  readonly score?: number;
  readonly positives?: string;
  readonly improve?: string;
  readonly comments?: string;
}): Answers => ({
  iapt_treats_mus_ltc: closed(said.treats),
  iapt_inreach: closed(said.inReach),
  integration: whereInReach(said.inReach, said.score),
  positives: whereInReach(said.inReach, said.positives),
  improve: whereInReach(said.inReach, said.improve),
  comments: said.comments === undefined ? { missing: 'skipped' } : { given: said.comments },
});

const closed = (said: 'yes' | 'no' | 'dk' | undefined): AnswerValue =>
  said === 'dk' ? { missing: 'dont_know' } : { given: said ?? 'no' };

const whereInReach = (
  inReach: 'yes' | 'no' | 'dk' | undefined,
  said: string | number | undefined,
): AnswerValue => {
  if (inReach !== 'yes') return { missing: 'not_asked' };
  return said === undefined ? { missing: 'skipped' } : { given: said };
};
