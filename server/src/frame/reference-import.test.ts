import 'reflect-metadata';

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { migrate } from '../database/data-source.js';
import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { readHead, storeEvents } from '../database/store-events.js';
import { openUnit, type Unit, type UnitActor } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { Clock } from '../platform/clock.js';
import { describePlan } from './describe-plan.js';
import { FrameService } from './frame.service.js';
import { readReferenceFile } from './reference-file.js';
import { ReferenceImportService } from './reference-import.service.js';
import { ReferenceSeedService } from './reference-seed.service.js';
import { ReferenceSource } from './reference-source.entity.js';

const NOW = '2026-05-04T10:00:00.000Z';
class FixedClock extends Clock {
  override milliseconds(): number {
    return Date.parse(NOW);
  }
}

/** One unit at a time on the one connection; the real ones are proved by the integration tests. */
class OneAtATime extends UnitOfWork {
  constructor(private readonly source: DataSource) {
    super();
  }
  async run<Value>(actor: UnitActor, work: (unit: Unit) => Promise<Value>): Promise<Value> {
    const runner = this.source.createQueryRunner();
    await runner.startTransaction();
    try {
      const unit = openUnit(runner, actor, NOW);
      const value = await work(unit);
      await storeEvents(runner.manager, await readHead(runner.manager), unit.events);
      await runner.commitTransaction();
      return value;
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  }
  override version = () => Promise.resolve(0);
  override close = () => Promise.resolve();
}

const row = (values: Readonly<Record<number, string>>): string =>
  Array.from({ length: 27 }, (_unused, at) => `"${values[at] ?? ''}"`).join(',');
const read = (text: string) => {
  const file = readReferenceFile(Buffer.from(text));
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.value;
};
const imported = { fileName: 'ets.csv', sha256: 'a'.repeat(64), source: '', vintage: 'May 2026' };

let source: DataSource;
let frame: FrameService;
let importer: ReferenceImportService;

const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-import-'));
const open = (file: string): Promise<DataSource> =>
  new DataSource({ type: 'better-sqlite3', database: join(folder, file), entities, migrations }).initialize();

beforeAll(async () => {
  const seeded = await open('seeded.sqlite');
  await migrate(seeded);
  const seed = new ReferenceSeedService(new FixedClock());
  await new OneAtATime(seeded).run(SYSTEM, (unit) => seed.seedReference(unit));
  await seeded.destroy();
});
beforeEach(async () => {
  copyFileSync(join(folder, 'seeded.sqlite'), join(folder, 'test.sqlite'));
  source = await open('test.sqlite');
  frame = new FrameService(source);
  await frame.reload();
  importer = new ReferenceImportService(new OneAtATime(source), source, frame, new FixedClock());
});
afterEach(() => source.destroy());
afterAll(() => rmSync(folder, { recursive: true }));

describe('importing trust sites of the register', () => {
  const sites = [
    row({ 0: 'RWA01', 1: 'HULL ROYAL INFIRMARY', 9: 'HU3 2JZ', 14: 'RWA' }),
    row({ 0: 'RLQ01', 1: 'WYE VALLEY COUNTY HOSPITAL', 9: 'HR1 2ER', 14: 'RLQ' }),
    row({
      0: 'RH801',
      1: 'ROYAL DEVON & EXETER HOSPITAL (WONFORD)',
      9: 'EX2 5DW',
      14: 'RBA',
      15: '20250401',
    }),
    row({ 0: 'RXX99', 1: 'A CLINIC', 9: 'not a postcode' }),
  ].join('\r\n');

  it('prints what would change, field by field, and stores nothing in a dry run', async () => {
    const plan = await importer.plan(read(sites));
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
    const text = describePlan(plan.value).join('\n');
    expect(text).toContain('RLQ01 The County Hospital (Hereford)');
    expect(text).toContain('postcode: HR1 2BN → HR1 2ER');
    expect(text).toContain('another name, beside The County Hospital (Hereford): WYE VALLEY COUNTY HOSPITAL');
    expect(text).toContain('trust: RH8 → RBA');
    expect(text).toContain('Left out: 1 rows');
    expect(plan.value.changed.map(({ key }) => key)).toEqual(['RLQ01', 'RH801']);
    expect(plan.value.missing).toHaveLength(225 - 3);
    expect(await source.getRepository(ReferenceSource).countBy({ file: 'ets.csv' })).toBe(0);
    expect(frame.findHospital('RLQ01')?.postcode).toBe('HR1 2BN');
  });

  it('stores the news with its source, keeps the trust of 2018, and changes nothing a second time', async () => {
    await importer.apply(SYSTEM, read(sites), imported);
    expect(frame.findHospital('RLQ01')).toMatchObject({
      postcode: 'HR1 2ER',
      aliases: expect.arrayContaining(['WYE VALLEY COUNTY HOSPITAL']),
    });
    expect(frame.findHospital('RH801')).toMatchObject({
      trustCode: 'RH8',
      successorTrust: { code: 'RBA', effectiveOn: '2025-04-01' },
    });
    expect(frame.referenceSources().find(({ file }) => file === 'ets.csv')).toMatchObject({
      vintage: 'May 2026',
      note: 'Imported on 2026-05-04: 0 added, 2 changed.',
    });
    expect(frame.listHospitals()).toHaveLength(175);

    const events = await source.getRepository(AuditEvent).countBy({ action: 'reference.imported' });
    const again = await importer.apply(SYSTEM, read(sites), imported);
    expect(again.ok && [again.value.added.length, again.value.changed.length]).toEqual([0, 0]);
    expect(await source.getRepository(AuditEvent).countBy({ action: 'reference.imported' })).toBe(events);
  });

  it.each([
    ['a postcode that is none', row({ 0: 'RWA01', 1: 'HULL', 9: 'HU3' })],
    ['a trust that nobody knows', row({ 0: 'RWA01', 1: 'HULL', 14: 'RZZ' })],
    ['a day that does not exist', row({ 0: 'RWA01', 1: 'HULL', 10: '20189901' })],
  ])('refuses the whole file for %s', async (_what, text) => {
    const result = await importer.apply(
      SYSTEM,
      read(`${text}\n${row({ 0: 'RLQ01', 1: 'X', 9: 'HR1 2ER' })}`),
      imported,
    );
    expect(result.ok ? 'accepted' : result.problems.map(({ code }) => code)).toEqual(['BAD_VALUE']);
    expect(frame.findHospital('RLQ01')?.postcode).toBe('HR1 2BN');
  });

  it('refuses a register without any site of ours', async () => {
    const result = await importer.plan(read(row({ 0: 'RXX99', 1: 'A CLINIC' })));
    expect(result.ok ? 'accepted' : result.problems[0]?.code).toBe('NOTHING_KNOWN');
  });

  it('reads the end of a code as the end of the code, not as the end of the hospital', async () => {
    await importer.apply(
      SYSTEM,
      read(row({ 0: 'RW603', 1: 'ROYAL OLDHAM HOSPITAL', 9: 'OL9 9ZZ', 11: '20210930' })),
      imported,
    );
    expect(frame.findHospital('RW603')?.postcode).toBe('OL1 2JH');
    expect(frame.isListed('RW603')).toBe(true);
  });
});

describe('importing trusts of the register', () => {
  it('adds a trust whose kind is not known and keeps the name of 2018 beside a new one', async () => {
    const trusts = [
      row({ 0: 'RWA', 1: 'HULL UNIVERSITY TEACHING HOSPITALS NHS TRUST', 9: 'HU3 2JZ' }),
      row({ 0: 'RZZ', 1: 'A NEW NHS TRUST', 9: 'HU3 2JZ', 10: '20300401' }),
    ].join('\n');
    await importer.apply(SYSTEM, read(trusts), { ...imported, fileName: 'etr.csv' });
    expect(frame.findTrust('RZZ')).toMatchObject({ trustType: 'not_known' });
    expect(frame.findTrust('RWA')).toMatchObject({
      name: 'Hull and East Yorkshire Hospitals NHS Trust',
      successors: [{ code: 'RWA', name: 'HULL UNIVERSITY TEACHING HOSPITALS NHS TRUST', effectiveOn: '' }],
    });
  });
});

describe('importing early implementers', () => {
  const header = 'programme,wave,name,confidence,source,ccg_codes_2018';

  it('adds a sourced site, so that 17 of 37 are sourced', async () => {
    const text = `${header}\nearly_implementer,1,Swindon,high,https://example.test,12D\n`;
    await importer.apply(SYSTEM, read(text), { ...imported, fileName: 'sites.csv' });
    expect(frame.earlyImplementers().waves.map(({ sourced }) => sourced)).toEqual([9, 8]);
    expect(frame.earlyImplementersAt('12D').map(({ name }) => name)).toEqual(['Swindon']);
  });

  it.each([
    ['a site without a source', 'early_implementer,1,Swindon,high,,12D'],
    ['a wave that never was', 'early_implementer,3,Swindon,high,https://example.test,12D'],
    ['a CCG that was not there in 2018', 'early_implementer,1,Swindon,high,https://example.test,10Y'],
    ['a confidence of another kind', 'early_implementer,1,Swindon,sure,https://example.test,12D'],
  ])('refuses %s', async (_what, line) => {
    const result = await importer.plan(read(`${header}\n${line}\n`));
    expect(result.ok ? 'accepted' : result.problems.map(({ code }) => code)).toEqual(['BAD_VALUE']);
  });

  it('refuses a site that stands in the list twice', async () => {
    const line = 'early_implementer,1,Swindon,high,https://example.test,12D';
    const result = await importer.plan(read(`${header}\n${line}\n${line}\n`));
    expect(result.ok ? 'accepted' : result.problems.map(({ code }) => code)).toContain('NAMED_TWICE');
  });
});
