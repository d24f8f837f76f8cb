import type { HospitalCategory } from '../analysis/hospital-category.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import { isGap, ladderLabel } from '../analysis/ladder-label.js';
import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { Hospital } from '../frame/hospital.js';
import type { OtherProvision, PublishedHospital } from './release.js';
import { displayName } from '../fieldwork/display-name.js';

/** What a release says of one hospital beside the facts of the frame. */
export interface Finding {
  readonly category: LadderCode;
  readonly otherProvision: OtherProvision;
  readonly score: number | null;
  readonly marker: string;
}

/** A hospital of the frame with a finding; label and the word "gap" follow from it and are never given apart. */
export const withFinding = (kind: RoundKind, hospital: Hospital, finding: Finding): PublishedHospital => ({
  odsCode: hospital.odsCode,
  name: displayName(kind, hospital.name),
  trust: hospital.trust,
  trustCode: hospital.trustCode,
  regionCode: hospital.regionCode,
  region: hospital.region,
  icb: hospital.icb,
  icbCode: hospital.icbCode,
  ccgCode: hospital.ccgCode,
  siteCategory: hospital.siteCategory,
  longitude: hospital.longitude,
  latitude: hospital.latitude,
  category: finding.category,
  label: ladderLabel(finding.category, finding.otherProvision),
  otherProvision: finding.otherProvision,
  isGap: isGap(finding.category, finding.otherProvision),
  score: finding.score,
  marker: finding.marker,
});

/**
 * One hospital under the code that it may be shown with. A score goes with its band only (G2 to G4); beside NP and
 * NR nothing of the record is shown, not even other provision.
 */
export function toPublishedHospital(
  kind: RoundKind,
  hospital: Hospital,
  record: HospitalRecord,
  category: HospitalCategory,
  code: LadderCode,
): PublishedHospital {
  const named = code !== 'NP' && code !== 'NR';
  const banded = code === 'G2' || code === 'G3' || code === 'G4';
  const score = banded && category.score !== 'missing' ? category.score : null;
  return withFinding(kind, hospital, {
    category: code,
    otherProvision: named ? category.otherProvision : 'not_known',
    score,
    marker: named ? markerOf(record, category, score) : '',
  });
}

function markerOf(record: HospitalRecord, category: HospitalCategory, score: number | null): string {
  const raters = 1 + record.otherScores.length;
  return [
    ...(score === null
      ? []
      : [
          raters === 1
            ? 'Integration as judged by the liaison team, 1 respondent.'
            : `Integration as judged by the liaison team, ${raters} respondents; the lead's score is shown.`,
        ]),
    // Only a "no" is said here: beside in-reach, "provision not known" would name a don't-know.
    ...(category.inReach === 'yes' && category.provision === 'no'
      ? ['In-reach is reported together with no IAPT provision for MUS/LTC; both answers stand as given.']
      : []),
  ].join(' ');
}
