import type { RoundKind } from '../fieldwork/round.js';

/** Stands in every answer and file made from a synthetic round, so that its figures never travel unmarked. */
export const SYNTHETIC_NOTICE =
  'SYNTHETIC: these answers are invented to show how the atlas works. They say nothing about any real hospital.';

/** The member `notice` of a synthetic answer; no member at all for other kinds. */
export const syntheticNotice = (kind: RoundKind): { readonly notice?: string } =>
  kind === 'synthetic' ? { notice: SYNTHETIC_NOTICE } : {};
