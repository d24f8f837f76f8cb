import { perspectiveWords, type RoundNote, type RoundSettings, completeSettings } from './round-settings.js';

/** For how long a round keeps what is personal, in months; set by whoever runs the product. */
export interface RoundRetention {
  /** After a round's last answer, forms that were never sent are emptied. */
  readonly unsentForms: number;
  /** After the final release, names and addresses of those who were invited are erased. */
  readonly contacts: number;
}

/** What is erased when, in sentences: the same for respondents and for the lead. */
export const retentionWords = ({ unsentForms, contacts }: RoundRetention): readonly string[] => [
  `Forms that were begun and never sent are emptied ${months(unsentForms)} after the round has taken its last answer.`,
  `Names and e-mail addresses of those who were invited are erased ${months(contacts)} after the final release. They lie apart from the answers.`,
  'The address from which a form is sent is never kept with its answers.',
  'Forms that were sent are kept, because every published figure must be possible to recompute from them. A form that is withdrawn is erased on the spot.',
];

/**
 * What a round says about itself on the information page, in sentences; none where it has said nothing. Rounds from
 * before there were notes have the words of their questionnaire only.
 */
export function roundNoteWords(settings: RoundSettings, retention: RoundRetention): readonly string[] {
  if (settings.note === undefined || settings.note.purpose === '') return [];
  const { note, perspectives } = completeSettings(settings);
  return [
    `This round asks ${inWords(perspectives.map(perspectiveWords))}.`,
    purposeWords(note),
    ...(note.legalBasis === '' ? [] : [legalBasisWords(note)]),
    ...(note.furtherWords === '' ? [] : note.furtherWords.split(/\n+/)),
    ...retentionWords(retention),
  ];
}

function purposeWords({ purpose, approval }: RoundNote): string {
  if (purpose === 'research')
    return `It is research${approval === '' ? '' : `, approved under the reference ${approval}`}. Taking part is voluntary.`;
  return 'It is a service evaluation: it describes services as they are, and does not test a treatment. Taking part is voluntary.';
}

function legalBasisWords({ legalBasis, legalBasisWhy }: RoundNote): string {
  const basis =
    legalBasis === 'public_task'
      ? 'a task in the public interest, Article 6(1)(e) of the UK GDPR'
      : 'legitimate interests, Article 6(1)(f) of the UK GDPR';
  return `The legal basis for using what can be personal data in the answers is ${basis}.${legalBasisWhy === '' ? '' : ` ${legalBasisWhy}`}`;
}

const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const months = (count: number): string => `${count} ${count === 1 ? 'month' : 'months'}`;
