import type { Answers, AnswerValue } from '@liaison-atlas/shared/instrument/answer-value';
import { getInstrument } from '@liaison-atlas/shared/instrument/registry';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { openUnit } from '../database/unit.js';
import { SYSTEM } from '../database/unit-of-work.js';
import { newId } from '../platform/ids.js';
import { Answer } from './answer.entity.js';
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

async function stored(answers: Answers): Promise<Answer[]> {
  const responseId = newId();
  const at = '2026-03-15T12:00:00.000Z';
  const unit = openUnit(source.createQueryRunner(), SYSTEM, at);
  const sent = { responseId, revision: 1, at, by: 'system', reason: '', idempotencyKey: newId(), answers };
  await writeRevision(unit, getInstrument('1.1'), sent);
  return source.getRepository(Answer).findBy({ responseId });
}

describe('the rows of a submission', () => {
  it.each<[string, string, AnswerValue, Partial<Answer>]>([
    ['a chosen option is a code', 'iapt_inreach_mus', { given: 'no' }, { code: 'no' }],
    [
      'several options are codes',
      'settings',
      { given: ['ward', 'outpatients'] },
      { code: 'ward outpatients' },
    ],
    ['a listed hospital is a code', 'hospital', { given: 'RW603' }, { code: 'RW603' }],
    ['a typed hospital is text', 'hospital', { given: 'other:Northtown' }, { text: 'other:Northtown' }],
    ['a comment is text', 'comments', { given: 'Plans exist.' }, { text: 'Plans exist.' }],
    ['a comment of one word is text and no code', 'comments', { given: 'no' }, { text: 'no' }],
    ['a score of 0 is a number', 'integration', { given: 0 }, { number: 0 }],
    ['an absence has no value', 'integration', { missing: 'dont_know' }, { state: 'dont_know' }],
  ])('%s', async (_case, variable, value, columns) => {
    const rows = await stored({ [variable]: value });
    const state = 'missing' in value ? value.missing : 'answered';
    expect(rows).toMatchObject([{ variable, state, code: null, number: null, text: null, ...columns }]);
  });
});
