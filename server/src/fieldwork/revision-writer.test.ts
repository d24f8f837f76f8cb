import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { openUnit } from '../database/unit.js';
import { SYSTEM } from '../database/unit-of-work.js';
import { newId } from '../platform/ids.js';
import { ResponseRevision } from './response-revision.entity.js';
import { writeRevision } from './revision-writer.js';

let source: DataSource;

beforeAll(async () => {
  source = await new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities,
    migrations,
  }).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.query('PRAGMA foreign_keys = OFF');
});
afterAll(() => source.destroy());

async function stored(answers: Answers): Promise<ResponseRevision> {
  const responseId = newId();
  const at = '2026-03-15T12:00:00.000Z';
  const unit = openUnit(source.createQueryRunner(), SYSTEM, at);
  const sent = { responseId, revision: 1, at, by: 'system', reason: '', idempotencyKey: newId(), answers };
  await writeRevision(unit, sent);
  return source.getRepository(ResponseRevision).findOneByOrFail({ responseId });
}

describe('the row of a submission', () => {
  const answers: Answers = {
    hospital: { given: 'other:Northtown' },
    settings: { given: ['ward', 'outpatients'] },
    integration: { given: 0 },
    comments: { missing: 'skipped' },
  };

  it('holds what was sent as it was sent', async () => {
    expect((await stored(answers)).answers).toEqual(answers);
  });

  it('has a hash that does not depend on the order of the answers, and changes with any of them', async () => {
    const { hash } = await stored(answers);
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    expect((await stored(turned)).hash).toBe(hash);
    expect((await stored({ ...answers, integration: { given: 1 } })).hash).not.toBe(hash);
  });
});
