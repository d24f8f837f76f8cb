import { Link } from 'react-router';

/** Support links and what this site is. */
export function SiteFooter() {
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {[
              ['/accessibility', 'Accessibility'],
              ['/privacy', 'Privacy'],
              ['/methods', 'Methods'],
              ['/data', 'Open data and licences'],
            ].map(([path, label]) => (
              <li className="nhsuk-footer__list-item" key={path}>
                <Link className="nhsuk-footer__list-item-link" to={path ?? '/'}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">
            Liaison Atlas shows what hospitals reported in surveys. It gives no advice on care and is not an
            NHS website.
          </p>
        </div>
      </div>
    </footer>
  );
}
