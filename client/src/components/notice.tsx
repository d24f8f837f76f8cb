import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ReactNode } from 'react';

/** Says in words what is being fetched; announced politely. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="la-loading" role="status">
      Loading {what}…
    </p>
  );
}

/** Says what went wrong and what to do about it; offers to try again where that can help. */
export function ProblemNotice({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}) {
  return (
    <div className="nhsuk-inset-text" role="alert">
      <p>
        <strong>{problem.message}</strong>
      </p>
      <p>{problem.mend}</p>
      {onRetry && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={onRetry}
        >
          Try again
        </button>
      )}
    </div>
  );
}

/** A remark set apart from the text. */
export function InsetText({ children }: { readonly children: ReactNode }) {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      {children}
    </div>
  );
}

/** Something the reader has to know before using what stands below it. */
export function WarningCallout({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading">
          <span className="nhsuk-u-visually-hidden">Important: </span>
          {heading}
        </h2>
        {children}
      </div>
    </div>
  );
}

/** Marks a part of a page that rests on invented answers. Shown on screen, in print and in the embedded map. */
export function SyntheticNotice({ kind }: { readonly kind: string }) {
  if (kind !== 'synthetic') return null;
  return (
    <p className="la-synthetic" role="note">
      <strong className="la-synthetic__word">SYNTHETIC</strong> These answers were generated to demonstrate
      Liaison Atlas. They say nothing about any real hospital.
    </p>
  );
}
