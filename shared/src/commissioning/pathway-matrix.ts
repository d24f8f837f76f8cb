/** A service as the matrix needs it. An empty list means that nobody has told, never "none". */
export interface PathwayService {
  readonly id: string;
  readonly name: string;
  /** In words. */
  readonly kind: string;
  readonly status: 'planned' | 'pilot' | 'active' | 'closed' | 'not_known';
  readonly conditions: readonly string[];
  readonly settings: readonly string[];
  readonly complexity: readonly string[];
  readonly hospitals: readonly {
    readonly odsCode: string;
    readonly how: 'in_reach' | 'on_site' | 'by_referral' | 'not_known';
  }[];
}

/** The three directions of the matrix, each with its places in order. */
export interface PathwayAxes {
  readonly conditions: readonly string[];
  readonly settings: readonly string[];
  readonly complexity: readonly string[];
  /** Says of a service that it takes everybody; it stands in every condition. '' = there is no such word. */
  readonly anyCondition: string;
}

/**
 * What the register lets one say of a place in the matrix:
 * `competing` = in-reach and another service at the same hospital; `overlap` = two services at the same hospital, none
 * of them in-reach; `covered` = services, no two at the same hospital; `planned` = only plans; `perhaps` = services of
 * which something fits and the rest, or whether they still stand, is not known; `not_known` = none but services that say
 * nothing of whom they treat, where and how complex; `nothing_recorded` = no service in the register, which does not mean
 * that there is none.
 */
export const PATHWAY_STATES = [
  'competing',
  'overlap',
  'covered',
  'planned',
  'perhaps',
  'not_known',
  'nothing_recorded',
] as const;
export type PathwayState = (typeof PATHWAY_STATES)[number];

/** One place: a condition in a setting at a complexity. */
export interface PathwayCell {
  readonly condition: string;
  readonly setting: string;
  readonly complexity: string;
  readonly state: PathwayState;
  /** Recorded for exactly this place, plans among them. */
  readonly services: readonly PathwayService[];
  /** May work here: something of theirs fits, and a condition, setting, complexity or the status is not known. */
  readonly perhaps: readonly PathwayService[];
  /** Hospitals at which services meet; empty unless `competing` or `overlap`. */
  readonly meetingAt: readonly string[];
}

export interface PathwayMatrix {
  /** In the order of the axes: condition, then setting, then complexity. */
  readonly cells: readonly PathwayCell[];
  readonly services: number;
  /** Services that say nothing of conditions, settings and complexity: they could stand anywhere, and stand nowhere. */
  readonly untold: readonly PathwayService[];
  /** Hospitals for which no service is recorded at all. */
  readonly unrecorded: readonly string[];
}

/**
 * Service × complexity × setting × condition for the hospitals of an area: where services meet, and where none is
 * recorded. Closed services stand nowhere. A service that works for no hospital of the area is left out; one whose
 * hospitals are not known belongs to no area.
 */
export function pathwayMatrix(
  hospitals: readonly string[],
  services: readonly PathwayService[],
  axes: PathwayAxes,
): PathwayMatrix {
  const within = new Set(hospitals);
  const here = services
    .map((service) => ({
      ...service,
      hospitals: service.hospitals.filter(({ odsCode }) => within.has(odsCode)),
    }))
    .filter((service) => service.hospitals.length > 0 && service.status !== 'closed');
  const served = new Set(here.flatMap((service) => service.hospitals.map(({ odsCode }) => odsCode)));
  const untold = here.filter(saysNothing);
  const told = here.filter((service) => !saysNothing(service));
  const silent = untold.length > 0 ? 'not_known' : 'nothing_recorded';
  const cells = axes.conditions.flatMap((condition) =>
    axes.settings.flatMap((setting) =>
      axes.complexity.map((complexity) => toCell(told, axes, { condition, setting, complexity }, silent)),
    ),
  );
  return { cells, services: here.length, untold, unrecorded: hospitals.filter((code) => !served.has(code)) };
}

const saysNothing = ({ conditions, settings, complexity }: PathwayService): boolean =>
  conditions.length + settings.length + complexity.length === 0;

/** What is said of a place that no service is told for. */
type Silent = 'not_known' | 'nothing_recorded';
type Place = Pick<PathwayCell, 'condition' | 'setting' | 'complexity'>;
type Fit = 'yes' | 'perhaps' | 'no';

function toCell(
  services: readonly PathwayService[],
  axes: PathwayAxes,
  place: Place,
  silent: Silent,
): PathwayCell {
  const fits = (wanted: Fit) => services.filter((service) => fitOf(service, axes, place) === wanted);
  const certain = fits('yes');
  const perhaps = fits('perhaps');
  const { state, meetingAt } = stateOf(certain, perhaps, silent);
  return { ...place, state, services: certain, perhaps, meetingAt };
}

/** Whether a service is recorded for a place: what is not told makes it "perhaps", what is told otherwise "no". */
function fitOf(service: PathwayService, { anyCondition }: PathwayAxes, place: Place): Fit {
  const has = (told: readonly string[], wanted: string): Fit =>
    told.length === 0 ? 'perhaps' : told.includes(wanted) ? 'yes' : 'no';
  const treatsAll = anyCondition !== '' && service.conditions.includes(anyCondition);
  const parts = [
    treatsAll ? 'yes' : has(service.conditions, place.condition),
    has(service.settings, place.setting),
    has(service.complexity, place.complexity),
    service.status === 'not_known' ? 'perhaps' : 'yes',
  ] as const;
  if (parts.includes('no')) return 'no';
  return parts.includes('perhaps') ? 'perhaps' : 'yes';
}

function stateOf(
  certain: readonly PathwayService[],
  perhaps: readonly PathwayService[],
  silent: Silent,
): Pick<PathwayCell, 'state' | 'meetingAt'> {
  const ways = new Map<string, string[]>();
  for (const { hospitals } of certain)
    for (const { odsCode, how } of hospitals) ways.set(odsCode, [...(ways.get(odsCode) ?? []), how]);
  const meeting = [...ways].filter(([, hows]) => hows.length > 1);
  const competing = meeting.filter(([, hows]) => hows.includes('in_reach'));
  const codes = (met: typeof meeting): readonly string[] => met.map(([code]) => code).toSorted();
  if (competing.length > 0) return { state: 'competing', meetingAt: codes(competing) };
  if (meeting.length > 0) return { state: 'overlap', meetingAt: codes(meeting) };
  if (certain.some(({ status }) => status !== 'planned')) return { state: 'covered', meetingAt: [] };
  if (certain.length > 0) return { state: 'planned', meetingAt: [] };
  return { state: perhaps.length > 0 ? 'perhaps' : silent, meetingAt: [] };
}

/** How many places are in each state. */
export const countStates = (
  cells: readonly Pick<PathwayCell, 'state'>[],
): Readonly<Record<PathwayState, number>> => {
  const count = (wanted: PathwayState): number => cells.filter(({ state }) => state === wanted).length;
  return {
    competing: count('competing'),
    overlap: count('overlap'),
    covered: count('covered'),
    planned: count('planned'),
    perhaps: count('perhaps'),
    not_known: count('not_known'),
    nothing_recorded: count('nothing_recorded'),
  };
};
