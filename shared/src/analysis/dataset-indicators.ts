import type { AnalysisDataset, HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { INDICATOR_DEFINITIONS } from './indicator-definitions.js';
import { INDICATOR_IDS, type IndicatorResult } from './indicator-result.js';
import { indicatorResult } from './indicator.js';
import { tallyPositions } from './tally.js';

/**
 * Both indicators of a cleaned round (methods C3). The unit is the hospital of the frame, never the form: a
 * hospital with three forms counts once, a hospital in conflict or silent counts as not known.
 *
 * @param frame hospitals of the frame: the declared number where the round has one (179), else the listed ones.
 * @throws RangeError when a hospital stands in the dataset twice, or there are more hospitals than the frame has.
 */
export function datasetIndicators(
  { hospitals }: Pick<AnalysisDataset, 'hospitals'>,
  frame: number,
): readonly IndicatorResult[] {
  if (new Set(hospitals.map(({ odsCode }) => odsCode)).size !== hospitals.length) {
    throw new RangeError('a hospital stands in the dataset more than once');
  }
  return INDICATOR_IDS.map((id) => {
    const { item } = INDICATOR_DEFINITIONS[id];
    const positions = hospitals.map((hospital) => positionOn(hospital, item));
    return indicatorResult(id, tallyPositions(positions, frame));
  });
}

/** Position of a hospital on an item; an item that its instrument lacks was not asked, and silence is no reply. */
export function positionOn(
  { forms, items }: Pick<HospitalRecord, 'forms' | 'items'>,
  item: string,
): Position {
  return forms === 0 ? 'no_reply' : (items[item]?.position ?? 'not_asked');
}
