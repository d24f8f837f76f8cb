import { Link } from 'react-router';

import { Page } from '../components/page.js';
import { SearchForm } from '../components/search-form.js';

/** An address that leads nowhere: says so and offers the search. */
export function NotFoundRoute() {
  return (
    <Page heading="Page not found">
      <p>There is no page at this address. If you typed it, check the spelling.</p>
      <SearchForm label="Find a hospital, trust, area or postcode" />
      <p>
        Or go to the <Link to="/">start page</Link>, the <Link to="/map">map and list</Link> or the{' '}
        <Link to="/rounds">results</Link>.
      </p>
    </Page>
  );
}
