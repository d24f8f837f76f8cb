import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';

import { SummaryList } from '../../components/summary-list.js';
import { formatDay } from '../../lib/format.js';
import { releaseKindWords } from '../../lib/round-words.js';
import type { ShownResults } from './shown-results.js';
import { toCitation } from './to-citation.js';

/** Downloads, citation and the versions by which every figure can be recomputed. */
export function ReleaseFacts({ release }: { readonly release: ShownResults }) {
  const base = `/open/v1/rounds/${encodeURIComponent(release.round.id)}`;
  const { frame } = release;
  return (
    <>
      <section aria-labelledby="downloads-heading">
        <h2 id="downloads-heading">Downloads</h2>
        <ul>
          <li>
            <a href={`${base}/summary.json`}>Every figure on this page (JSON)</a>
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
            { name: 'Published', value: formatDay(release.publishedAt) },
            { name: 'Answers as at', value: formatDay(release.asAt) },
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
