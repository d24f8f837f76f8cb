import { Link } from 'react-router';

import { Page } from '../components/page.js';
import { SearchForm } from '../components/search-form.js';
import { DemoOffers } from '../features/demo-access/demo-offers.js';
import { FiveFacts } from '../features/home/five-facts.js';

const ENTRIES = [
  {
    path: '/areas',
    heading: 'I plan or commission services',
    text: 'See for your area what is reported and what is not known; estimate need and staff; learn from others.',
  },
  {
    path: '/rounds',
    heading: 'I work in a liaison team',
    text: 'Read the results of each round. To answer, open the link in your invitation: it is your hospital’s own.',
  },
  {
    path: '/data',
    heading: 'I run or check the survey',
    text: 'Open data, definitions and the exact release behind every figure.',
  },
];

/** Start page: one search field, three ways in, the five facts of 2018. */
export function HomeRoute() {
  return (
    <Page heading="Liaison Atlas" wide>
      <p className="nhsuk-lede-text la-measure">
        How liaison psychiatry and psychological therapies (IAPT, now NHS Talking Therapies) work together for
        people with long-term conditions and medically unexplained symptoms in English acute hospitals.
      </p>
      <div className="la-hero-search">
        <SearchForm label="Find a hospital, trust, area or postcode" hint="For example: Oldham, RW6 or OL1" />
      </div>
      <ul className="la-cards">
        {ENTRIES.map(({ path, heading, text }) => (
          <li key={path}>
            <div className="nhsuk-card nhsuk-card--clickable">
              <div className="nhsuk-card__content">
                <h2 className="nhsuk-card__heading nhsuk-heading-m">
                  <Link className="nhsuk-card__link" to={path}>
                    {heading}
                  </Link>
                </h2>
                <p className="nhsuk-card__description">{text}</p>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <div className="la-measure">
        <FiveFacts />
        <p>
          <Link to="/rounds/2017-18">All figures of 2017-18 with their bounds and definitions</Link>
        </p>
        <DemoOffers />
      </div>
    </Page>
  );
}
