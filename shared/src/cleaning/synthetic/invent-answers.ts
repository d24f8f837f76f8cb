import { completeDraft } from '../../fieldwork/parse-submission.js';
import type { Perspective } from '../../fieldwork/response.js';
import type { Answers, AnswerValue } from '../../instrument/answer-value.js';
import type { Instrument } from '../../instrument/instrument.js';
import type { SeededRandom } from '../../kernel/seeded-random.js';
import type { Closed, Situation } from './invent-situation.js';
import { INVENTED_COMMENTS, INVENTED_IMPROVEMENTS, INVENTED_POSITIVES } from './invent-texts.js';

/** Who fills in an invented form, and for which hospital (its code, or `other:` and an invented name). */
export interface Respondent {
  readonly hospital: string;
  readonly role: string;
  readonly perspective: Perspective;
  readonly population: readonly string[];
  readonly country: string;
}

const OPTIONAL_ITEMS = [
  'complexity_accepted',
  'co_located',
  'shared_record',
  'liaison_supervises',
  'case_meetings',
  'psychology_on_site',
  'other_integrated_service',
  'planned_start',
] as const;

const CONDITIONS = ['mus', 'ibs', 'cfs', 'chronic_pain', 'diabetes', 'copd', 'cardiac'] as const;
const SETTINGS = ['ward', 'outpatients', 'emergency_department', 'community'] as const;

/**
 * A complete form of v1.1: the core questions as the situation has them, everything else drawn. Goes through the
 * rules that real forms go through, so questions that routing hides are `not_asked` and empty ones `skipped`.
 * @throws RangeError when the questionnaire refuses the invented answers: the generator and it have drifted apart.
 */
export function inventAnswers(
  instrument: Instrument,
  respondent: Respondent,
  situation: Situation,
  random: SeededRandom,
): Answers {
  const often = (percent: number): boolean => random.below(100) < percent;
  const consent = (percent: number): AnswerValue => ({ given: often(percent) ? 'yes' : 'no' });
  const text = (percent: number, texts: readonly [string, ...string[]]): AnswerValue =>
    often(percent) ? { given: random.pick(texts) } : { missing: 'skipped' };
  const draft: Record<string, AnswerValue> = {
    hospital: { given: respondent.hospital },
    role: respondent.role === 'not_say' ? { missing: 'refused' } : { given: respondent.role },
    perspective: { given: respondent.perspective },
    population: { given: respondent.population },
    country: { given: respondent.country },
    iapt_treats_mus: closed(situation.treatsMus),
    iapt_treats_ltc: closed(situation.treatsLtc),
    iapt_inreach_mus: closed(situation.inReachMus),
    iapt_inreach_ltc: closed(situation.inReachLtc),
    integration: scored(situation.score),
    positives: text(70, INVENTED_POSITIVES),
    improve: text(70, INVENTED_IMPROVEMENTS),
    comments: text(55, INVENTED_COMMENTS),
    consent_facts: consent(75),
    consent_score: consent(60),
    consent_quote: consent(40),
    ...(often(60) ? optionalPage(random) : {}),
  };
  const complete = completeDraft(instrument, draft);
  if (!complete.ok) {
    throw new RangeError(
      `invented answers refused: ${complete.problems.map(({ field, code }) => `${field} ${code}`).join(', ')}`,
    );
  }
  return complete.value;
}

/** A draft as it stands after the first questions: what comes later is not dealt with yet. */
export const firstAnswers = (answers: Answers, count: number): Answers =>
  Object.fromEntries(Object.entries(answers).slice(0, count));

function optionalPage(random: SeededRandom): Record<string, AnswerValue> {
  const some = (codes: readonly string[]): AnswerValue => {
    const chosen = codes.filter(() => random.below(100) < 45);
    return chosen.length === 0 ? { missing: 'dont_know' } : { given: chosen };
  };
  const page: Record<string, AnswerValue> = {
    conditions_accepted: some(CONDITIONS),
    settings: some(SETTINGS),
  };
  for (const item of OPTIONAL_ITEMS) {
    if (random.below(100) < 85) page[item] = closed(random.pick(['yes', 'no', 'no', 'dk']));
  }
  return page;
}

const closed = (said: Closed): AnswerValue => (said === 'dk' ? { missing: 'dont_know' } : { given: said });

function scored(score: Situation['score']): AnswerValue {
  if (score === 'dk') return { missing: 'dont_know' };
  return score === 'skipped' ? { missing: 'skipped' } : { given: score };
}
