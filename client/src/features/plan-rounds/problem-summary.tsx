import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useRef } from 'react';

import { fieldId } from './fields.js';
import { fieldWords } from './plan-words.js';

/** Why something was refused; each problem leads to its field. Takes the focus when it appears. */
export function ProblemSummary({
  heading,
  problems,
}: {
  readonly heading: string;
  readonly problems: readonly Problem[];
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-error-summary__title">{heading}</h2>
      <ProblemLinks problems={problems} listClass="nhsuk-error-summary__list" />
    </div>
  );
}

/** Problems as links to the fields that mend them; a problem of no field is text. */
export function ProblemLinks({
  problems,
  listClass,
}: {
  readonly problems: readonly Problem[];
  readonly listClass: string;
}) {
  return (
    <ul className={`nhsuk-list ${listClass}`}>
      {problems.map(({ code, field, message, mend }) => (
        <li key={`${field} ${code}`}>
          {fieldWords(field) === field && field !== 'id' && field !== 'kind' && field !== 'from' ? (
            `${message} ${mend}`
          ) : (
            <a href={`#${fieldId(controlOf(field))}`}>
              {message} {mend}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Series and version are chosen in one box. */
const controlOf = (field: string): string => (field === 'instrumentKey' ? 'instrumentVersion' : field);
