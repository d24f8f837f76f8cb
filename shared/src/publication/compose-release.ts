import { datasetIndicators } from '../analysis/dataset-indicators.js';
import { type HospitalCategory, hospitalCategory } from '../analysis/hospital-category.js';
import type { ScoreBands } from '../analysis/ladder.js';
import { scoreStatistics } from '../analysis/scores.js';
import type { AnalysisDataset, HospitalRecord } from '../cleaning/analysis-dataset.js';
import type { Hospital } from '../frame/hospital.js';
import { nameableCode } from './nameable-code.js';
import { protectScores } from './protect-scores.js';
import { protectWithheld } from './protect-withheld.js';
import type { PublicationSettings } from './publication-settings.js';
import { toPublishedHospital } from './published-hospital.js';
import type { PublishedFrame, ReleaseDocument, SourcedNote } from './release.js';
import { type EarlierThemes, releasedCoding, releaseThemes, type RoundCoding } from './release-themes.js';
import { displayName } from '../fieldwork/display-name.js';

/** Everything a release is made of; the same input always gives the same document. */
export interface ReleaseInput {
  readonly round: ReleaseDocument['round'];
  readonly number: number;
  readonly kind: ReleaseDocument['kind'];
  readonly publishedAt: string;
  /** The moment up to which answers count, or the period of fieldwork. */
  readonly asAt: string;
  readonly instrument: ReleaseDocument['instrument'];
  readonly codeVersion: string;
  readonly frame: PublishedFrame;
  /** The hospitals of the frame, in the order in which they are to stand in every file. */
  readonly hospitals: readonly Hospital[];
  readonly dataset: AnalysisDataset;
  readonly settings: PublicationSettings;
  readonly notes: readonly SourcedNote[];
  /** Score bands of the survey; the project's display bands when absent. */
  readonly bands?: ScoreBands;
  /** The releases of the round so far: no two may solve each other. Absent = the first. */
  readonly earlier?: readonly (Pick<ReleaseDocument, 'hospitals' | 'scores'> & EarlierThemes)[];
  /** The coding of the comments as it stands; absent = it was not finished, or never begun. */
  readonly coding?: RoundCoding;
  /** Only of an erratum. */
  readonly replaces?: ReleaseDocument['replaces'];
}

interface Standing {
  readonly record: HospitalRecord;
  readonly category: HospitalCategory;
}

/**
 * Makes the release of a live or synthetic round: what may leave, and nothing else.
 *
 * Totals, bounds and score statistics count every analysed hospital. Under a hospital's name stands only what its
 * strictest consent and the round's settings allow (see `nameableCode`); every other hospital is NP, whether it
 * was silent, did not know or did not consent, and where the totals would still give it away a further hospital is
 * withheld with it (see `protectWithheld`). In a synthetic round every name starts with "DEMO".
 * @throws RangeError when dataset and hospitals are not the same frame, or for a published-facts round: its
 *   release is `composeImported2018`, which no answers can reach.
 */
export function composeRelease(input: ReleaseInput): ReleaseDocument {
  const { round, frame, dataset, settings, earlier = [], coding } = input;
  if (round.kind === 'published_facts' || round.kind !== dataset.roundKind) {
    throw new RangeError(`a ${round.kind} round cannot be released from a ${dataset.roundKind} dataset`);
  }
  const standings = standingsOf(input);
  const size = frame.declaredSize ?? frame.listedSize;
  const allowed = protectWithheld(
    [...standings.values()].map(({ record, category }) => ({
      record,
      code: nameableCode(category.code, record, settings),
    })),
    settings,
    earlier.map((before) => new Map(before.hospitals.map(({ odsCode, category }) => [odsCode, category]))),
  );
  const publicCode = new Map(allowed.map(({ record, code }) => [record.odsCode, code]));
  const hospitals = input.hospitals.map((hospital) => {
    const { record, category } = standingOf(standings, hospital.odsCode);
    return toPublishedHospital(
      round.kind,
      hospital,
      record,
      category,
      publicCode.get(hospital.odsCode) ?? 'NP',
    );
  });
  const published = new Set(hospitals.filter(({ score }) => score !== null).map(({ odsCode }) => odsCode));
  return {
    schema: 'liaison-atlas/release/1',
    round,
    number: input.number,
    kind: input.kind,
    publishedAt: input.publishedAt,
    asAt: input.asAt,
    instrument: input.instrument,
    codeVersion: input.codeVersion,
    frame,
    forms: formsOf(dataset),
    responseRate: {
      answered: dataset.ledger.analysed,
      frame: size,
      rate: dataset.ledger.analysed / size,
    },
    indicators: datasetIndicators(dataset, size),
    scores: protectScores(
      scoreStatistics(
        input.hospitals.flatMap(({ odsCode, name }) => {
          const { category } = standingOf(standings, odsCode);
          // A score without reported in-reach has no meaning (methods C2), as when in-reach is in conflict.
          if (category.score === 'missing' || category.inReach !== 'yes') return [];
          return [
            {
              odsCode,
              name: displayName(round.kind, name),
              score: category.score,
              published: published.has(odsCode),
            },
          ];
        }),
      ),
      earlier.map((before) => before.scores),
    ),
    hospitals,
    areaFigures: true,
    themes: coding === undefined ? [] : releaseThemes(coding, earlier),
    ...(coding !== undefined && { coding: releasedCoding(coding) }),
    notes: [...input.notes, namingNote(settings)],
    ...(input.replaces !== undefined && { replaces: input.replaces }),
  };
}

function standingsOf({ hospitals, dataset, round, bands }: ReleaseInput): ReadonlyMap<string, Standing> {
  const standings = new Map(
    dataset.hospitals.map((record) => [
      record.odsCode,
      { record, category: hospitalCategory(record, round.kind, bands) },
    ]),
  );
  const frame = new Set(hospitals.map(({ odsCode }) => odsCode));
  if (frame.size !== hospitals.length || frame.size !== standings.size) {
    throw new RangeError(`${standings.size} hospital records for a frame of ${hospitals.length} hospitals`);
  }
  return standings;
}

function standingOf(standings: ReadonlyMap<string, Standing>, odsCode: string): Standing {
  const standing = standings.get(odsCode);
  if (standing === undefined) throw new RangeError(`no record of hospital ${odsCode} in the dataset`);
  return standing;
}

const formsOf = ({ ledger }: AnalysisDataset): ReleaseDocument['forms'] => ({
  received: ledger.received,
  accepted: ledger.accepted,
  merged: ledger.merged,
  excluded: ledger.excluded,
  withdrawn: ledger.withdrawn,
  pending: ledger.pending,
  partial: ledger.partial,
  analysed: ledger.analysed,
});

/** Tells the reader what a hospital shown as not published can mean in this round. */
function namingNote({ nameFacts, nameDontKnow, nameSilence }: PublicationSettings): SourcedNote {
  const held = [
    nameFacts ? 'hospitals that did not agree to be named' : 'all answers of single hospitals',
    ...(nameDontKnow ? [] : ['answers where a team did not know or its respondents disagree']),
    ...(nameSilence ? [] : ['hospitals that did not answer']),
  ];
  return {
    id: 'naming',
    text:
      `Shown as not published, without saying which: ${held.join('; ')}. Now and then one hospital more is, so ` +
      'that these cannot be worked out from the totals. The totals count every analysed hospital.',
    source: 'publication settings of the round',
  };
}
