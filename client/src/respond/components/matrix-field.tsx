import type { QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';
import type { Question } from '@liaison-atlas/shared/instrument/instrument';

import { describedBy, Hint, Legend, type Prominence, Warning } from './field-parts.js';
import { OptionList } from './option-list.js';

/**
 * A matrix: one choice for each of several rows. Every row is a group of radio buttons with its own legend and not a
 * line of a table, so that a screen reader names the row at each button and a narrow screen needs no scrolling.
 */
export function MatrixField(props: {
  readonly matrix: Question;
  readonly rows: readonly QuestionView[];
  readonly as: Prominence;
}) {
  const { matrix, rows, as } = props;
  const ids = { hint: `${matrix.variable}-matrix-hint`, warning: `${matrix.variable}-matrix-warning` };
  return (
    <fieldset
      className="nhsuk-fieldset respond-matrix"
      aria-describedby={describedBy(matrix.help && ids.hint, matrix.warning && ids.warning)}
    >
      <Legend text={matrix.text.en} as={as} />
      <Hint id={ids.hint} text={matrix.help?.en} />
      <Warning id={ids.warning} text={matrix.warning?.en} />
      {rows.map((view) => (
        <OptionList key={view.question.variable} view={view} as="row" />
      ))}
    </fieldset>
  );
}
