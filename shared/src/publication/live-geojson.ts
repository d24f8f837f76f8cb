import { hospitalCategory } from '../analysis/hospital-category.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import { ladderLabel } from '../analysis/ladder-label.js';
import type { AnalysisDataset, HospitalRecord } from '../cleaning/analysis-dataset.js';
import { RESPONSE_MODES, type ResponseMode } from '../fieldwork/response.js';
import { type RoundKind, roundKindOnTheWire } from '../fieldwork/round.js';
import type { Hospital } from '../frame/hospital.js';
import { roundAttribution } from './attribution.js';
import { type GeoFeature, type GeoPoint, geoPoint } from './geo-json.js';
import { displayName } from '../fieldwork/display-name.js';
import { syntheticNotice } from './synthetic-marking.js';

/** The latest state of a hospital as the survey team sees it, before consent and disclosure. Never public. */
export interface LiveHospital {
  readonly odsCode: string;
  readonly name: string;
  readonly trust: string;
  readonly region: string;
  readonly icb: string;
  readonly category: LadderCode;
  readonly label: string;
  /** Forms counted for this hospital; 0 = nobody answered yet. */
  readonly forms: number;
  /** ISO 8601; '' = nobody answered yet. */
  readonly lastSubmittedAt: string;
  /** How its forms came (`web_token`, `open_link`, `telephone`, `paper`, `import`), each once; empty = no form. */
  readonly modes: readonly ResponseMode[];
  readonly kind: string;
  readonly asAt: string;
}

/** The body of `GET /manage/v1/rounds/{id}/live.geojson`. */
export interface LiveGeoJson {
  readonly type: 'FeatureCollection';
  readonly round: string;
  readonly kind: string;
  readonly asAt: string;
  readonly attribution: string;
  /** Only in synthetic rounds. */
  readonly notice?: string;
  readonly features: readonly GeoFeature<GeoPoint, LiveHospital>[];
}

/**
 * Every hospital of the frame with its latest state, for signed-in leads only: the codes are the internal ones, so
 * bands and don't-knows of hospitals without consent are among them. A hospital without a record has not answered.
 * @param input.asAt moment of this picture
 */
export function toLiveGeoJson(input: {
  readonly round: { readonly id: string; readonly kind: RoundKind };
  readonly asAt: string;
  readonly hospitals: readonly Hospital[];
  readonly dataset: Pick<AnalysisDataset, 'hospitals'>;
  /** How each form came, by the id of its response. */
  readonly modes: ReadonlyMap<string, ResponseMode>;
  /** False where the questionnaire does not ask about IAPT: the label then only says who answered. */
  readonly asksLadder?: boolean;
}): LiveGeoJson {
  const { round, asAt, hospitals, dataset, modes, asksLadder = true } = input;
  const records = new Map(dataset.hospitals.map((record) => [record.odsCode, record]));
  const kind = roundKindOnTheWire(round.kind);
  return {
    type: 'FeatureCollection',
    round: round.id,
    kind,
    asAt,
    attribution: roundAttribution(round.kind),
    ...syntheticNotice(round.kind),
    features: hospitals.map((hospital) => {
      const record = records.get(hospital.odsCode);
      const standing = record === undefined ? null : hospitalCategory(record, round.kind);
      const category = standing?.code ?? (round.kind === 'published_facts' ? 'NP' : 'NR');
      return {
        type: 'Feature',
        id: hospital.odsCode,
        geometry: geoPoint(hospital),
        properties: {
          odsCode: hospital.odsCode,
          name: displayName(round.kind, hospital.name),
          trust: hospital.trust,
          region: hospital.region,
          icb: hospital.icb,
          category,
          label:
            asksLadder || (record?.forms ?? 0) === 0
              ? ladderLabel(category, standing?.otherProvision ?? 'not_known')
              : ANSWERED_OTHERWISE,
          forms: record?.forms ?? 0,
          lastSubmittedAt: record?.lastSubmittedAt ?? '',
          modes: record === undefined ? [] : modesOf(record, modes),
          kind,
          asAt,
        },
      };
    }),
  };
}

/** Of a hospital in a round with another questionnaire. */
const ANSWERED_OTHERWISE = 'Answered; this questionnaire does not ask about IAPT';

/** The ways in which the forms behind a record came, in the order of `RESPONSE_MODES`. */
function modesOf(
  { leadResponseId, items }: HospitalRecord,
  modes: ReadonlyMap<string, ResponseMode>,
): readonly ResponseMode[] {
  const ids = [leadResponseId, ...Object.values(items).flatMap(({ responseIds }) => responseIds)];
  const found = new Set(ids.map((id) => modes.get(id)));
  return RESPONSE_MODES.filter((mode) => found.has(mode));
}
