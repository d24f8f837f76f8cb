import { indicatorResult } from '../analysis/indicator.js';
import type { IndicatorId } from '../analysis/indicator-result.js';
import { ladderCode } from '../analysis/ladder.js';
import { scoreStatistics } from '../analysis/scores.js';
import { tallyOf } from '../analysis/tally.js';
import { type Hospital, isInListedFrame } from '../frame/hospital.js';
import { PUBLISHED_2018, type PublishedQuestion } from './published-2018.js';
import { PUBLISHED_2018_NOTES } from './published-2018-notes.js';
import { PUBLISHED_2018_THEMES } from './published-2018-themes.js';
import { withFinding } from './published-hospital.js';
import type { PublishedHospital, ReleaseDocument } from './release.js';

/** What the importing system adds to the report's facts. */
export interface ImportContext {
  readonly publishedAt: string;
  /** Instrument v1.0, the questionnaire of 2018. */
  readonly instrument: ReleaseDocument['instrument'];
  readonly codeVersion: string;
  /** Id, title, source, date and hash of the listed frame; the sizes are not taken from here. */
  readonly frame: Omit<ReleaseDocument['frame'], 'declaredSize' | 'listedSize'>;
  /** 1 unless an erratum replaces it. */
  readonly number?: number;
}

/**
 * The release of round 2017-18: the facts of the report put beside the hospitals of the listed frame.
 *
 * Three hospitals carry what the report prints of them; of all others it says nothing, so they are NP ("not
 * published") and none is NR. Shares are of the 179 hospitals it declares. No figures by area. Its three scores
 * are exempt from the rules on small numbers, since they are published already (methods C3).
 * @param hospitals reference hospitals; sites outside the listed frame are left out
 * @throws RangeError when a hospital that the report names is not in the listed frame.
 */
export function composeImported2018(hospitals: readonly Hospital[], context: ImportContext): ReleaseDocument {
  const listed = hospitals.filter(({ siteCategory }) => isInListedFrame(siteCategory));
  const declared = PUBLISHED_2018.declaredSize.value;
  const analysed = PUBLISHED_2018.analysed.value;
  return {
    schema: 'liaison-atlas/release/1',
    round: {
      id: PUBLISHED_2018.roundId,
      title: PUBLISHED_2018.title,
      kind: 'published_facts',
      fieldwork: PUBLISHED_2018.fieldwork,
    },
    number: context.number ?? 1,
    kind: 'imported',
    publishedAt: context.publishedAt,
    asAt: PUBLISHED_2018.fieldwork,
    instrument: context.instrument,
    codeVersion: context.codeVersion,
    frame: { ...context.frame, declaredSize: declared, listedSize: listed.length },
    forms: {
      received: PUBLISHED_2018.received.value,
      accepted: null,
      merged: null,
      excluded: PUBLISHED_2018.excluded.value,
      withdrawn: null,
      pending: null,
      partial: null,
      analysed,
    },
    responseRate: { answered: analysed, frame: declared, rate: analysed / declared },
    indicators: [
      indicatorOf('iapt-treats-mus-ltc', PUBLISHED_2018.treatsMusLtc),
      indicatorOf('iapt-in-reach', PUBLISHED_2018.inReach),
    ],
    scores: scoreStatistics(
      PUBLISHED_2018.inReachHospitals.map(({ odsCode, score }) => ({
        odsCode,
        name: nameOf(listed, odsCode),
        score: score.value,
        published: true,
      })),
    ),
    hospitals: listed.map(asReported),
    areaFigures: false,
    themes: PUBLISHED_2018_THEMES,
    notes: PUBLISHED_2018_NOTES,
  };
}

const indicatorOf = (id: IndicatorId, { yes, no, dontKnow }: PublishedQuestion) =>
  indicatorResult(
    id,
    tallyOf({
      yes: yes.value,
      no: no.value,
      dontKnow: dontKnow.value,
      frame: PUBLISHED_2018.declaredSize.value,
    }),
  );

function nameOf(listed: readonly Hospital[], odsCode: string): string {
  const hospital = listed.find((candidate) => candidate.odsCode === odsCode);
  if (hospital === undefined) {
    throw new RangeError(`the 2018 report names hospital ${odsCode}, which is not in the listed frame`);
  }
  return hospital.name;
}

function asReported(hospital: Hospital): PublishedHospital {
  const reported = PUBLISHED_2018.inReachHospitals.find(({ odsCode }) => odsCode === hospital.odsCode);
  const score = reported?.score.value ?? null;
  return withFinding('published_facts', hospital, {
    category: ladderCode({
      roundKind: 'published_facts',
      named: reported !== undefined,
      answered: reported !== undefined,
      // The report does not say how the three answered on provision; in-reach alone decides their rung.
      provision: 'not_asked',
      inReach: reported === undefined ? 'no_reply' : 'yes',
      score: score ?? 'missing',
    }),
    // Nobody was asked about other services in 2018: not known for every hospital, which is never a "no".
    otherProvision: 'not_known',
    score,
    marker: markerOf(hospital.odsCode, score),
  });
}

function markerOf(odsCode: string, score: number | null): string {
  if (score !== null) {
    return (
      `Integration ${score} of 100 as judged by the liaison team: one respondent's view, ` +
      `${PUBLISHED_2018.fieldwork}; the parent trust may have changed since.`
    );
  }
  if (odsCode === PUBLISHED_2018.integratedExemplar.odsCode) {
    return (
      'One respondent of the 2018 survey described a working integrated service in Hull, for complex cases in ' +
      'hospital and with stepped care reaching into primary care. The report names the city, not this hospital.'
    );
  }
  return '';
}
