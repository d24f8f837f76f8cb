import type { AnswerRow } from '@liaison-atlas/shared/fieldwork/respond-parts';

import { besideQuestion } from './field-parts.js';

/** Id of a row's Change link, to which the error summary leads. */
export const changeId = (variable: string): string => `change-${variable}`;

/** Questions and answers in words, each with its Change link where it can still be changed. */
export function AnswerList({ rows }: { readonly rows: readonly AnswerRow[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row) => (
        <div className="nhsuk-summary-list__row" key={row.variable}>
          <dt className="nhsuk-summary-list__key">{row.label}</dt>
          <dd className="nhsuk-summary-list__value">
            {row.problem && (
              <span className="nhsuk-error-message">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                {besideQuestion(row.problem)}
              </span>
            )}
            {row.answer}
          </dd>
          {row.changeHref && (
            <dd className="nhsuk-summary-list__actions">
              <a href={row.changeHref} id={changeId(row.variable)}>
                Change<span className="nhsuk-u-visually-hidden"> the answer to: {row.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
