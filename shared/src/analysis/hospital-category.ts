import type { AnalysisDataset, HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import { positionOn } from './dataset-indicators.js';
import type { LadderCode } from './ladder-code.js';
import { consistencyFlag, ladderCode, type ScoreBands } from './ladder.js';
import { otherProvisionOf, type OtherProvision } from './other-provision.js';

/** Where one hospital stands in one round, as the survey team sees it: before consent and disclosure rules. */
export interface HospitalCategory {
  readonly odsCode: string;
  readonly provision: Position;
  readonly inReach: Position;
  /** The lead respondent's score, 0 to 100; `missing` whatever the reason (the record says which). */
  readonly score: number | 'missing';
  readonly code: LadderCode;
  readonly otherProvision: OtherProvision;
  /** In-reach is reported though provision is not: for a person to look at. */
  readonly consistencyFlag: boolean;
}

/**
 * Reads a hospital record into its place on the ladder (methods C2). A hospital without a counted form has not
 * answered; in a published-facts round it is then one that the source does not name.
 *
 * The code and the score are internal: `publicLadderCode` with the hospital's consent comes before publication.
 */
export function hospitalCategory(
  record: HospitalRecord,
  roundKind: AnalysisDataset['roundKind'],
  bands?: ScoreBands,
): HospitalCategory {
  const answered = record.forms > 0;
  const provision = positionOn(record, 'iapt_treats_mus_ltc');
  const inReach = positionOn(record, 'iapt_inreach');
  const score = 'given' in record.score ? record.score.given : 'missing';
  return {
    odsCode: record.odsCode,
    provision,
    inReach,
    score,
    code: ladderCode({ roundKind, named: answered, answered, provision, inReach, score, bands }),
    otherProvision: otherProvisionOf(record),
    consistencyFlag: consistencyFlag(provision, inReach),
  };
}
