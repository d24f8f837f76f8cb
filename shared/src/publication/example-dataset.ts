import type { AnalysisDataset, HospitalRecord, Position } from '../cleaning/analysis-dataset.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { Hospital } from '../frame/hospital.js';
import { composeRelease, type ReleaseInput } from './compose-release.js';
import type { ReleaseDocument } from './release.js';

/** What a hospital of an example dataset answered; an item that is left out was skipped. */
export interface ExampleAnswer {
  readonly treats?: Position;
  readonly inReach?: Position;
  readonly otherService?: Position;
  readonly score?: number;
  readonly nameFacts?: boolean;
  readonly nameScore?: boolean;
}

/** A hospital record for unit tests; without an answer the hospital is silent. For tests only. */
export function exampleRecord(odsCode: string, answer?: ExampleAnswer): HospitalRecord {
  const item = (position: Position) => ({
    position: answer === undefined ? ('no_reply' as const) : position,
    agreeing: 1,
    asked: 1,
    oneOfSeveral: false,
    responseIds: [],
  });
  return {
    odsCode,
    forms: answer === undefined ? 0 : 1,
    leadResponseId: answer === undefined ? '' : `lead-${odsCode}`,
    items: {
      iapt_treats_mus_ltc: item(answer?.treats ?? 'skipped'),
      iapt_inreach: item(answer?.inReach ?? 'skipped'),
      psychology_on_site: item(answer?.otherService ?? 'skipped'),
      other_integrated_service: item(answer?.otherService ?? 'skipped'),
    },
    score: answer?.score === undefined ? { missing: 'not_asked' } : { given: answer.score },
    otherScores: [],
    consent: { nameFacts: answer?.nameFacts ?? true, nameScore: answer?.nameScore ?? true, quote: false },
    clustered: false,
    lastSubmittedAt: answer === undefined ? '' : '2026-11-01T09:00:00.000Z',
  };
}

/** A dataset for unit tests: one form for each hospital that answered. For tests only. */
export function exampleDataset(
  roundKind: RoundKind,
  hospitals: readonly Hospital[],
  answers: Readonly<Record<string, ExampleAnswer>>,
): AnalysisDataset {
  const records = hospitals.map(({ odsCode }) => exampleRecord(odsCode, answers[odsCode]));
  const analysed = records.filter(({ forms }) => forms > 0).length;
  return {
    roundKind,
    hospitals: records,
    ledger: {
      received: analysed,
      accepted: analysed,
      merged: 0,
      excluded: 0,
      withdrawn: 0,
      pending: 0,
      partial: 0,
      analysed,
      excludedByReason: {},
    },
    decisions: [],
    disagreements: [],
    commented: 0,
  };
}

/** Input of a release for unit tests: facts by name, people not, unless `more` says otherwise. For tests only. */
export function exampleInput(
  kind: RoundKind,
  hospitals: readonly Hospital[],
  answers: Readonly<Record<string, ExampleAnswer>>,
  more: Partial<ReleaseInput> = {},
): ReleaseInput {
  return {
    round: { id: 'demo-2026', title: 'Demonstration round', kind, fieldwork: 'November 2026' },
    number: 1,
    kind: 'interim',
    publishedAt: '2026-11-20T12:00:00.000Z',
    asAt: '2026-11-20T12:00:00.000Z',
    instrument: { key: 'iapt-liaison', version: '1.1', contentHash: 'b'.repeat(64) },
    codeVersion: 'test',
    frame: {
      id: 'acute-ed-2018',
      title: 'General hospitals with an emergency department',
      declaredSize: null,
      listedSize: hospitals.length,
      source: 'test frame',
      asOf: '2018-02',
      hash: 'a'.repeat(64),
    },
    hospitals,
    dataset: exampleDataset(kind, hospitals, answers),
    settings: { nameFacts: true, nameDontKnow: false, nameSilence: false },
    notes: [],
    ...more,
  };
}

/** A release for unit tests. For tests only. */
export const exampleRelease = (...input: Parameters<typeof exampleInput>): ReleaseDocument =>
  composeRelease(exampleInput(...input));
