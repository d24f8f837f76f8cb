import type { Question, QuestionType } from '@liaison-atlas/shared/instrument/instrument';

/** What the designer calls the types of question. */
export const TYPE_WORDS: Readonly<Record<QuestionType, string>> = {
  choice: 'One choice',
  multi_choice: 'Several choices',
  matrix: 'Matrix: one choice for each row',
  number: 'Number',
  scale: 'Scale with worded ends',
  date: 'Date',
  short_text: 'Short text',
  long_text: 'Long text',
  hospital: 'Hospital picker',
};

export const REQUIRED_CHOICES = [
  { value: 'no', label: 'May be left empty' },
  { value: 'soft', label: 'Asked for once more, may be skipped' },
  { value: 'hard', label: 'Needs an answer' },
] as const satisfies readonly { value: Question['required']; label: string }[];

export const PRIVACY_CHOICES = [
  { value: 'none', label: 'A fact about a service' },
  { value: 'opinion', label: 'An opinion' },
  { value: 'personal', label: 'Personal: about the respondent' },
] as const satisfies readonly { value: Question['privacy']; label: string }[];

export const PUBLICATION_CHOICES = [
  { value: 'open', label: 'By hospital, with consent where asked' },
  { value: 'aggregate', label: 'In groups only' },
  { value: 'never', label: 'Never' },
] as const satisfies readonly { value: Question['publication']; label: string }[];

const hasList = (type: QuestionType): boolean =>
  type === 'choice' || type === 'multi_choice' || type === 'matrix';

/** Whether the type can offer ways not to answer beside its control; a text box cannot. */
export const offersAbsences = (type: QuestionType): boolean =>
  hasList(type) || type === 'number' || type === 'scale' || type === 'date';

/** Whether the type has options that are answers. */
export const offersAnswers = hasList;

/** The question with another type: what the new type cannot have is taken away, what it needs is put there. */
export function withType(question: Question, type: QuestionType): Question {
  const { options, scale, number, rows, maxLength, spssName, ...shared } = question;
  const kept = offersAbsences(type)
    ? (options ?? []).filter(({ kind }) => offersAnswers(type) || kind !== 'substantive')
    : [];
  return {
    ...shared,
    type,
    ...(kept.length > 0 && { options: kept }),
    ...(type === 'scale' && { scale: scale ?? NEW_SCALE }),
    ...(type === 'number' && number && { number }),
    ...(type === 'matrix' && { rows: rows ?? [] }),
    ...(type.endsWith('text') && maxLength !== undefined && { maxLength }),
    ...(type !== 'matrix' && spssName !== undefined && { spssName }),
  };
}

const NEW_SCALE = { min: 0, max: 10, step: 1, minLabel: { en: '' }, maxLabel: { en: '' } } as const;
