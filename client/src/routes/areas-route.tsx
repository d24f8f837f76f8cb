import { Link, useParams } from 'react-router';

import { Page } from '../components/page.js';
import { SearchForm } from '../components/search-form.js';
import { AreaList } from '../features/area-list/area-list.js';
import { AreaPage } from '../features/area-profile/area-page.js';
import { ServicesHere } from '../features/service-register/services-here.js';

/** `/areas`, `/areas/:code` and its parts. */
export function AreasRoute() {
  const { code, part } = useParams();
  if (code !== undefined)
    return (
      <AreaPage
        key={code}
        code={code.toUpperCase()}
        part={part}
        services={(area) => <ServicesHere area={area} />}
      />
    );
  return (
    <Page heading="Find an area" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <p className="la-measure">
        See what exists, and what nobody has said, before you commission. A postcode is looked up by its first
        half, on this server, and is right for 98 in 100 of them.
      </p>
      <SearchForm
        label="Postcode, hospital, trust, ICB, CCG of 2018 or region"
        hint="For example: OL1, Royal Oldham, or Greater Manchester"
      />
      <p>
        <Link to="/areas/england">England as a whole</Link>,{' '}
        <Link to="/compare">compare areas or hospitals side by side</Link>
      </p>
      <AreaList />
    </Page>
  );
}
