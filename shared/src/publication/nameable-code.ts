import { positionOn } from '../analysis/dataset-indicators.js';
import { publicLadderCode } from '../analysis/ladder.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import type { PublicationSettings } from './publication-settings.js';

/**
 * The code of a hospital whose state may not be named. NP and not NR: "nobody answered" would be untrue of a
 * hospital that answered without consent, and would name the silent ones where the round does not. NP says
 * nothing, "not even whether this hospital answered", which is what the setting asks for.
 */
export const WITHHELD: LadderCode = 'NP';

/**
 * The code under which a hospital may stand in a release, by consent and the round's settings (domain "Names", D5).
 *
 * - Silence (`NR`) is named only with `nameSilence`.
 * - Every answer needs `nameFacts` of the round and the hospital's strictest consent to it.
 * - `DK` and `CF`, and also `G01` and `G1U` where the unknown half is a chosen "I don't know", need
 *   `nameDontKnow`: beside hospitals shown with both answers, "not known" would give the don't-know away.
 *   A half that was skipped or not asked describes nobody and stays.
 * - `G2` to `G4` become `GP` without consent to the score, since a band is the score.
 *
 * What may not be named becomes `WITHHELD`, the same for every reason, so that the reason cannot be read off it.
 * @param code the internal code of the hospital
 */
export function nameableCode(
  code: LadderCode,
  record: Pick<HospitalRecord, 'forms' | 'items' | 'consent'>,
  settings: PublicationSettings,
): LadderCode {
  if (code === 'NP') return WITHHELD;
  if (code === 'NR') return settings.nameSilence ? 'NR' : WITHHELD;
  if (!settings.nameFacts || !record.consent.nameFacts) return WITHHELD;
  if (describesPeople(code, record) && !settings.nameDontKnow) return WITHHELD;
  return publicLadderCode(code, record.consent.nameScore, false);
}

function describesPeople(code: LadderCode, record: Pick<HospitalRecord, 'forms' | 'items'>): boolean {
  switch (code) {
    case 'DK':
    case 'CF':
      return true;
    case 'G01':
      return positionOn(record, 'iapt_treats_mus_ltc') === 'dont_know';
    case 'G1U':
      return positionOn(record, 'iapt_inreach') === 'dont_know';
    // An answer about a service, silence, or withheld already: all of it is decided elsewhere.
    case 'NP':
    case 'NR':
    case 'G4':
    case 'G3':
    case 'G2':
    case 'GU':
    case 'GP':
    case 'G0':
    case 'G1':
      return false;
  }
}
