import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';

import { SummaryList } from '../../components/summary-list.js';
import { releaseKindWords } from '../../lib/round-words.js';
import type { ShownResults } from './shown-results.js';
import { toCitation } from './to-citation.js';

/** Downloads, citation and the versions by which every figure can be recomputed. */
export function ReleaseFacts({
  release,
  newest,
}: {
  readonly release: ShownResults;
  readonly newest: number;
}) {
  const base = `/open/v1/rounds/${encodeURIComponent(release.round.id)}`;
  const { frame } = release;
  const superseded = newest !== release.number;
  return (
    <>
      <section aria-labelledby="downloads-heading">
        <h2 id="downloads-heading">{superseded ? `Downloads of release ${newest}` : 'Downloads'}</h2>
        {superseded && (
          <p>
            The figures above are those of release {release.number}. Files exist for the newest release only:
            these hold release {newest}.
          </p>
        )}
        <ul>
          <li>
            <a href={`${base}/summary.json`}>
              {superseded ? `Every figure of release ${newest} (JSON)` : 'Every figure on this page (JSON)'}
            </a>
          </li>
          <li>
            <a href={`${base}/hospitals.csv`}>Hospital by hospital (CSV)</a>
          </li>
          <li>
            <a href={`${base}/hospitals.geojson`}>Hospital by hospital, with places (GeoJSON)</a>
          </li>
        </ul>
        <p className="la-source">{roundAttribution(release.round.kind)}</p>
      </section>
      <section aria-labelledby="citation-heading">
        <h2 id="citation-heading">How to cite</h2>
        <p className="la-hash">{toCitation(release, window.location.origin)}</p>
      </section>
      <section aria-labelledby="versions-heading">
        <h2 id="versions-heading">This release</h2>
        <SummaryList
          rows={[
            { name: 'Release', value: `${release.number}, ${releaseKindWords(release.kind)}` },
            { name: 'Published', value: dayInWords(release.publishedAt) },
            { name: 'Answers as at', value: dayInWords(release.asAt) },
            { name: 'Questionnaire', value: `version ${release.instrumentVersion}` },
            {
              name: 'Hospitals counted',
              value: `${frame.title}: ${frame.declaredSize === null ? '' : `${frame.declaredSize} stated by the source, without a list; `}${frame.listedSize} listed`,
            },
            { name: 'Source of the list', value: frame.source },
            { name: 'Program version', value: <span className="la-hash">{release.codeVersion}</span> },
            { name: 'SHA-256', value: <span className="la-hash">{release.sha256}</span> },
          ]}
        />
      </section>
    </>
  );
}
