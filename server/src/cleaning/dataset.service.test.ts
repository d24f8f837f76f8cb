import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { getInstrument } from '@liaison-atlas/shared/instrument/registry';
import type { DataSource, Repository } from 'typeorm';
import { describe, expect, it } from 'vitest';

import type { Response } from '../fieldwork/response.entity.js';
import type { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import type { FrameService } from '../frame/frame.service.js';
import type { InstrumentService } from '../instrument/instrument.service.js';
import type { CleaningDecision } from './cleaning-decision.entity.js';
import { DatasetService } from './dataset.service.js';
import type { RoundCleaning } from './round-cleaning.entity.js';
import { RoundForms } from './round-forms.service.js';

const ROUND = {
  id: 'r',
  kind: 'live',
  frameId: 'f',
  settings: { unitOfAnalysis: 'site', nameFacts: true, nameDontKnow: false, nameSilence: false },
} as Round;

const answers = (inReach: 'yes' | 'no'): Answers => ({
  hospital: { given: 'ZZZ01' },
  iapt_inreach: { given: inReach },
});

const sent = (revision: number, inReach: 'yes' | 'no') =>
  ({ responseId: 'a', revision, answers: answers(inReach) }) as unknown as ResponseRevision;

const response = (values: Partial<Response>): Response =>
  ({
    id: 'a',
    revision: 1,
    state: 'submitted',
    odsCode: 'ZZZ01',
    idempotencyKey: 'k',
    respondent: '',
    invitationId: null,
    submittedAt: '2026-03-15T12:00:00.000Z',
    ...values,
  }) as Response;

const service = (rows: () => Response[], revisions: ResponseRevision[]): DatasetService =>
  new DatasetService(
    new RoundForms({
      manager: {
        find: () => Promise.resolve(rows()),
        findBy: () => Promise.resolve(revisions),
      },
    } as unknown as DataSource),
    { find: () => Promise.resolve([]) } as unknown as Repository<CleaningDecision>,
    { findOneBy: () => Promise.resolve(null) } as unknown as Repository<RoundCleaning>,
    {
      listHospitals: () => [{ odsCode: 'ZZZ01', name: 'East Hospital', town: 'Eastham' }],
    } as unknown as FrameService,
    { contentOf: () => Promise.resolve(getInstrument('1.1')) } as unknown as InstrumentService,
    { of: () => Promise.resolve(new Map()) },
  );

const inReachOf = async (datasets: DatasetService): Promise<[string | undefined, readonly string[]]> => {
  const { dataset, members } = await datasets.clean(ROUND);
  return [dataset.hospitals[0]?.items['iapt_inreach']?.position, members];
};

describe('the forms of a round', () => {
  it('count with the revision that is named beside the figure, even when a correction comes meanwhile', async () => {
    let rows = [response({})];
    const datasets = service(() => rows, [sent(1, 'no'), sent(2, 'yes')]);
    expect(await inReachOf(datasets)).toEqual(['no', ['a:1']]);
    rows = [response({ revision: 2, state: 'under_review' })];
    expect(await inReachOf(datasets)).toEqual(['yes', ['a:2']]);
  });

  it('count as corrected by their team without waiting for a person', async () => {
    const datasets = service(() => [response({ revision: 2, state: 'under_review' })], [sent(2, 'yes')]);
    const { dataset } = await datasets.clean(ROUND);
    expect(dataset.ledger).toMatchObject({ received: 1, accepted: 1, pending: 0, analysed: 1 });
  });

  it('say nothing before they are submitted', async () => {
    const datasets = service(() => [response({ revision: 0, state: 'in_progress', submittedAt: null })], []);
    expect(await inReachOf(datasets)).toEqual(['no_reply', []]);
  });
});
