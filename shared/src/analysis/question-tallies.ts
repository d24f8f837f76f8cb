import type { AnalysisDataset } from '../cleaning/analysis-dataset.js';
import type { ClosedQuestion } from './closed-questions.js';
import { indicatorPosition } from './indicator-position.js';
import type { Tally } from './indicator-result.js';
import { tallyPositions } from './tally.js';

/** How the hospitals of a frame answer one closed question. Units are hospitals, never forms. */
export interface QuestionTally {
  readonly variable: string;
  readonly text: string;
  /** Each option with its own tally: yes = it was chosen, no = another one was. */
  readonly options: readonly (Tally & { readonly id: string; readonly label: string })[];
}

/**
 * Every closed question over a frame (methods C3), whatever the questionnaire: a hospital in conflict, silent or not
 * asked counts as not known, never as "no". The dataset has to be made with the questions of the questionnaire.
 * @throws RangeError when there are more hospitals than the frame has.
 */
export const questionTallies = (
  { hospitals }: Pick<AnalysisDataset, 'hospitals'>,
  questions: readonly ClosedQuestion[],
  frame: number,
): readonly QuestionTally[] =>
  questions.map(({ variable, text, options }) => ({
    variable,
    text,
    options: options.map(({ label, ...answer }) => {
      const positions = hospitals.map((hospital) => indicatorPosition(hospital, answer));
      return { id: answer.id, label, ...tallyPositions(positions, frame) };
    }),
  }));
