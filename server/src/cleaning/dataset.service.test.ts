import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { getInstrument } from '@liaison-atlas/shared/instrument/registry';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import type { FrameService } from '../frame/frame.service.js';
import type { InstrumentService } from '../instrument/instrument.service.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { DatasetService, membersOf } from './dataset.service.js';
import { RoundCleaning } from './round-cleaning.entity.js';
import { RoundForms } from './round-forms.service.js';

const NOON = '2026-03-15T12:00:00.000Z';

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

let source: DataSource;
beforeAll(async () => {
  const kind = { type: 'better-sqlite3', database: ':memory:' } as const;
  source = await new DataSource({ ...kind, entities, migrations }).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.query('PRAGMA foreign_keys = OFF');
});
afterEach(async () => {
  await source.query('DROP TRIGGER IF EXISTS guard_response_revision_delete');
  for (const target of [Response, ResponseRevision]) await source.getRepository(target).clear();
});
afterAll(() => source.destroy());

const sent = (revision: number, inReach: 'yes' | 'no'): Promise<unknown> =>
  source.getRepository(ResponseRevision).insert({
    id: `a${revision}`,
    responseId: 'a',
    revision,
    at: NOON,
    by: '',
    reason: '',
    idempotencyKey: '',
    answers: answers(inReach) as object,
    hash: '',
  });

const responseIs = (values: Partial<Response>): Promise<unknown> =>
  source.getRepository(Response).save({
    id: 'a',
    roundId: 'r',
    invitationId: null,
    odsCode: 'ZZZ01',
    siteTextRaw: '',
    instrumentVersion: '1.1',
    mode: 'web_token',
    respondent: '',
    state: 'submitted',
    revision: 1,
    draft: {},
    draftRevision: 1,
    idempotencyKey: 'k',
    startedAt: NOON,
    lastSavedAt: NOON,
    submittedAt: NOON,
    isTest: null,
    ...values,
  });

/** Writes past the units: nobody can tell what changed. */
class NobodyNotes extends UnitOfWork {
  private asked = 0;
  run(): Promise<never> {
    throw new Error('nothing is written in a unit here');
  }
  version(): Promise<number> {
    return Promise.resolve((this.asked += 1));
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const service = (): DatasetService =>
  new DatasetService(
    new RoundForms(source, new NobodyNotes()),
    source.getRepository(CleaningDecision),
    source.getRepository(RoundCleaning),
    {
      listHospitals: () => [{ odsCode: 'ZZZ01', name: 'East Hospital', town: 'Eastham' }],
    } as unknown as FrameService,
    { contentOf: () => Promise.resolve(getInstrument('1.1')) } as unknown as InstrumentService,
    { of: () => Promise.resolve(new Map()) },
  );

const inReachOf = async (datasets: DatasetService): Promise<[string | undefined, readonly string[]]> => {
  const { dataset, forms } = await datasets.clean(ROUND);
  return [dataset.hospitals[0]?.items['iapt_inreach']?.position, membersOf(forms)];
};

describe('the forms of a round', () => {
  it('count with the revision that is named beside the figure, even when a correction comes meanwhile', async () => {
    await sent(1, 'no');
    await sent(2, 'yes');
    await responseIs({});
    const datasets = service();
    expect(await inReachOf(datasets)).toEqual(['no', ['a:1']]);
    await responseIs({ revision: 2, state: 'under_review' });
    expect(await inReachOf(datasets)).toEqual(['yes', ['a:2']]);
  });

  it('count as corrected by their team without waiting for a person', async () => {
    await sent(2, 'yes');
    await responseIs({ revision: 2, state: 'under_review' });
    const { dataset } = await service().clean(ROUND);
    expect(dataset.ledger).toMatchObject({ received: 1, accepted: 1, pending: 0, analysed: 1 });
  });

  it('say nothing before they are submitted', async () => {
    await responseIs({ revision: 0, state: 'in_progress', submittedAt: null });
    expect(await inReachOf(service())).toEqual(['no_reply', []]);
  });
});
