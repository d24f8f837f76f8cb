import { categoryOfFacts, type FrameFacts, UNKNOWN_FACTS } from '@liaison-atlas/shared/frame/frame-facts';
import type { AreaRecord, ReferenceHospital } from '@liaison-atlas/shared/frame/frame-records';
import { type SizeBand, strataOf } from '@liaison-atlas/shared/frame/strata';

import type { FrameUnit } from './frame-unit.entity.js';
import type { SamplingFrame } from './sampling-frame.entity.js';

/** A frozen frame with the hospitals that it lists, in the order of their ODS codes. */
export interface ListedFrame {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  /** null = no source states a size without a list. */
  readonly declaredSize: number | null;
  readonly declaredSource: string;
  readonly listedSize: number;
  readonly source: string;
  readonly asOf: string;
  readonly hash: string;
  readonly odsCodes: readonly string[];
  /** The listed hospitals with names, places and trusts as on the frame's day. */
  readonly hospitals: readonly ReferenceHospital[];
  /** What it knows of each beyond its columns, by ODS code. */
  readonly facts: ReadonlyMap<string, ListedFacts>;
}

/** Facts of a listed hospital by which those that answered are compared with those that did not. */
export interface ListedFacts {
  /** By the hospital's own attendances. */
  readonly sizeBand: SizeBand;
  /** Member of the Psychiatric Liaison Accreditation Network; '' = not known. */
  readonly planMember: string;
}

/** Frozen frames with their eligible hospitals. */
export function toListedFrames(
  frames: readonly SamplingFrame[],
  units: readonly FrameUnit[],
  hospitals: readonly ReferenceHospital[],
  areas: readonly AreaRecord[],
): ListedFrame[] {
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  return frames.map((frame) => {
    const listed = new Map(
      units
        .filter(({ frameId, eligibility }) => frameId === frame.id && eligibility === 'eligible')
        .map((unit) => [unit.siteId, unit]),
    );
    const its = hospitals.flatMap((hospital) => {
      const unit = listed.get(hospital.siteId);
      return unit === undefined
        ? []
        : [
            {
              hospital: onItsDay(hospital, unit.facts, areaNames),
              facts: { ...UNKNOWN_FACTS, ...unit.facts },
            },
          ];
    });
    const { id, title, definition, declaredSize, declaredSource, listedSize, source, asOf, hash } = frame;
    return {
      id,
      title,
      definition,
      declaredSize,
      declaredSource,
      listedSize,
      source,
      asOf,
      hash,
      odsCodes: its.map(({ hospital }) => hospital.odsCode),
      hospitals: its.map(({ hospital }) => hospital),
      facts: new Map(
        its.map(({ hospital, facts }) => [
          hospital.odsCode,
          { sizeBand: strataOf(facts).sizeBand, planMember: facts.plan_member },
        ]),
      ),
    };
  });
}

/**
 * A hospital as the frame knew it: what the reference tables learnt later changes no frozen frame. Its ODS code stays
 * the one by which the project knows the site, so that answers of all years meet.
 */
function onItsDay(
  hospital: ReferenceHospital,
  facts: FrameFacts | null,
  areaNames: ReadonlyMap<string, string>,
): ReferenceHospital {
  if (facts === null) return hospital;
  const area = (code: string): string => areaNames.get(code) ?? 'not known';
  return {
    ...hospital,
    name: facts.name,
    postcode: facts.postcode,
    town: facts.town,
    ...(facts.latitude !== '' && {
      latitude: Number(facts.latitude),
      longitude: Number(facts.longitude),
    }),
    siteCategory: categoryOfFacts(facts),
    trustCode: facts.trust_code,
    trust: facts.trust_name,
    regionCode: facts.region_code,
    region: area(facts.region_code),
    icbCode: facts.icb_code,
    icb: area(facts.icb_code),
    ccgCode: facts.ccg_code,
    ccg: area(facts.ccg_code),
  };
}
