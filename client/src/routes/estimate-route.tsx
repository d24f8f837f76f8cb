import { ESTIMATE_SHEETS } from '@liaison-atlas/shared/commissioning/estimate-sheets';
import { Link, useParams } from 'react-router';

import { Page } from '../components/page.js';
import { EstimateScreen } from '../features/estimate-sheet/estimate-screen.js';
import { NotFoundRoute } from './not-found-route.js';

const HOME = { label: 'Home', path: '/' };

/** `/estimate` and `/estimate/:sheet`. */
export function EstimateRoute() {
  const { sheet: id } = useParams();
  if (id === undefined) return <EstimateIndex />;
  const sheet = ESTIMATE_SHEETS.find((one) => one.id === id);
  if (sheet === undefined) return <NotFoundRoute />;
  return (
    <Page
      heading={`Estimate: ${sheet.title.toLowerCase()}`}
      crumbs={[HOME, { label: 'Estimates', path: '/estimate' }]}
      wide
    >
      <EstimateScreen key={sheet.id} sheet={sheet} />
    </Page>
  );
}

function EstimateIndex() {
  return (
    <Page heading="Estimates for a plan" crumbs={[HOME]}>
      <p>
        Four sheets for commissioners, made from the published figures of 2016 to 2022. Every input can be
        changed and names its source; nothing is stored, and no account is needed.
      </p>
      <ul className="la-cards">
        {ESTIMATE_SHEETS.map(({ id, title, lead }) => (
          <li key={id}>
            <div className="nhsuk-card nhsuk-card--clickable">
              <div className="nhsuk-card__content">
                <h2 className="nhsuk-card__heading nhsuk-heading-m">
                  <Link className="nhsuk-card__link" to={`/estimate/${id}`}>
                    {title}
                  </Link>
                </h2>
                <p className="nhsuk-card__description">{lead}</p>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <p>
        Then look at the <Link to="/standards">standards</Link>, the{' '}
        <Link to="/readiness">readiness checklist</Link> and the <Link to="/case-studies">case studies</Link>.
      </p>
    </Page>
  );
}
