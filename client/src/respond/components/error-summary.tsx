/** One line of the error summary; `href` jumps to the control, '' when no control is at fault. */
export interface SummaryError {
  readonly href: string;
  readonly text: string;
}

/** All problems of a page at its top, each linking to its control. Renders nothing without problems. */
export function ErrorSummary({ errors }: { readonly errors: readonly SummaryError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" id="error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ href, text }) => (
              <li key={href + text}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
