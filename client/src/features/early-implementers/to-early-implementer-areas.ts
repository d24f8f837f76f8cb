import type { ResultOf } from 'gql.tada';

import { formatCount } from '../../lib/format.js';
import type { AreaPaint } from '../../map/area-paint.js';
import type { earlyImplementersQuery } from './early-implementers.graphql.js';

/** The programme as its page reads it. */
export type ShownProgramme = ResultOf<typeof earlyImplementersQuery>['earlyImplementers'];

/** Fill of each wave's areas; outside them the land stays plain, which means "not known". */
export const WAVE_FILLS: Readonly<Record<number, string>> = { 1: '#2c7fb8', 2: '#a1dab4' };
const OTHER_WAVE = '#41b6c4';

/** "16 of 37 sourced": sites found in a source, of those there were. */
export function toSourcedSentence({ waves }: Pick<ShownProgramme, 'waves'>): string {
  const sourced = waves.reduce((sum, wave) => sum + wave.sourced, 0);
  const total = waves.reduce((sum, wave) => sum + wave.total, 0);
  return `${formatCount(sourced)} of ${formatCount(total)} sourced`;
}

/** Fill of each CCG area (2018) of a sourced site. A CCG in no list gets no paint: it is not known, never no. */
export const toEarlyImplementerPaints = (sites: ShownProgramme['sites']): ReadonlyMap<string, AreaPaint> =>
  new Map(
    sites.flatMap(({ wave, ccgCodes }) =>
      ccgCodes.map(
        (code) => [code, { fill: WAVE_FILLS[wave] ?? OTHER_WAVE, hatched: false, label: '' }] as const,
      ),
    ),
  );
