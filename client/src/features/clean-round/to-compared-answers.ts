import type { ShownForm } from './clean-round.graphql.js';

/** One question with what each form says; `differs` = they do not all say the same. */
export interface ComparedAnswer {
  readonly variable: string;
  readonly question: string;
  readonly texts: readonly string[];
  readonly differs: boolean;
}

/** Answers of several forms beside each other, in the order of the questionnaire; those that differ are marked. */
export function toComparedAnswers(forms: readonly Pick<ShownForm, 'answers'>[]): readonly ComparedAnswer[] {
  const [first] = forms;
  if (first === undefined) return [];
  return first.answers.map(({ variable, question }) => {
    const texts = forms.map(
      ({ answers }) => answers.find((answer) => answer.variable === variable)?.text ?? 'Not asked',
    );
    return { variable, question, texts, differs: new Set(texts).size > 1 };
  });
}
