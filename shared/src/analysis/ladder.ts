import type { AnalysisDataset, Position } from '../cleaning/analysis-dataset.js';
import type { LadderCode } from './ladder-code.js';

/** Lowest score (0 to 100) of the two upper bands; what is lower is the lowest band. */
export interface ScoreBands {
  readonly well: number;
  readonly partly: number;
}

/**
 * Display bands chosen by this project, not by the 2018 survey (methods C2): that round has three scores,
 * 59, 42 and 11 (`000:186-243`), too few to derive bands from. A survey may set its own.
 */
export const DISPLAY_BANDS: ScoreBands = { well: 75, partly: 50 };

/** What the ladder needs to know of one hospital in one round. */
export interface LadderInput {
  readonly roundKind: AnalysisDataset['roundKind'];
  /** In a published-facts round: the source states this hospital's answers. Of no effect in other rounds. */
  readonly named: boolean;
  /** At least one form of the hospital was accepted. */
  readonly answered: boolean;
  /** IAPT treats patients with MUS/LTC. */
  readonly provision: Position;
  /** IAPT comes into the hospital for patients with MUS/LTC. */
  readonly inReach: Position;
  /** The lead respondent's integration score, 0 to 100; looked at only where in-reach is reported. */
  readonly score: number | 'missing';
  readonly bands?: ScoreBands;
}

/**
 * The one rung of the integration ladder on which a hospital stands (methods C2), rules taken from top to bottom.
 *
 * "Don't know", skipped, not asked and (for one item of a hospital that answered) no reply are all *unknown* here:
 * none of them ever becomes a "no". The code is the internal one; `publicLadderCode` gives what may be shown.
 * @throws RangeError on a score outside 0 to 100, or bands that are not in order.
 */
export function ladderCode(input: LadderInput): LadderCode {
  const { roundKind, named, answered, provision, inReach, score, bands = DISPLAY_BANDS } = input;
  if (roundKind === 'published_facts' && !named) return 'NP';
  if (!answered) return 'NR';
  if (provision === 'conflict' || inReach === 'conflict') return 'CF';
  if (inReach === 'yes') return inReachCode(score, bands);
  if (provision === 'no') return 'G0';
  if (inReach === 'no') return provision === 'yes' ? 'G1' : 'G01';
  return provision === 'yes' ? 'G1U' : 'DK';
}

function inReachCode(score: number | 'missing', bands: ScoreBands): LadderCode {
  if (!(bands.partly >= 0 && bands.partly < bands.well && bands.well <= 100)) {
    throw new RangeError(`score bands must rise within 0 to 100, not ${bands.partly} and ${bands.well}`);
  }
  if (score === 'missing') return 'GU';
  if (!(score >= 0 && score <= 100)) throw new RangeError(`a score must be 0 to 100, not ${score}`);
  if (score >= bands.well) return 'G4';
  return score >= bands.partly ? 'G3' : 'G2';
}

/**
 * The code that may leave the survey team: a band reveals the score, so without consent G2, G3 and G4 become GP.
 *
 * @param scoreConsent the hospital's strictest choice over all its forms.
 * @param exempt the score already stands in a published report (the three in-reach hospitals of 2018).
 */
export function publicLadderCode(code: LadderCode, scoreConsent: boolean, exempt: boolean): LadderCode {
  const revealsScore = code === 'G2' || code === 'G3' || code === 'G4';
  return revealsScore && !scoreConsent && !exempt ? 'GP' : code;
}

/**
 * In-reach is reported although provision is answered "no" or "don't know": something for a person to look at,
 * never recoded (methods C2). The 2018 report does not say that its three in-reach hospitals are among the 31
 * with provision, so this can be an honest pair of answers.
 */
export const consistencyFlag = (provision: Position, inReach: Position): boolean =>
  inReach === 'yes' && (provision === 'no' || provision === 'dont_know');
