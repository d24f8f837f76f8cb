import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';

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

/** Service name and main places. Carries no NHS logo: its use needs approval. */
export function SiteHeader({ account }: { readonly account?: ReactNode }) {
  return (
    <>
      <a className="nhsuk-skip-link" href="#main-content">
        Skip to main content
      </a>
      <header className="nhsuk-header">
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <Link className="nhsuk-header__service-name" to="/">
              Liaison Atlas
            </Link>
          </div>
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
