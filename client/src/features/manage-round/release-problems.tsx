import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** Why a release was refused, each reason with what to do about it. */
export function ReleaseProblems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div className="nhsuk-error-summary" role="alert">
      <h3 className="nhsuk-error-summary__title">Nothing was published</h3>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {problems.map(({ code, message, mend }) => (
          <li key={`${code}-${message}`}>
            {message} {mend}
          </li>
        ))}
      </ul>
    </div>
  );
}
