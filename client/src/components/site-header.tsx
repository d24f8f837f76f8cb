import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';

const PLACES = [
  { path: '/map', label: 'Map and list' },
  { path: '/areas', label: 'Areas' },
  { path: '/services', label: 'Services' },
  { path: '/rounds', label: 'Results' },
  { path: '/explore', label: 'Explore' },
  { path: '/estimate', label: 'Estimates' },
  { path: '/case-studies', label: 'Case studies' },
  { path: '/early-implementers', label: 'Early implementers' },
  { path: '/methods', label: 'Methods' },
  { path: '/data', label: 'Data' },
];

/**
 * Service name and main places. Carries no NHS logo: its use needs approval. On a phone the places wait behind a button,
 * so that the page begins on the first screen; arriving anywhere closes them again, and so does Escape, which leads back to
 * the button.
 */
export function SiteHeader({ account }: { readonly account?: ReactNode }) {
  const { key } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === key;
  const button = useRef<HTMLButtonElement>(null);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (!open || event.key !== 'Escape') return;
    setOpenAt(null);
    button.current?.focus();
  };
  return (
    <>
      <a className="nhsuk-skip-link" href="#main-content">
        Skip to main content
      </a>
      <header className={`nhsuk-header la-header${open ? ' la-header--open' : ''}`} onKeyDown={closeOnEscape}>
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <Link className="nhsuk-header__service-name" to="/">
              Liaison Atlas
            </Link>
          </div>
          <button
            ref={button}
            type="button"
            className="la-menu-button"
            aria-expanded={open}
            onClick={() => setOpenAt(open ? null : key)}
          >
            Menu
          </button>
          {account}
        </div>
        <nav className="nhsuk-header__navigation" aria-label="Menu">
          <div className="nhsuk-header__navigation-container nhsuk-width-container">
            <ul className="nhsuk-header__navigation-list">
              {PLACES.map(({ path, label }) => (
                <li className="nhsuk-header__navigation-item" key={path}>
                  <NavLink className="nhsuk-header__navigation-link" to={path}>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      </header>
    </>
  );
}
