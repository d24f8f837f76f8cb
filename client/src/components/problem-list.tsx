import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** Why something was refused, each reason with what to do about it. */
export function ProblemList({
  heading,
  problems,
}: {
  readonly heading: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" role="alert">
      <h3 className="nhsuk-error-summary__title">{heading}</h3>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {problems.map(({ code, field, message, mend }) => (
          <li key={`${code}-${field}-${message}`}>
            {message} {mend}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong with one field, in a sentence; '' = nothing. */
export function problemOf(problems: readonly Problem[], field: string): string {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? '' : `${found.message} ${found.mend}`;
}
