import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { areaProfile } from '@liaison-atlas/shared/commissioning/area-profile';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { AreaFigures } from './area-figures.js';
import { AreaHospitals } from './area-hospitals.js';
import { areaReleaseQuery, placeQuery } from './area-profile.graphql.js';
import { NearestPlaces } from './nearest-places.js';
import { NextSteps } from './next-steps.js';
import type { ShownArea, ShownAreaRelease, ShownSite } from './shown-area.js';

interface AreaRecordProps {
  readonly area: ShownArea;
  readonly roundId: string;
  /** A postcode, its first half, or a hospital's code; '' = nothing to measure from. */
  readonly from: string;
  readonly sites: readonly ShownSite[];
}

/** What one release lets a commissioner know of an area, from what is known to what to do next. */
export function AreaRecord({ area, roundId, from, sites }: AreaRecordProps) {
  const [{ data, error }, again] = useQuery({ query: areaReleaseQuery, variables: { roundId } });
  if (error) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return <ProblemNotice problem={toProblem(error)} onRetry={retry} />;
  }
  const release = data?.release;
  if (!release || release.round.id !== roundId) return <Loading what="the hospitals of this area" />;
  const { gapSentence, figures, hospitals } = areaProfile(area, release);
  const { round } = release;
  return (
    <>
      <SyntheticNotice kind={round.kind} />
      <InsetText>
        <p>{gapSentence}</p>
      </InsetText>
      <section aria-labelledby="figures">
        <h2 id="figures">What is reported, and what is not known</h2>
        <AreaFigures figures={figures} release={release} />
      </section>
      <AreaHospitals name={area.name} hospitals={hospitals} />
      <FromHere from={from} release={release} />
      <NextSteps
        hospitals={hospitals}
        briefing={`/areas/${area.code}/briefing?${new URLSearchParams({ round: round.id, ...(from === '' ? {} : { from }) }).toString()}`}
      />
      <section aria-labelledby="programme">
        <h2 id="programme">The programme here</h2>
        {sites.length === 0 ? (
          <p>
            Whether an early implementer worked here is <strong>not known</strong>: only some of the sites are
            sourced.
          </p>
        ) : (
          <ul>
            {sites.map(({ id, name, wave, conditions }) => (
              <li key={id}>
                {name}, wave {wave}: {conditions || 'conditions not known'}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link to="/early-implementers">Early implementers and the timeline from 2011 to 2022</Link>
        </p>
      </section>
      <p className="la-source">
        {markedRoundTitle(round)}, release {release.number}, answers as at {dayInWords(release.asAt)}. The
        same as data:{' '}
        <a href={`/open/v1/areas/${area.code}.json?round=${encodeURIComponent(round.id)}`}>
          {area.code}.json
        </a>
        . <Link to="/methods">How figures are made</Link>.
      </p>
    </>
  );
}

/** What lies near the postcode or hospital of the address; without one, how to give it. */
function FromHere({ from, release }: { readonly from: string; readonly release: ShownAreaRelease }) {
  const hospital = release.hospitals.find(({ odsCode }) => odsCode === from.toUpperCase());
  const [{ data, fetching }] = useQuery({
    query: placeQuery,
    variables: { postcode: from },
    pause: from === '' || hospital !== undefined,
  });
  if (hospital)
    return <NearestPlaces from={hospital} fromWords={hospital.name} hospitals={release.hospitals} />;
  if (from !== '' && fetching) return <Loading what="the nearest hospitals" />;
  const place = data?.place;
  if (from === '' || !place)
    return (
      <section aria-labelledby="nearest">
        <h2 id="nearest">Nearest hospitals</h2>
        <p>
          {from !== '' && `“${from}” is no English postcode or hospital of the survey. `}
          <Link to="/areas">Search for a postcode</Link> to see the nearest hospitals and the nearest to learn
          from.
        </p>
      </section>
    );
  return (
    <>
      <InsetText>
        <p>
          {place.outcode} lies {place.icbMostly && 'mostly '}in {place.icb}, and in the CCGs of 2018{' '}
          {place.ccgMostly && 'mostly '}in {place.ccg}. This goes by the first half of the postcode and is
          approximate.
          {(place.icbMostly || place.ccgMostly) && ' To be sure, enter a hospital or choose the area.'}
          {place.mostlyOutsideEngland && ' Most of it lies outside England.'}
        </p>
      </InsetText>
      <NearestPlaces
        from={place}
        fromWords={`the middle of ${place.outcode}`}
        hospitals={release.hospitals}
      />
    </>
  );
}
