import type { ResultOf } from 'gql.tada';
import { useEffect, useState } from 'react';

import { type BoundaryArea, type BoundaryLevel, loadBoundaries } from '../../map/boundaries.js';
import { MAP_COLOURS } from '../../map/map-colours.js';
import { toMarkPieces } from '../../map/mark-pieces.js';
import type { comparisonQuery } from './compare.graphql.js';
import { toOutline } from './to-outline.js';

export type ShownComparison = ResultOf<typeof comparisonQuery>['comparison'];
export type ShownPlace = ShownComparison['places'][number];

const WIDTH = 240;
const HEIGHT = 260;
/** From so many hospitals on, marks are drawn small. */
const MANY = 40;

/** A still picture of a place with its hospitals; the table says the same in words. */
export function PlaceMap({ place }: { readonly place: ShownPlace }) {
  const level = levelOf(place);
  const [areas, setAreas] = useState<readonly BoundaryArea[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    loadBoundaries(level).then(
      (loaded) => current && setAreas(loaded),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [level]);
  const count = place.hospitals.length;
  // A whole country has too many marks for their full size.
  const size = count > MANY ? 0.35 : 0.75;
  const caption = `${place.name}: ${count} ${count === 1 ? 'hospital' : 'hospitals'}`;
  const drawn = new Set(place.hospitals.map(({ icbCode }) => icbCode));
  const shapes = (areas ?? [])
    .filter(({ code }) =>
      place.area?.level === 'england'
        ? true
        : level === 'icb' && isBySite(place)
          ? drawn.has(code)
          : code === place.code,
    )
    .map(({ feature }) => feature.geometry);
  const outline = toOutline(shapes, WIDTH, HEIGHT);
  return (
    <figure className="la-place-map">
      {outline && (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Map of ${caption}`} focusable="false">
          {outline.paths.map((path) => (
            <path key={path.slice(0, 40)} d={path} fill={MAP_COLOURS.land} stroke={MAP_COLOURS.boundary} />
          ))}
          {place.hospitals.map(({ odsCode, category, longitude, latitude }) => {
            const { x, y } = outline.project(longitude, latitude);
            return (
              <g key={odsCode} transform={`translate(${x - 12 * size} ${y - 12 * size}) scale(${size})`}>
                {toMarkPieces(category).map(({ path, fill, stroke, width, dash }) => (
                  <path
                    key={path}
                    d={path}
                    fill={fill}
                    stroke={stroke}
                    strokeWidth={width}
                    strokeDasharray={dash.length > 0 ? dash.join(' ') : undefined}
                  />
                ))}
              </g>
            );
          })}
        </svg>
      )}
      <figcaption>
        {caption}
        {isBySite(place) && count > 0 && ', in the outline of the ICB it lies in'}
        {failed && '. The map could not be fetched; the table says the same.'}
      </figcaption>
    </figure>
  );
}

/** A hospital and a trust have no border of their own. */
const isBySite = ({ area }: ShownPlace): boolean => area === null || area.level === 'trust';

function levelOf(place: ShownPlace): BoundaryLevel {
  const level = place.area?.level;
  if (level === 'region' || level === 'ccg') return level;
  return level === 'england' ? 'region' : 'icb';
}
