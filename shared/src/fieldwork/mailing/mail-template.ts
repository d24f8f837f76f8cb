import { cleanText } from '../../kernel/clean-text.js';
import type { Problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';
import type { MailingKind } from './mailing-kind.js';

/** What a text may leave open, in braces. */
export const PLACEHOLDERS = ['name', 'hospital', 'round', 'closes', 'link', 'stop', 'answers'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What each stands for, in words for the survey lead. */
export const PLACEHOLDER_WORDS: Readonly<Record<Placeholder, string>> = {
  name: 'the name of the person, or "colleague" where it is not known',
  hospital: 'the hospital that is asked about',
  round: 'the title of the round',
  closes: 'the last day for answers',
  link: 'the link to the form; made for this mail when it is sent',
  stop: 'the link by which the person gets no more mail; made when it is sent',
  answers: 'a copy of the answers; put in when it is sent',
};

/** Filled in only when the mail is sent: secrets, and what the outbox must not hold. */
export const FILLED_LATE: readonly Placeholder[] = ['link', 'stop', 'answers'];

/** What a text of a kind must hold, beside what the law asks for: a way to get no more mail. */
const NEEDED: Readonly<Record<MailingKind, readonly Placeholder[]>> = {
  invitation: ['link', 'stop'],
  reminder: ['link', 'stop'],
  thanks: ['stop'],
};

/** Longest subject and text. */
export const MOST_SUBJECT = 150;
export const MOST_BODY = 10_000;

/** A text as it is kept. */
export interface MailTemplate {
  readonly subject: string;
  readonly body: string;
}

/**
 * Checks a text before anybody gets it: every placeholder is known and has its place, the link and the way to get no more
 * mail are there, and the subject is one line. Refuses with all problems at once.
 */
export function checkTemplate(kind: MailingKind, template: MailTemplate): Result<MailTemplate, Problem> {
  const subject = cleanText(template.subject.trim(), 'subject', MOST_SUBJECT);
  const body = cleanText(template.body.trim(), 'body', MOST_BODY);
  const problems: Problem[] = [...(subject.ok ? [] : subject.problems), ...(body.ok ? [] : body.problems)];
  if (!subject.ok || !body.ok) return { ok: false, problems };
  if (subject.value === '' || subject.value.includes('\n')) problems.push(NO_SUBJECT);
  if (body.value === '') problems.push(NO_BODY);
  for (const mark of marksOf(`${subject.value} ${body.value}`))
    if (!(PLACEHOLDERS as readonly string[]).includes(mark)) problems.push(unknownMark(mark));
  for (const mark of FILLED_LATE)
    if (marksOf(subject.value).includes(mark)) problems.push(notInSubject(mark));
  if (kind !== 'thanks' && marksOf(body.value).includes('answers')) problems.push(ONLY_IN_THANKS);
  for (const mark of NEEDED[kind]) if (!marksOf(body.value).includes(mark)) problems.push(missingMark(mark));
  return problems.length > 0 ? refuse(...problems) : accept({ subject: subject.value, body: body.value });
}

/** Everything that stands in braces, each once. A lone brace is text. */
const marksOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, inside = '']) => inside)),
];

/** Values of the placeholders that are filled in when a mail is queued. */
export type EarlyValues = Readonly<Record<Exclude<Placeholder, 'link' | 'stop' | 'answers'>, string>>;

/**
 * The text for one person. What is filled in late keeps its braces; braces in a name or a title become brackets, so that
 * nobody's name can stand in for a link.
 */
export function fillTemplate({ subject, body }: MailTemplate, values: EarlyValues): MailTemplate {
  const fill = (text: string): string =>
    text.replace(/\{(name|hospital|round|closes)\}/g, (_, mark: keyof EarlyValues) =>
      values[mark].replaceAll('{', '(').replaceAll('}', ')'),
    );
  // A subject is one line of a header.
  return { subject: fill(subject).replace(/\s+/g, ' ').slice(0, 200), body: fill(body) };
}

const unknownMark = (mark: string): Problem => ({
  code: 'UNKNOWN_PLACEHOLDER',
  field: 'body',
  message: `{${mark.slice(0, 40)}} stands for nothing.`,
  mend: `Use one of ${PLACEHOLDERS.map((each) => `{${each}}`).join(', ')}, or write brackets instead of braces.`,
});
const notInSubject = (mark: string): Problem => ({
  code: 'MISPLACED_PLACEHOLDER',
  field: 'subject',
  message: `{${mark}} cannot stand in the subject.`,
  mend: 'Move it into the text.',
});
const missingMark = (mark: Placeholder): Problem => ({
  code: 'MISSING_PLACEHOLDER',
  field: 'body',
  message: `The text lacks {${mark}}: ${PLACEHOLDER_WORDS[mark]}.`,
  mend: `Put {${mark}} on a line of its own.`,
});
const ONLY_IN_THANKS: Problem = {
  code: 'MISPLACED_PLACEHOLDER',
  field: 'body',
  message: '{answers} can stand in thanks only: before that there are none.',
  mend: 'Take it out.',
};
const NO_SUBJECT: Problem = {
  code: 'MISSING_VALUE',
  field: 'subject',
  message: 'The subject is missing.',
  mend: 'Say on one line what the mail is about.',
};
const NO_BODY: Problem = {
  code: 'MISSING_VALUE',
  field: 'body',
  message: 'The text is missing.',
  mend: 'Write what the recipients should read.',
};
