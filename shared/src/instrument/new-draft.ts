import type { Instrument, Question } from './instrument.js';
import { HOSPITAL_VARIABLE } from './keys.js';

/** A first draft of a new series: a title, and the question that every questionnaire begins with. */
export const blankDraft = (key: string, title: string): Instrument => ({
  key,
  version: '',
  title: { en: title },
  status: 'draft',
  changeNote: '',
  information: [],
  pages: [
    {
      id: HOSPITAL_VARIABLE,
      title: { en: 'Your hospital' },
      optional: false,
      questions: [HOSPITAL_QUESTION],
    },
  ],
});

const HOSPITAL_QUESTION: Question = {
  variable: HOSPITAL_VARIABLE,
  type: 'hospital',
  text: { en: 'For which acute hospital are you answering?' },
  required: 'hard',
  privacy: 'none',
  publication: 'open',
  source: 'in every questionnaire: says for which hospital a form speaks',
};

/** A draft with everything that a version has; what it is compared with is said anew when it is published. */
export function draftFrom(version: Instrument): Instrument {
  const { comparability: _, ...content } = version;
  return { ...content, version: '', status: 'draft', changeNote: '' };
}
