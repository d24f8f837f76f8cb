import type { Perspective } from '../../fieldwork/response.js';
import type { Instrument } from '../../instrument/instrument.js';
import type { SeededRandom } from '../../kernel/seeded-random.js';
import { inventAnswers } from './invent-answers.js';
import type { Situation } from './invent-situation.js';
import { minutesBefore } from './iso-minutes.js';
import type { SyntheticSubmission } from './synthetic-submission.js';

/** What all forms of one invented hospital share. */
export interface FormWriter {
  readonly instrument: Instrument;
  readonly now: string;
  readonly seed: number;
  readonly odsCode: string;
  readonly random: SeededRandom;
}

const ROLES: Record<Perspective, readonly [string, ...string[]]> = {
  liaison: ['liaison_consultant', 'liaison_lead', 'liaison_clinician', 'liaison_clinician', 'not_say'],
  iapt: ['iapt_lead', 'iapt_clinician'],
  psychology: ['psychologist'],
  acute_trust: ['acute_trust_staff'],
};
const POPULATIONS = [['adult'], ['adult', 'older'], ['adult', 'older'], ['all_age']] as const;
const FOUR_WEEKS = 28 * 24 * 60;

/** How a form differs from the usual: a liaison team's own, for adults in England, with the hospital's link. */
export interface FormChanges {
  /** Letter that tells respondents and forms of one hospital apart; `a` by default. */
  readonly respondent?: string;
  readonly form?: string;
  readonly perspective?: Perspective;
  readonly population?: readonly string[];
  readonly country?: string;
  readonly hospital?: string;
  readonly heldToken?: boolean;
}

/** Writes one submitted form at some moment of the last four weeks. */
export function writeForm(
  writer: FormWriter,
  situation: Situation,
  changes: FormChanges = {},
): SyntheticSubmission {
  const { random, odsCode } = writer;
  const { respondent = 'a', form = respondent, perspective = 'liaison' } = changes;
  const role = random.pick(ROLES[perspective]);
  const minutesAgo = 1 + random.below(FOUR_WEEKS);
  const population = changes.population ?? random.pick<readonly string[]>(POPULATIONS);
  const answers = inventAnswers(
    writer.instrument,
    {
      hospital: changes.hospital ?? odsCode,
      role,
      perspective,
      population,
      country: changes.country ?? 'england',
    },
    situation,
    random,
  );
  return {
    odsCode,
    answers,
    role,
    respondent: `synthetic-${odsCode}-${respondent}`,
    heldToken: changes.heldToken ?? true,
    startedAt: minutesBefore(writer.now, minutesAgo + 3 + random.below(9)),
    submittedAt: minutesBefore(writer.now, minutesAgo),
    state: 'submitted',
    idempotencyKey: `synthetic-${writer.seed}-${odsCode}-${form}`,
  };
}
