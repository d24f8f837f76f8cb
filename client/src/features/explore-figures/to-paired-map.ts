import type { BoundaryArea } from '../../map/boundaries.js';
import { BLUE, GREY, INK, LINE, MARGIN, PALE, PLUM, WIDTH } from './chart-layout.js';
import type { ChartPicture, ChartPiece } from './chart-piece.js';
import type { ShownFigures } from './shown-figures.js';

type Agreement = NonNullable<ShownFigures['paired']>['pairs'][number]['agreement'];

/** Whether two views agree, in words. */
export const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  agrees: 'the same',
  differs: 'not the same',
  cannot_say: 'cannot say',
};
const KINDS = ['agrees', 'differs', 'cannot_say'] as const;

/** England as a rectangle of degrees; a degree of longitude is shorter here by the cosine of the latitude. */
const [WEST, EAST, SOUTH, NORTH] = [-6.5, 1.9, 49.8, 55.9] as const;
const SHORTER = Math.cos((52.9 * Math.PI) / 180);
const UNIT = (WIDTH - 2 * MARGIN) / ((EAST - WEST) * SHORTER);
const HEIGHT = (NORTH - SOUTH) * UNIT;

type Point = readonly [x: number, y: number];
const place = (longitude: number, latitude: number, top: number): Point => [
  MARGIN + (longitude - WEST) * SHORTER * UNIT,
  top + (NORTH - latitude) * UNIT,
];

/** The mark of a hospital: its shape says the same as its colour. */
function mark(kind: Agreement, [x, y]: Point): ChartPiece {
  switch (kind) {
    case 'agrees':
      return { kind: 'dot', x, y, r: 5, fill: BLUE };
    case 'differs':
      return {
        kind: 'shape',
        points: [
          [x, y - 8],
          [x + 8, y],
          [x, y + 8],
          [x - 8, y],
        ],
        fill: PLUM,
        stroke: '#ffffff',
      };
    case 'cannot_say':
      return { kind: 'rect', x: x - 5, y: y - 5, width: 10, height: 10, fill: '#ffffff', stroke: GREY };
  }
}

/**
 * Two perspectives on the same hospitals, on a map: where they say the same, where not, and where one of them did not
 * say. The table beside it is its twin and comes first.
 * @param areas outlines to find one's way by; empty while they are not there
 */
export function toPairedMap(
  { paired, hospitals, round, indicator }: ShownFigures,
  areas: readonly BoundaryArea[],
): ChartPicture {
  const pairs = paired?.pairs ?? [];
  const places = new Map(hospitals.map((hospital) => [hospital.odsCode, hospital]));
  const isSynthetic = round.kind === 'synthetic';
  const title = `${paired?.first ?? ''} and ${paired?.second ?? ''}`;
  const head = isSynthetic ? `SYNTHETIC: ${title}` : title;
  const top = MARGIN + LINE;
  const outlines = areas.flatMap(({ feature: { geometry } }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(
      ([outer = []]): readonly ChartPiece[] => [
        {
          kind: 'shape',
          points: outer.map(([longitude = 0, latitude = 0]) => place(longitude, latitude, top)),
          fill: PALE,
          stroke: GREY,
        },
      ],
    ),
  );
  const marks = KINDS.toReversed().flatMap((kind) =>
    pairs.flatMap(({ odsCode, agreement }) => {
      const hospital = places.get(odsCode);
      if (agreement !== kind || hospital === undefined) return [];
      return [mark(kind, place(hospital.longitude, hospital.latitude, top))];
    }),
  );
  const count = (kind: Agreement): number => pairs.filter(({ agreement }) => agreement === kind).length;
  const legend = KINDS.flatMap((kind, at): readonly ChartPiece[] => {
    const y = top + HEIGHT + 24 + at * 24;
    const text = `They say ${kind === 'cannot_say' ? 'nothing that could be compared' : AGREEMENT_WORDS[kind]}: ${count(kind)}`;
    return [mark(kind, [MARGIN + 8, y - 5]), { kind: 'text', x: MARGIN + 26, y, text, size: 14, fill: INK }];
  });
  return {
    title: `${head}: ${indicator.title}, on a map`,
    description: `${KINDS.map((kind) => `${AGREEMENT_WORDS[kind]} at ${count(kind)}`).join(', ')} hospitals. The table says which.`,
    width: WIDTH,
    height: top + HEIGHT + 24 * KINDS.length + 24,
    pieces: [
      {
        kind: 'text',
        x: MARGIN,
        y: MARGIN + 8,
        text: head,
        size: 14,
        fill: isSynthetic ? PLUM : INK,
        bold: true,
      },
      ...outlines,
      ...marks,
      ...legend,
      ...(isSynthetic
        ? [
            {
              kind: 'text',
              x: WIDTH / 2,
              y: top + HEIGHT / 2,
              text: 'SYNTHETIC',
              size: 56,
              bold: true,
              fill: PLUM,
              anchor: 'middle',
              stamp: true,
            } as const,
          ]
        : []),
    ],
  };
}
