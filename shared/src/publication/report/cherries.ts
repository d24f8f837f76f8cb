import { PUBLISHED_2018 } from '../published-2018.js';
import type { ReleaseDocument } from '../release.js';
import { CHERRIES_2018 } from './cherries-2018.js';
import { CHERRIES_IDS, CHERRIES_ITEMS, type Known } from './cherries-items.js';
import type { ReportFacts } from './report-facts.js';

/** One item of the checklist for reports of online surveys (Eysenbach 2004). */
export interface CherriesItem {
  readonly id: string;
  readonly heading: string;
  /** What is known of it; '' = nothing, to be written by the team. */
  readonly answer: string;
  /** Where the answer comes from; '' where there is none. */
  readonly source: string;
}

/** The checklist of a round, filled as far as the system knows; every item stands in it, blank or not. */
export function cherriesOf(release: ReleaseDocument, facts: ReportFacts): readonly CherriesItem[] {
  const known = release.round.id === PUBLISHED_2018.roundId ? CHERRIES_2018 : ofRound(release, facts);
  return CHERRIES_IDS.map((id) => {
    const [answer, source] = known[id] ?? ['', ''];
    return { id, heading: CHERRIES_ITEMS[id], answer, source };
  });
}

const PURPOSE = {
  '': 'Its purpose is not recorded.',
  service_evaluation: 'A service evaluation.',
  research: 'Research.',
} as const;
const BASIS = {
  legitimate_interests: 'legitimate interests, Article 6(1)(f) of the UK GDPR',
  public_task: 'a public task, Article 6(1)(e) of the UK GDPR',
} as const;

function ofRound(release: ReleaseDocument, facts: ReportFacts): Known {
  const { forms, frame, instrument, round } = release;
  const { note } = facts;
  const invited = facts.mailings.filter(({ kind }) => kind === 'invitation');
  const reminded = facts.mailings.filter(({ kind }) => kind === 'reminder');
  const conditional = facts.questions.filter(({ when }) => when !== '').length;
  const required = facts.questions.filter((question) => question.required).length;
  const questionnaire = `questionnaire ${instrument.key} ${instrument.version}`;
  const open = facts.openLinks.length > 0;
  return {
    design: [
      `One questionnaire to every hospital of a frame, for ${facts.perspectives.join(', ')}. ${PURPOSE[note.purpose]}`,
      'plan of the round',
    ],
    frame: [`${frame.title}: ${frame.listedSize} hospitals, as of ${frame.asOf}.`, 'frame of the round'],
    ...(note.purpose === 'service_evaluation' && {
      ethics: ['Not asked for: a service evaluation needs none.', 'plan of the round'] as const,
    }),
    ...(note.approval !== '' && { ethics: [`Approval ${note.approval}.`, 'plan of the round'] as const }),
    ...(facts.consentQuestions.length > 0 && {
      consent: [
        `${facts.information ? 'Information stood before the first question. ' : ''}Consent was asked item by item: ` +
          `${facts.consentQuestions.join(', ')}.`,
        questionnaire,
      ] as const,
    }),
    ...(note.legalBasis !== '' && {
      protection: [
        `Legal basis: ${BASIS[note.legalBasis]}. Names and addresses are kept apart from answers.`,
        'plan of the round',
      ] as const,
    }),
    openness: [
      open
        ? `Both: personal links, and open links for ${facts.openLinks.join(', ')}.`
        : 'Closed: each link was made for one hospital.',
      'links of the round',
    ],
    ...(invited.length + reminded.length > 0 && {
      contact: [
        `By e-mail: ${sentTo(invited)} invited, ${reminded.length} reminders (${sentTo(reminded)}).`,
        'mailings of the round',
      ] as const,
    }),
    dates: [
      facts.opensAt === null
        ? round.fieldwork
        : `Opened ${facts.opensAt}; ${facts.closesAt === null ? 'no last day was set' : `closed ${facts.closesAt}`}` +
          `${facts.correctionsUntil === null ? '' : `; corrections until ${facts.correctionsUntil}`}.`,
      'plan of the round',
    ],
    mandatory: [
      `Answering was voluntary. Of ${facts.questions.length} questions, ${required} had to be answered, ` +
        '"I don\'t know" included.',
      questionnaire,
    ],
    order: ['No: the order is the same for everybody.', questionnaire],
    adaptive: [
      conditional === 0 ? 'None.' : `${conditional} of ${facts.questions.length} questions.`,
      questionnaire,
    ],
    items: [
      `${facts.questions.length} questions on ${facts.pages} pages, ${(facts.questions.length / facts.pages).toFixed(1)} a page.`,
      questionnaire,
    ],
    pages: [`${facts.pages}, beside the check of the answers.`, questionnaire],
    completeness: [
      'Before sending; what must be answered and is not is named, with a link to it.',
      'answering pages',
    ],
    viewRate: ['Not collected: visits are not counted.', 'answering pages'],
    review: ['Yes: a page shows all answers with a way to change each.', 'answering pages'],
    visitors: [
      'By the link, not by cookies or addresses. A link stands for one hospital; what comes by an open link is ' +
        'matched when forms are cleaned.',
      'answering pages',
    ],
    completion:
      forms.partial === null
        ? ['Not known: forms that were begun and not sent are not counted.', 'forms of the release']
        : [
            `${forms.received} forms sent of ${forms.received + forms.partial} begun.`,
            'forms of the release',
          ],
    duplicates: [
      'Every form is kept. One position is derived for each hospital: agreement holds, a known answer stands before ' +
        '"I don\'t know", opposite answers are a conflict and count as not known.',
      'rules of cleaning, methods C1',
    ],
    incomplete: [
      'They reach no indicator; they are counted in the response rates that ask for them, and erased later.',
      'methods C1',
    ],
    cutOff: ['None: no form is left out for the time it took.', 'rules of cleaning'],
    weighting: ['None: shares are unweighted counts of hospitals.', 'methods D6'],
  };
}

const sentTo = (mailings: ReportFacts['mailings']): string =>
  `${mailings.reduce((sum, { recipients }) => sum + recipients, 0)} people` +
  (mailings.length === 0 ? '' : ` on ${mailings.map(({ day }) => day).join(', ')}`);
