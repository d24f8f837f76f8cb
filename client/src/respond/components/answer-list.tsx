import type { AnswerRow } from '@liaison-atlas/shared/fieldwork/respond-page';

import { problemText } from './field-parts.js';

/** Id under which a row is reached from the error summary. */
export const rowId = (variable: string): string => `row-${variable}`;

/** Questions and answers in words, each with its Change link where it can still be changed. */
export function AnswerList({ rows }: { readonly rows: readonly AnswerRow[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row) => (
        <div className="nhsuk-summary-list__row" key={row.variable} id={rowId(row.variable)}>
          <dt className="nhsuk-summary-list__key">{row.label}</dt>
          <dd className="nhsuk-summary-list__value">
            {row.problem && (
              <span className="nhsuk-error-message">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                {problemText(row.problem)}
              </span>
            )}
            {row.answer}
          </dd>
          {row.changeHref && (
            <dd className="nhsuk-summary-list__actions">
              <a href={row.changeHref}>
                Change<span className="nhsuk-u-visually-hidden"> the answer to: {row.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
