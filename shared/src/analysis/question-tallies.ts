import type { AnalysisDataset } from '../cleaning/analysis-dataset.js';
import type { ClosedQuestion } from '../cleaning/claims.js';
import { positionOn } from './dataset-indicators.js';
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
 * asked counts as not known, never as "no". The dataset has to be made with the claims of these questions.
 * @throws RangeError when there are more hospitals than the frame has.
 */
export const questionTallies = (
  { hospitals }: Pick<AnalysisDataset, 'hospitals'>,
  questions: readonly ClosedQuestion[],
  frame: number,
): readonly QuestionTally[] =>
  questions.map(({ variable, text, claims }) => ({
    variable,
    text,
    options: claims.map(({ id, label }) => {
      const positions = hospitals.map((hospital) => positionOn(hospital, id));
      return { id, label, ...tallyPositions(positions, frame) };
    }),
  }));
