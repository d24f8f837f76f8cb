import { PROGRAMME_TIMELINE, type TimelineStep } from './programme-timeline.js';

/** First and last year of the national programme, as the slider of the map has them. */
export const PROGRAMME_YEARS = { first: 2011, last: 2022 } as const;

/** What a site of the programme took part in. */
export interface ProgrammePart {
  /** `pathfinder` or `early_implementer`. */
  readonly programme: string;
  readonly wave: number;
}

/** Year in which each part began; pathfinders had two phases, early implementers two waves. */
const BEGAN: Readonly<Record<string, readonly number[]>> = {
  pathfinder: [2012, 2014],
  early_implementer: [2016, 2017],
};

/** Year in which a part of the programme began; null = a part of which no source says so. */
export const beganIn = ({ programme, wave }: ProgrammePart): number | null =>
  BEGAN[programme]?.[wave - 1] ?? null;

/** Sites that had begun by the end of a year. Whether a site went on is not known, so none is ever taken away again. */
export const begunBy = <Site extends ProgrammePart>(sites: readonly Site[], year: number): readonly Site[] =>
  sites.filter((site) => {
    const began = beganIn(site);
    return began !== null && began <= year;
  });

/** Steps of one year, oldest first; of a year in which nothing is on record: none. */
export const stepsOf = (year: number): readonly TimelineStep[] =>
  PROGRAMME_TIMELINE.filter((step) => step.year === year);

/** The phase that a year lies in: that of the latest step up to it. */
export const phaseOf = (year: number): TimelineStep['phase'] =>
  PROGRAMME_TIMELINE.filter((step) => step.year <= year).at(-1)?.phase ?? 'before';
