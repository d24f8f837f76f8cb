import { useSearchParams } from 'react-router';

import { Page } from '../components/page.js';
import { SearchForm } from '../components/search-form.js';
import { SearchResults } from '../features/search-places/search-results.js';

/** `/search?q=`: the field again, then the matches. */
export function SearchRoute() {
  const [parameters] = useSearchParams();
  const text = (parameters.get('q') ?? '').trim().slice(0, 100);
  return (
    <Page heading={text === '' ? 'Search' : `Search: ${text}`} crumbs={[{ label: 'Home', path: '/' }]}>
      <SearchForm label="Find a hospital, trust, area or postcode" initialText={text} />
      <SearchResults text={text} />
    </Page>
  );
}
