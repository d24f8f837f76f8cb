import type { Instrument, Option, Question } from './instrument.js';
import { STANDARD_ABSENCES } from './standard-options.js';

const [I_DONT_KNOW, NOT_APPLICABLE] = STANDARD_ABSENCES;
const option = (code: string, en: string): Option => ({ code, label: { en }, kind: 'substantive' });

const of = (
  question: Pick<Question, 'variable' | 'type'> & Partial<Question> & { readonly en: string },
): Question => {
  const { en, ...rest } = question;
  return {
    text: { en },
    required: 'no',
    privacy: 'none',
    publication: 'open',
    source: 'example for tests',
    ...rest,
  };
};

/** A small questionnaire with every type of question and every kind of condition. For tests; no round uses it. */
export const EXAMPLE_SURVEY: Instrument = {
  key: 'example-survey',
  version: '1.0',
  title: { en: 'Example survey' },
  status: 'published',
  changeNote: 'First version.',
  information: [{ heading: { en: 'About' }, paragraphs: [{ en: 'An example.' }] }],
  pages: [
    {
      id: 'hospital',
      title: { en: 'Your hospital' },
      optional: false,
      questions: [of({ variable: 'hospital', type: 'hospital', en: 'Which hospital?', required: 'hard' })],
    },
    {
      id: 'team',
      title: { en: 'The team' },
      optional: false,
      questions: [
        of({
          variable: 'has_team',
          type: 'choice',
          en: 'Is there a team?',
          required: 'hard',
          options: [option('yes', 'Yes'), option('no', 'No'), I_DONT_KNOW],
        }),
        of({
          variable: 'staff',
          type: 'number',
          en: 'How many staff?',
          required: 'soft',
          number: { min: 0, max: 200, step: 0.1, unit: { en: 'whole-time equivalents' } },
          options: [I_DONT_KNOW],
          relevance: { variable: 'has_team', isOneOf: ['yes'] },
        }),
        of({
          variable: 'professions',
          type: 'multi_choice',
          en: 'Which professions?',
          options: [option('doctor', 'Doctors'), option('nurse', 'Nurses'), I_DONT_KNOW],
          relevance: { variable: 'staff', atLeast: 1 },
        }),
      ],
    },
    {
      id: 'hours',
      title: { en: 'Hours' },
      optional: true,
      questions: [
        of({
          variable: 'cover',
          type: 'matrix',
          en: 'Who sees patients?',
          help: { en: 'One answer a row.' },
          required: 'soft',
          options: [option('team', 'The team'), option('others', 'Others'), I_DONT_KNOW, NOT_APPLICABLE],
          rows: [
            { code: 'day', label: { en: 'Weekdays' } },
            { code: 'night', label: { en: 'Nights' } },
          ],
          relevance: { variable: 'professions', isNoneOf: ['nurse'] },
        }),
        of({
          variable: 'since',
          type: 'date',
          en: 'Since when?',
          relevance: {
            allOf: [
              { variable: 'cover_day', isOneOf: ['team'] },
              {
                anyOf: [
                  { variable: 'staff', atMost: 100 },
                  { variable: 'staff', isOneOf: ['dont_know'] },
                ],
              },
            ],
          },
        }),
        of({
          variable: 'score',
          type: 'scale',
          en: 'How well does it work?',
          privacy: 'opinion',
          publication: 'aggregate',
          scale: { min: 0, max: 10, step: 1, minLabel: { en: 'Badly' }, maxLabel: { en: 'Well' } },
          relevance: { variable: 'cover_night', isAnswered: true },
        }),
        of({ variable: 'name_of_team', type: 'short_text', en: 'What is the team called?' }),
        of({ variable: 'remarks', type: 'long_text', en: 'Anything else?' }),
      ],
    },
  ],
};
