import { LADDER_CODES } from '@liaison-atlas/shared/analysis/ladder-code';

import type { ExplorerState } from './explorer-state.js';
import type { ReleasedHospital } from './released-hospital.js';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();

/** The hospitals that the filters leave, in the order of the list. Every word of the text has to be found. */
export function toShownHospitals(
  hospitals: readonly ReleasedHospital[],
  state: ExplorerState,
): readonly ReleasedHospital[] {
  const words = plain(state.text).split(/\s+/).filter(Boolean);
  const only = new Set(state.only);
  const shown = hospitals.filter((hospital) => {
    const { area, trust, category, siteCategory } = state;
    if (area !== '' && hospital.icbCode !== area && hospital.regionCode !== area) return false;
    if (trust !== '' && hospital.trustCode !== trust) return false;
    if (category !== '' && hospital.category !== category) return false;
    if (siteCategory !== '' && hospital.siteCategory !== siteCategory) return false;
    if (only.size > 0 && !only.has(hospital.odsCode)) return false;
    const searched = plain(`${hospital.name} ${hospital.trust} ${hospital.icb} ${hospital.odsCode}`);
    return words.every((word) => searched.includes(word));
  });
  const direction = state.descending ? -1 : 1;
  return shown.sort((a, b) => direction * compare(a, b, state) || a.name.localeCompare(b.name, 'en-GB'));
}

function compare(a: ReleasedHospital, b: ReleasedHospital, { sort }: ExplorerState): number {
  return sort === 'category'
    ? LADDER_CODES.indexOf(a.category) - LADDER_CODES.indexOf(b.category)
    : a[sort].localeCompare(b[sort], 'en-GB');
}
