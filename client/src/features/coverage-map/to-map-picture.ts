import { LADDER_CODES, type LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';

import { countOf, formatWholePercent } from '../../lib/format.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import type { AreaPaint } from '../../map/area-paint.js';
import { CLASS_COLOURS, CLASS_LIMITS, classOf, MAP_COLOURS } from '../../map/map-colours.js';
import type { MapPoint } from '../../map/to-clusters.js';
import type { ExplorerState } from './explorer-state.js';
import { LAYER_WORDS } from './layers/layer-words.js';
import {
  hasAnswered,
  hasInReach,
  hasNoInReachReported,
  type ReleasedHospital,
  type ShownRelease,
} from './released-hospital.js';
import { areaProportion, toAreaSummaries } from './to-area-summary.js';

/**
 * The hospitals as marks, in list order, each with its report in words. A round of published facts says nothing of
 * most hospitals; the few of which it says something are never put into a group.
 */
export const toMapPoints = (hospitals: readonly ReleasedHospital[], kind: RoundKind): readonly MapPoint[] =>
  hospitals.map(({ odsCode, name, longitude, latitude, category, label, score }) => ({
    id: odsCode,
    longitude,
    latitude,
    code: category,
    accessibleName: `${name}: ${label}${score === null ? '' : `, integration ${score} of 100`}`,
    noInReachReported: hasNoInReachReported(category),
    standsAlone: kind === 'published_facts' && hasAnswered(category),
  }));

/** How the areas are filled. No colour where the round has no figures by area; hatched where replies are too few. */
export function toAreaPaints(
  release: ShownRelease,
  state: Pick<ExplorerState, 'measure' | 'level'>,
): ReadonlyMap<string, AreaPaint> {
  const { measure, level } = state;
  if (measure === 'none' || !release.areaFigures) return new Map();
  return new Map(
    toAreaSummaries(release.hospitals, level).map((area) => {
      const proportion = areaProportion(area, measure);
      const paint: AreaPaint =
        proportion === null
          ? { fill: MAP_COLOURS.land, hatched: true, label: '' }
          : {
              fill: CLASS_COLOURS[classOf(proportion)] ?? MAP_COLOURS.land,
              hatched: false,
              label: formatWholePercent(proportion),
            };
      return [area.code, paint];
    }),
  );
}

/** The sentence that is announced whenever the hospitals change. */
export function toAnnouncement(hospitals: readonly ReleasedHospital[], kind: RoundKind): string {
  if (kind === 'published_facts')
    return `${countOf(hospitals.length, 'hospital')} shown: ${publishedCounts(hospitals.map(({ category }) => category))}`;
  const without = hospitals.filter(({ category }) => hasNoInReachReported(category)).length;
  return `${countOf(hospitals.length, 'hospital')} shown, ${without} where no in-reach is reported`;
}

/** What a group on the map of published facts is called, in the words of the announcement. */
export const publishedGroupName = (members: readonly MapPoint[]): string =>
  `${countOf(members.length, 'hospital')}: ${publishedCounts(LADDER_CODES.flatMap((code) => members.filter((one) => one.code === code).map(() => code)))}`;

/** What published facts say of hospitals, every one of them counted once; "not published" is never "no". */
function publishedCounts(codes: readonly LadderCode[]): string {
  const inReach = codes.filter(hasInReach).length;
  const without = codes.filter(hasNoInReachReported).length;
  const silent = codes.filter((code) => !hasAnswered(code)).length;
  const other = codes.length - inReach - without - silent;
  return [
    `${inReach} with in-reach`,
    ...(without > 0 ? [`${without} where no in-reach is reported`] : []),
    ...(other > 0 ? [`${other} with another report`] : []),
    `${silent} not published`,
  ].join(', ');
}

/** Title of page, map and picture, made from the same choices as what they show. */
export function toExplorerTitle(release: ShownRelease, state: ExplorerState): string {
  const first = release.hospitals[0];
  const inArea = release.hospitals.find(
    ({ icbCode, regionCode }) => icbCode === state.area || regionCode === state.area,
  );
  const area = inArea ? (inArea.icbCode === state.area ? inArea.icb : inArea.region) : first ? 'England' : '';
  const { title, ofRound, filtered } = LAYER_WORDS[state.layer];
  if (!ofRound) return filtered ? `${title}: ${area}` : title;
  return `${title}: ${area}, ${markedRoundTitle(release.round)}`;
}

/** Codes that occur among the hospitals, in ladder order, with the words of the first hospital of each. */
export function toLegend(
  hospitals: readonly ReleasedHospital[],
): readonly { code: LadderCode; text: string; count: number }[] {
  return LADDER_CODES.flatMap((code) => {
    const members = hospitals.filter(({ category }) => category === code);
    const [first] = members;
    return first ? [{ code, text: shortLabel(first.label), count: members.length }] : [];
  });
}

/** What the colours of the areas mean, lightest first, and the hatch; the same lines on screen and in the picture. */
export function toAreaLegend(): readonly { text: string; fill: string; hatched: boolean }[] {
  const limits = [0, ...CLASS_LIMITS, 1];
  const percent = (at: number) => `${(limits[at] ?? 1) * 100}%`;
  return [
    ...CLASS_COLOURS.map((fill, at) => ({
      text: `${percent(at)} to ${at === CLASS_COLOURS.length - 1 ? '' : 'under '}${percent(at + 1)}`,
      fill,
      hatched: false,
    })),
    { text: 'Not enough replies', fill: MAP_COLOURS.land, hatched: true },
  ];
}

/** The legend speaks of the code, not of one hospital: what a label adds about other provision is left out. */
const shortLabel = (label: string): string => {
  const [start = ''] = label.replace(/^Gap: /, '').split(';');
  return start.charAt(0).toUpperCase() + start.slice(1);
};
