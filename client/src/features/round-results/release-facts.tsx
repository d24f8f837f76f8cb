import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';

import { SummaryList } from '../../components/summary-list.js';
import { releaseKindWords } from '../../lib/round-words.js';
import type { ShownResults } from './shown-results.js';
import { toCitation } from './to-citation.js';

/** What went before the release, in numbers; nothing where it stands on no freeze. */
function replyRows({ rightOfReply, signOffs }: ShownResults): { name: string; value: string }[] {
  if (rightOfReply === null || signOffs === null) return [];
  const { openedAt, offered, opened, right, wrong, scoresRefused, quotationsRefused, despite } = rightOfReply;
  const shown =
    openedAt === null
      ? 'Hospitals were not shown beforehand what stands under their names.'
      : `${offered} hospitals were offered what stands under their names from ${dayInWords(openedAt)}; ${opened} ` +
        `looked at it, ${right} found it right, ${wrong} objected, ${scoresRefused} refused the naming of the score, ` +
        `${quotationsRefused} of quotations.`;
  return [
    {
      name: 'Right of reply',
      value: despite === '' ? shown : `${shown} Released before it was over, because: ${despite}`,
    },
    {
      name: 'Signed off by',
      value:
        signOffs.given === 0
          ? 'nobody besides the publisher'
          : `${signOffs.given}: ${signOffs.roles.join(', ').replaceAll('_', ' ')}`,
    },
  ];
}

/** Downloads, citation and the versions by which every figure can be recomputed. */
export function ReleaseFacts({
  release,
  newest,
}: {
  readonly release: ShownResults;
  readonly newest: number;
}) {
  const { frame, number } = release;
  const superseded = newest !== number;
  // The address with the number keeps answering with this release, whatever comes later.
  const base = `/open/v1/rounds/${encodeURIComponent(release.round.id)}${superseded ? `/releases/${number}` : ''}`;
  return (
    <>
      <section aria-labelledby="downloads-heading">
        <h2 id="downloads-heading">Downloads</h2>
        {superseded && <p>These files hold release {number}, as the figures above do.</p>}
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
        <p>
          <a href={`/open/v1/rounds/${encodeURIComponent(release.round.id)}/releases`}>
            Every release of this round, with the address of its files (JSON)
          </a>
        </p>
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
            ...replyRows(release),
            { name: 'DOI', value: release.status.doi === '' ? 'none' : release.status.doi },
            { name: 'Program version', value: <span className="la-hash">{release.codeVersion}</span> },
            { name: 'SHA-256', value: <span className="la-hash">{release.sha256}</span> },
          ]}
        />
      </section>
    </>
  );
}
