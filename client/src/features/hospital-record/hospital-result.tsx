import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { ladderMeaning } from '@liaison-atlas/shared/analysis/ladder-label';
import { Link } from 'react-router';

import { Details } from '../../components/details.js';
import { SyntheticNotice } from '../../components/notice.js';
import { markedRoundTitle, releaseKindWords } from '../../lib/round-words.js';
import { LadderMark } from '../../map/ladder-mark.js';
import { LadderSteps } from './ladder-steps.js';
import type { ShownHospitalResult } from './shown-hospital.js';
import { SimilarHospitals } from './similar-hospitals.js';

/** What one release says of the hospital, where it stands on the ladder, and where that comes from. */
export function HospitalResult({
  odsCode,
  result,
}: {
  readonly odsCode: string;
  readonly result: ShownHospitalResult;
}) {
  const { round, release, asAt, hospital } = result;
  const { category, otherProvision, label, score, marker } = hospital;
  return (
    <section aria-labelledby={`result-${round.id}`}>
      <h2 id={`result-${round.id}`}>{markedRoundTitle(round)}</h2>
      <SyntheticNotice kind={round.kind} />
      {round.kind === 'synthetic' && <p>Shown as {hospital.name}.</p>}
      <p className="la-with-mark">
        <LadderMark code={category} /> <strong>{label}</strong>
      </p>
      <p>{ladderMeaning(category, otherProvision)}</p>
      {/* The marker of an old round says the same with its own date. */}
      {score !== null && !marker.includes(`${score} of 100`) && (
        <p>
          Integration {score} of 100, as judged by the liaison team: one respondent’s view, {dayInWords(asAt)}
          . The parent trust may have changed since.
        </p>
      )}
      {marker !== '' && <p>{marker}</p>}
      {category !== 'NP' && category !== 'NR' && <LadderSteps code={category} />}
      <SimilarHospitals odsCode={odsCode} roundId={round.id} />
      <p className="la-no-print">
        <Link to={`/compare?a=${odsCode}&round=${encodeURIComponent(round.id)}`}>
          Compare with other hospitals or areas
        </Link>
      </p>
      <Details summary={`Where this comes from (${round.id})`}>
        <p>
          Release {release.number}, {releaseKindWords(release.kind)}, published{' '}
          {dayInWords(release.publishedAt)}. Answers as at {dayInWords(asAt)}; collected {round.fieldwork}.
        </p>
        <p>
          <Link to={`/rounds/${round.id}`}>All figures and notes of this round</Link>
        </p>
        <p className="la-hash">SHA-256 of the release: {release.sha256}</p>
      </Details>
    </section>
  );
}
