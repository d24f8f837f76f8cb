import { Link } from 'react-router';

import type { ShownArea } from './shown-area.js';

/** Where to go from here: parts of this page, the pathway, and other areas beside this one. */
export function NextSteps({
  area,
  roundId,
  from,
}: {
  readonly area: ShownArea;
  readonly roundId: string;
  /** From where distances are measured, as it was asked for; '' = the middle of the area. */
  readonly from: string;
}) {
  const round = `round=${encodeURIComponent(roundId)}`;
  const fromHere = from === '' ? '' : `&from=${encodeURIComponent(from)}`;
  return (
    <nav className="la-next la-no-print" aria-label="Next steps">
      <ul>
        <li>
          <a href="#services">Existing services</a>, and the{' '}
          <Link to={`/areas/${area.code}/pathway?${round}`}>
            pathway: where they meet, where none is recorded
          </Link>
        </li>
        <li>
          <a href="#need">Need</a>, <a href="#workforce">workforce</a>, <a href="#standards">standards</a>,{' '}
          <a href="#readiness">readiness</a>
        </li>
        <li>
          <Link to={`/areas/${area.code}/briefing?${round}${fromHere}`}>Briefing on two pages</Link>: all of
          this for a board, as a page, PDF or Word document
        </li>
        <li>
          <a href="#gaps">Who has solved it elsewhere</a>
        </li>
        <li>
          <Link to={`/compare?a=${area.code}&${round}`}>Compare with other areas or hospitals</Link>
        </li>
      </ul>
    </nav>
  );
}
