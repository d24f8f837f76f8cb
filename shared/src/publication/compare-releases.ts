import type { IndicatorResult } from '../analysis/indicator-result.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import type { PublicationSettings } from './publication-settings.js';
import type { PublishedHospital, ReleaseDocument } from './release.js';

/** One figure of two releases; null = that release has none. */
export interface ComparedIndicator {
  readonly id: string;
  readonly before: IndicatorResult | null;
  readonly after: IndicatorResult | null;
}

/** A hospital that would stand elsewhere than in the release before. */
export interface ChangedHospital {
  readonly odsCode: string;
  readonly name: string;
  /** null = it was not in the frame of the release before. */
  readonly before: Pick<PublishedHospital, 'category' | 'label' | 'score'> | null;
  readonly after: Pick<PublishedHospital, 'category' | 'label' | 'score'>;
}

/** Two releases of a round side by side, for the person who is about to publish the second. */
export interface ReleaseComparison {
  readonly indicators: readonly ComparedIndicator[];
  /** Hospitals whose category, words or score change, in the order of the release. */
  readonly hospitals: readonly ChangedHospital[];
  /** ODS codes that were in the frame before and are not any more. */
  readonly gone: readonly string[];
  /** Hospitals named before and withheld now: the earlier release still shows them. */
  readonly namedBefore: number;
}

/**
 * What differs between the release that stands and the one to come. It holds figures side by side and never their
 * difference: two releases of a round can rest on different responders (methods C3, D6 8).
 * @param before null = nothing of the round stands; then every figure is new, and no hospital has changed
 */
export function compareReleases(before: ReleaseDocument | null, after: ReleaseDocument): ReleaseComparison {
  const was = new Map((before?.hospitals ?? []).map((hospital) => [hospital.odsCode, hospital]));
  const now = new Set(after.hospitals.map(({ odsCode }) => odsCode));
  const hospitals =
    before === null
      ? []
      : after.hospitals.flatMap((hospital): ChangedHospital[] => {
          const earlier = was.get(hospital.odsCode);
          const same =
            earlier?.category === hospital.category &&
            earlier.score === hospital.score &&
            earlier.label === hospital.label;
          if (same) return [];
          const { odsCode, name } = hospital;
          return [
            { odsCode, name, before: earlier === undefined ? null : stand(earlier), after: stand(hospital) },
          ];
        });
  const ids = [...new Set([...(before?.indicators ?? []), ...after.indicators].map(({ id }) => id))];
  return {
    indicators: ids.map((id) => ({
      id,
      before: before?.indicators.find((one) => one.id === id) ?? null,
      after: after.indicators.find((one) => one.id === id) ?? null,
    })),
    hospitals,
    gone: [...was.keys()].filter((odsCode) => !now.has(odsCode)),
    namedBefore: hospitals.filter(
      ({ before: earlier, after: later }) =>
        earlier !== null && earlier.category !== 'NP' && later.category === 'NP',
    ).length,
  };
}

const stand = ({ category, label, score }: PublishedHospital) => ({ category, label, score });

/** How many hospitals consent, settings and disclosure control keep from being named, by the reason. */
export interface DisclosureEffects {
  /** Answered, and did not agree to be named, or the round names no facts. */
  readonly noConsent: number;
  /** Did not know, or its respondents disagree. */
  readonly describesPeople: number;
  /** Did not answer, and the round names no silence. */
  readonly silent: number;
  /** Might be named, and are withheld so that another cannot be worked out from the totals. */
  readonly covering: number;
  /** In-reach is named and its score is not. */
  readonly scoresHeld: number;
}

/**
 * Counts what the naming rules do to a release, from its document and the dataset behind it. Each withheld hospital is
 * counted once, under the first reason that applies.
 */
export function disclosureEffects(
  document: Pick<ReleaseDocument, 'hospitals'>,
  records: readonly HospitalRecord[],
  codes: ReadonlyMap<string, LadderCode>,
  settings: PublicationSettings,
): DisclosureEffects {
  const publicCodes = new Map(document.hospitals.map(({ odsCode, category }) => [odsCode, category]));
  const effects = { noConsent: 0, describesPeople: 0, silent: 0, covering: 0, scoresHeld: 0 };
  for (const { odsCode, forms, consent } of records) {
    const shown = publicCodes.get(odsCode);
    if (shown === 'GP') effects.scoresHeld += 1;
    if (shown !== 'NP') continue;
    if (forms === 0 && !settings.nameSilence) effects.silent += 1;
    else if (forms > 0 && !(settings.nameFacts && consent.nameFacts)) effects.noConsent += 1;
    else if (codes.get(odsCode) === 'NP') effects.describesPeople += 1;
    else effects.covering += 1;
  }
  return effects;
}
