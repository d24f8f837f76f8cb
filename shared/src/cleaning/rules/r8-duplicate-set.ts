import { PERSPECTIVES, type Form } from '../../fieldwork/response.js';
import { byText } from '../by-text.js';
import type { Placement } from './r7-split-by-hospital.js';

/** What a round counts: hospitals (2018), or the liaison services within them. */
export type UnitOfAnalysis = 'site' | 'service';

/** Forms that R4 to R6 may compare: one hospital, one perspective and, where services are counted, one service. */
export interface DuplicateSet {
  readonly odsCode: string;
  readonly perspective: Form['perspective'];
  /** '' where hospitals are counted; else the populations served, which tell services of one hospital apart. */
  readonly service: string;
  readonly placements: readonly Placement[];
}

/**
 * R8 several liaison services in one hospital (adult, older people): where services are counted, forms of services
 * for different populations are not duplicates of each other; where hospitals are counted, R5 and R6 apply to all.
 * Sets come in the order of hospital code, perspective, service.
 */
export function toDuplicateSets(
  placements: readonly Placement[],
  unitOfAnalysis: UnitOfAnalysis,
): readonly DuplicateSet[] {
  const sets = new Map<string, DuplicateSet & { placements: Placement[] }>();
  for (const placement of placements) {
    const { odsCode, form } = placement;
    const service = unitOfAnalysis === 'service' ? [...new Set(form.populations)].sort(byText).join('+') : '';
    const key = JSON.stringify([odsCode, PERSPECTIVES.indexOf(form.perspective), service]);
    const set = sets.get(key) ?? { odsCode, perspective: form.perspective, service, placements: [] };
    set.placements.push(placement);
    sets.set(key, set);
  }
  return [...sets.entries()].sort(([a], [b]) => byText(a, b)).map(([, set]) => set);
}
