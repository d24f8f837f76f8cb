import type { ReactNode } from 'react';

/** What can be done with a sheet that somebody fills in: print it, begin anew, and whatever else stands beside these. */
export function SheetActions({
  onReset,
  children,
}: {
  readonly onReset: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="la-actions">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => window.print()}
      >
        Print
      </button>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={onReset}
      >
        Start again
      </button>
      {children}
    </div>
  );
}
