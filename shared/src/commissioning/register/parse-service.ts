import { identifyingParts } from '../../cleaning/looks-identifying.js';
import { cleanText } from '../../kernel/clean-text.js';
import { type Problem, problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';
import {
  CARE_SETTINGS,
  COMPLEXITIES,
  CONDITIONS,
  type Delivery,
  type FactStamp,
  type ServiceFacts,
} from './register-service.js';

const SHORT = 200;
const LONG = 2000;
/** More staff than any service in the country has. */
const MOST_WTE = 5000;
const MOST_HOSPITALS = 60;

/** Texts of a service with the most characters of each. */
const TEXTS = {
  name: SHORT,
  provider: SHORT,
  what: LONG,
  referral: LONG,
  outcomes: LONG,
  resources: LONG,
} as const satisfies Partial<Record<keyof ServiceFacts, number>>;

/**
 * What somebody wants the register to say, checked and in its one form. Texts are public, so addresses and telephone
 * numbers of people are refused in them.
 * @param isHospital whether a code is one of a hospital of the atlas
 */
export function parseService(
  input: ServiceFacts,
  isHospital: (odsCode: string) => boolean,
): Result<ServiceFacts, Problem> {
  const problems: Problem[] = [];
  const texts = Object.entries(TEXTS).map(([field, most]) => {
    const text = parsePublicText(input[field as keyof typeof TEXTS], field, most);
    if (!text.ok) problems.push(...text.problems);
    return [field, text.ok ? text.value : ''] as const;
  });
  const said = Object.fromEntries(texts) as Record<keyof typeof TEXTS, string>;
  if (said.name === '' && problems.every(({ field }) => field !== 'name'))
    problems.push(problem('MISSING', 'name', 'The service has no name.', 'Enter the name it goes by.'));
  const { wte } = input;
  if (wte !== null && !(Number.isFinite(wte) && wte >= 0 && wte <= MOST_WTE))
    problems.push(
      problem(
        'OUT_OF_RANGE',
        'wte',
        `Staff is a number from 0 to ${MOST_WTE}.`,
        'Leave it empty if it is not known.',
      ),
    );
  const deliveries = parseDeliveries(input.deliveries, isHospital);
  if (!deliveries.ok) problems.push(...deliveries.problems);
  if (input.kind !== 'liaison_team' && input.tier !== 'not_known')
    problems.push(
      problem('NOT_A_LIAISON_TEAM', 'tier', 'Only a liaison team has a tier.', 'Set the tier to not known.'),
    );
  if (problems.length > 0 || !deliveries.ok) return refuse(...problems);
  return accept({
    ...said,
    kind: input.kind,
    tier: input.tier,
    status: input.status,
    hours: input.hours,
    wte: wte === null ? null : Math.round(wte * 10) / 10,
    conditions: CONDITIONS.filter((each) => input.conditions.includes(each)),
    settings: CARE_SETTINGS.filter((each) => input.settings.includes(each)),
    complexity: COMPLEXITIES.filter((each) => input.complexity.includes(each)),
    deliveries: deliveries.value,
  });
}

/** Text that everybody will read: trimmed, of a length, without addresses and telephone numbers. */
export function parsePublicText(raw: string, field: string, most: number): Result<string, Problem> {
  const text = cleanText(raw.trim(), field, most);
  if (!text.ok) return text;
  const personal = identifyingParts(text.value).some(({ sign }) => sign === 'email' || sign === 'phone');
  return personal
    ? refuse(
        problem(
          'NAMES_A_PERSON',
          field,
          'This looks like an e-mail address or a telephone number; everybody can read what stands here.',
          'Take it out. The address for questions has a place of its own.',
        ),
      )
    : text;
}

function parseDeliveries(
  deliveries: readonly Delivery[],
  isHospital: (odsCode: string) => boolean,
): Result<readonly Delivery[], Problem> {
  const byCode = new Map<string, Delivery>();
  const problems: Problem[] = [];
  for (const { odsCode, how } of deliveries.slice(0, MOST_HOSPITALS + 1)) {
    const code = odsCode.trim().toUpperCase();
    if (!isHospital(code))
      problems.push(
        problem(
          'UNKNOWN_HOSPITAL',
          'deliveries',
          `No hospital here has the code ${code.slice(0, 10)}.`,
          'Choose one from the list.',
        ),
      );
    else if (byCode.has(code))
      problems.push(problem('TWICE', 'deliveries', `${code} is there twice.`, 'Take one of them away.'));
    byCode.set(code, { odsCode: code, how });
  }
  if (byCode.size > MOST_HOSPITALS)
    problems.push(
      problem('TOO_MANY', 'deliveries', `At most ${MOST_HOSPITALS} hospitals.`, 'Enter a second service.'),
    );
  const codes = [...byCode.values()].sort((a, b) => (a.odsCode < b.odsCode ? -1 : 1));
  return problems.length > 0 ? refuse(...problems) : accept(codes);
}

/** Most characters of a reference. */
export const REFERENCE_LENGTH = 300;

/** On what a change rests. @param today YYYY-MM-DD; nothing can have been confirmed later */
export function parseStamp(input: FactStamp, today: string): Result<FactStamp, Problem> {
  const organisation = parsePublicText(input.organisation, 'organisation', SHORT);
  const reference = parsePublicText(input.reference, 'reference', REFERENCE_LENGTH);
  const problems = [organisation, reference].flatMap((result) => (result.ok ? [] : result.problems));
  if (reference.ok && reference.value === '')
    problems.push(
      problem(
        'MISSING',
        'reference',
        'Nothing says where this comes from.',
        'Enter a document, a page with its day, or who told it in which function.',
      ),
    );
  if (
    !/^\d{4}-\d\d-\d\d$/.test(input.confirmedOn) ||
    !isDay(input.confirmedOn) ||
    input.confirmedOn < '2000-01-01'
  )
    problems.push(problem('NOT_A_DAY', 'confirmedOn', 'This is no day.', 'Enter a day such as 2027-03-31.'));
  else if (input.confirmedOn > today)
    problems.push(
      problem(
        'IN_THE_FUTURE',
        'confirmedOn',
        'This day has not come yet.',
        'Enter the day on which it was true.',
      ),
    );
  if (problems.length > 0 || !organisation.ok || !reference.ok) return refuse(...problems);
  const { confirmedOn, confirmer, source } = input;
  return accept({
    confirmedOn,
    confirmer,
    source,
    organisation: organisation.value,
    reference: reference.value,
  });
}

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
