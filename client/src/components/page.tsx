import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation, useNavigationType } from 'react-router';

/** One step of the way back to the start page. */
export interface Crumb {
  readonly label: string;
  readonly path: string;
}

interface PageProps {
  /** Text of the level-one heading; the browser's title is made from it. */
  readonly heading: string;
  /** A line above the heading that belongs to it, e.g. the trust's name. */
  readonly caption?: string;
  readonly crumbs?: readonly Crumb[];
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * The frame of one page: title, way back, heading. After a link was followed the heading takes the focus, so that
 * keyboard and screen-reader users start at the new page; a change of the address within a page moves nothing.
 */
export function Page({ heading, caption, crumbs = [], wide = false, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const arrivedBy = useNavigationType();

  useEffect(() => {
    document.title = heading === 'Liaison Atlas' ? heading : `${heading} – Liaison Atlas`;
  }, [heading]);

  useEffect(() => {
    if (arrivedBy !== 'PUSH' || hasHash()) return;
    window.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
    // Only a new path is a new page: how it was reached and the filters behind "?" must not steal the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);

  return (
    <>
      {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
      <main className="nhsuk-main-wrapper" id="main-content">
        <div className={wide ? 'la-wide' : 'nhsuk-grid-row'}>
          <div className={wide ? undefined : 'nhsuk-grid-column-two-thirds'}>
            <h1 className={`nhsuk-heading-${wide ? 'l' : 'xl'} la-page-heading`} tabIndex={-1} ref={title}>
              {caption && <span className="nhsuk-caption-l">{caption}</span>}
              {heading}
            </h1>
            {children}
          </div>
        </div>
      </main>
    </>
  );
}

const hasHash = (): boolean => window.location.hash !== '';

function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const last = crumbs.at(-1);
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {crumbs.map(({ label, path }) => (
          <li className="nhsuk-breadcrumb__list-item" key={path}>
            <Link className="nhsuk-breadcrumb__link" to={path}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
      {last && (
        <Link className="nhsuk-back-link" to={last.path}>
          <span className="nhsuk-u-visually-hidden">Back to </span>
          {last.label}
        </Link>
      )}
    </nav>
  );
}
