import type { ExplorerState } from './explorer-state.js';
import type { ReleasedHospital } from './released-hospital.js';

/**
 * Leaves out codes that no hospital of the round has (retired, misspelt, or of another round) and names them,
 * so that an old link shows the whole list with a notice and never an empty map.
 */
export function toKnownState(
  state: ExplorerState,
  hospitals: readonly ReleasedHospital[],
): { readonly state: ExplorerState; readonly unknown: readonly string[] } {
  const has = (test: (hospital: ReleasedHospital) => boolean) => hospitals.some(test);
  const unknown: string[] = [];
  const keep = (key: string, code: string, known: boolean): string => {
    if (code === '' || known) return code;
    unknown.push(`${key}=${code}`);
    return '';
  };
  const { area, trust, selected } = state;
  const only = state.only.filter((code) => has(({ odsCode }) => odsCode === code));
  if (only.length < state.only.length) unknown.push('f.only');
  return {
    state: {
      ...state,
      area: keep(
        'area',
        area,
        has(({ icbCode, regionCode }) => icbCode === area || regionCode === area),
      ),
      trust: keep(
        'f.trust',
        trust,
        has(({ trustCode }) => trustCode === trust),
      ),
      selected: keep(
        'sel',
        selected,
        has(({ odsCode }) => odsCode === selected),
      ),
      only,
    },
    unknown,
  };
}
