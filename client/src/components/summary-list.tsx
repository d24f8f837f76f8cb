import type { ReactNode } from 'react';

/** Name and value pairs; a value that is not known is said in words by the caller. */
export function SummaryList({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(({ name, value }) => (
        <div className="nhsuk-summary-list__row" key={name}>
          <dt className="nhsuk-summary-list__key">{name}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
