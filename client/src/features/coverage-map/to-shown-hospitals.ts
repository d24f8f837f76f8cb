import { LADDER_CODES } from '@liaison-atlas/shared/analysis/ladder-code';

import type { ExplorerState } from './explorer-state.js';
import type { ReleasedHospital } from './released-hospital.js';

/** Made once: a comparison that looks up its language each time takes most of the time of a long list. */
const { compare: byText } = new Intl.Collator('en-GB');

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
    if (words.length === 0) return true;
    const searched = plain(`${hospital.name} ${hospital.trust} ${hospital.icb} ${hospital.odsCode}`);
    return words.every((word) => searched.includes(word));
  });
  const direction = state.descending ? -1 : 1;
  return shown.sort((a, b) => direction * compare(a, b, state) || byText(a.name, b.name));
}

function compare(a: ReleasedHospital, b: ReleasedHospital, { sort }: ExplorerState): number {
  return sort === 'category'
    ? LADDER_CODES.indexOf(a.category) - LADDER_CODES.indexOf(b.category)
    : byText(a[sort], b[sort]);
}
