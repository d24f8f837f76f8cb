import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { AreaFigures } from './area-figures.js';
import { AreaHospitals } from './area-hospitals.js';
import { areaProfileQuery } from './area-profile.graphql.js';
import { NearestPlaces } from './nearest-places.js';
import { NextSteps } from './next-steps.js';
import { Elsewhere, Plans } from './profile-parts.js';
import { isProfilePart, type ShownArea, type ShownProfile } from './shown-area.js';

interface AreaRecordProps {
  readonly area: ShownArea;
  readonly roundId: string;
  /** A postcode, its first half, or a hospital's code; '' = the middle of the area. */
  readonly from: string;
  /** The part about existing services, by the code of the area. */
  readonly services: (code: string) => ReactNode;
}

/** What one release lets a commissioner know of an area, from what is known to what to do next. */
export function AreaRecord({ area, roundId, from, services }: AreaRecordProps) {
  const [{ data, error, fetching }, again] = useQuery({
    query: areaProfileQuery,
    variables: { code: area.code, roundId, from },
  });
  const profile = data?.areaProfile;
  usePartOfAddress(profile !== undefined);
  if (error) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return <ProblemNotice problem={toProblem(error)} onRetry={retry} />;
  }
  if (!profile || (fetching && profile.round.id !== roundId))
    return <Loading what="the hospitals of this area" />;
  const { round } = profile;
  return (
    <>
      <SyntheticNotice kind={round.kind} />
      <InsetText>
        <p>{profile.gapSentence}</p>
      </InsetText>
      <NextSteps area={area} roundId={round.id} from={from} />
      <section aria-labelledby="figures">
        <h2 id="figures" tabIndex={-1}>
          What is reported, and what is not known
        </h2>
        <AreaFigures profile={profile} />
        {profile.unplaced !== '' && <p>{profile.unplaced}</p>}
      </section>
      {area.level === 'england' ? (
        <section aria-labelledby="hospitals">
          <h2 id="hospitals" tabIndex={-1}>
            Hospitals
          </h2>
          <p>
            <Link to={`/map?round=${encodeURIComponent(round.id)}`}>
              All {profile.hospitals.length} on the list and the map
            </Link>
          </p>
        </section>
      ) : (
        <AreaHospitals name={area.name} hospitals={profile.hospitals} />
      )}
      <NearestPlaces near={profile.near} from={from} areaCode={area.code} level={area.level} />
      {services(area.code)}
      <Plans area={area} />
      <Elsewhere hospitals={profile.hospitals} />
      <Timeline sites={profile.programmeSites} />
      <p className="la-source">
        {markedRoundTitle(round)}, release {profile.release}, answers as at {dayInWords(profile.asAt)}. The
        same as data:{' '}
        <a href={`/open/v1/areas/${area.code}.json?round=${encodeURIComponent(round.id)}`}>
          {area.code}.json
        </a>
        . <Link to="/methods">How figures are made</Link>.
      </p>
    </>
  );
}

/** After "#need" in the address that part is shown and takes the focus, once it is there. */
function usePartOfAddress(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    const part = hash.slice(1);
    if (!isThere || !isProfilePart(part)) return;
    const heading = document.getElementById(part);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [hash, isThere]);
}

function Timeline({ sites }: { readonly sites: ShownProfile['programmeSites'] }) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" tabIndex={-1}>
        The programme here
      </h2>
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
  );
}
