import 'reflect-metadata';

import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { entities } from '../database/entities.js';
import { migrations } from '../database/migrations.js';
import { openUnit } from '../database/unit.js';
import { SYSTEM } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { Area } from './area.entity.js';
import { FrameService } from './frame.service.js';
import { FrameUnit } from './frame-unit.entity.js';
import { Organisation } from './organisation.entity.js';
import { ProgrammeSite } from './programme-site.entity.js';
import { ReferenceSeedService, type SeedOutcome } from './reference-seed.service.js';
import { ReferenceSource } from './reference-source.entity.js';
import { Site } from './site.entity.js';
import { stableId } from './stable-id.js';

let source: DataSource;
let frame: FrameService;
let first: SeedOutcome;
/** Statements that the latest seeding sent. */
let statements = 0;

async function seed(): Promise<SeedOutcome> {
  const runner = source.createQueryRunner();
  const send = runner.query.bind(runner);
  statements = 0;
  runner.query = (...asked: Parameters<typeof send>) => {
    statements += 1;
    return send(...asked);
  };
  await runner.startTransaction();
  const unit = openUnit(runner, SYSTEM, '2026-01-01T00:00:00.000Z');
  const outcome = await new ReferenceSeedService(new Clock()).seedReference(unit);
  unit.end();
  await runner.commitTransaction();
  await runner.release();
  return outcome;
}

beforeAll(async () => {
  source = await new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities,
    migrations,
  }).initialize();
  await source.runMigrations();
  first = await seed();
  frame = new FrameService(source);
  await frame.reload();
});
afterAll(() => source.destroy());

describe('the reference tables', () => {
  it('hold 221 acute sites, of which 175 are in the listed frame', async () => {
    expect(await source.getRepository(Site).count()).toBe(221);
    expect(frame.listSites()).toHaveLength(221);
    expect(frame.listHospitals()).toHaveLength(175);
    expect(frame.getFrame('acute-ed-2018')).toMatchObject({ declaredSize: 179, listedSize: 175 });
  });

  it('hold 7 regions, 42 ICBs and 195 CCGs', () => {
    expect((['region', 'icb', 'ccg'] as const).map((level) => frame.areas(level).length)).toEqual([
      7, 42, 195,
    ]);
  });

  it('say that 8 of 22 and 8 of 15 early implementers are sourced, and 1 of 15 pathfinders', () => {
    const { waves, sites, pathfinderWaves } = frame.earlyImplementers();
    expect(waves.map(({ sourced, total }) => [sourced, total])).toEqual([
      [8, 22],
      [8, 15],
    ]);
    expect(pathfinderWaves.map(({ sourced, total }) => [sourced, total])).toEqual([[1, 15]]);
    expect(sites.every((site) => site.source !== '' && site.confidenceReason !== '')).toBe(true);
  });

  it('draw no area for the two early implementers whose CCG no source names', () => {
    const undrawn = frame.earlyImplementers().sites.filter(({ ccgCodes }) => ccgCodes.length === 0);
    expect(undrawn.map(({ name }) => name)).toEqual(['Devon (one CCG area)', 'Derbyshire (part)']);
  });

  it.each([
    ['RWA01', 'Hull Royal Infirmary', 'RWA', null],
    ['RW603', 'Royal Oldham Hospital', 'RW6', 'RM3'],
    ['RH801', 'Royal Devon and Exeter Hospital (Wonford)', 'RH8', null],
    ['RA301', 'Weston General Hospital', 'RA3', 'RA7'],
  ])('know %s as %s, run by %s in 2018', (code, name, trustCode, successor) => {
    const hospital = frame.findHospital(code);
    expect(hospital).toMatchObject({ name, trustCode });
    expect(hospital?.successorTrust?.code ?? null).toBe(successor);
    expect(frame.isListed(code)).toBe(true);
  });

  it('find a hospital by the code it got after a merger, under the code of the frame', () => {
    expect(frame.findHospital('rm317')?.odsCode).toBe('RW603');
  });

  it('leave a site whose department is not confirmed outside the frame as unknown, not as ineligible', async () => {
    const pontefract = await source
      .getRepository(FrameUnit)
      .findOneByOrFail({ siteId: stableId('site', 'RXF03') });
    expect(pontefract.eligibility).toBe('unknown');
    const kinds = await source.getRepository(FrameUnit).find();
    expect(kinds.filter(({ eligibility }) => eligibility === 'ineligible')).toHaveLength(45);
  });

  it('name both trusts that followed Pennine Acute, the one with most of its sites first', () => {
    expect(frame.findTrust('RW6')?.successors.map(({ code }) => code)).toEqual(['RM3', 'R0A']);
    expect(frame.hospitalsTakenUpBy('RM3').map(({ odsCode }) => odsCode)).toEqual([
      'RW601',
      'RW603',
      'RW604',
    ]);
  });

  it('carry attribution, licence and vintage of every file', async () => {
    const sources = frame.referenceSources();
    expect(sources.map(({ file }) => file)).toContain('hospitals.csv');
    expect(sources.every((one) => one.attribution !== '' && one.licence !== '' && one.vintage !== '')).toBe(
      true,
    );
    const known = new Set(sources.map(({ id }) => id));
    for (const entity of [Site, Area, Organisation, ProgrammeSite])
      for (const row of await source.getRepository<{ sourceId: string }>(entity).find())
        expect(known).toContain(row.sourceId);
  });
});

describe('loading the reference tables', () => {
  it('adds everything at the first start and nothing at the second', async () => {
    expect(first).toMatchObject({ loaded: true, changed: 0 });
    expect(await seed()).toEqual({ loaded: false, added: 0, changed: 0 });
    // A start costs a few questions, however large the tables are.
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThan(10);
  });

  it('brings a row back to the file when the files are new, and adds no row twice', async () => {
    await source.getRepository(ReferenceSource).update({ id: 'hospitals' }, { sha256: 'old' });
    for (const { id } of await source.getRepository(ReferenceSource).find())
      await source.getRepository(ReferenceSource).update({ id }, { sha256: 'old' });
    await source.getRepository(Site).update({ odsCode: 'RWA01' }, { town: 'Kingston' });
    const outcome = await seed();
    expect(outcome).toMatchObject({ loaded: true, added: 0 });
    expect((await source.getRepository(Site).findOneByOrFail({ odsCode: 'RWA01' })).town).toBe('Hull');
    expect(await source.getRepository(Site).count()).toBe(221);
  });

  it('leaves alone what somebody imported since', async () => {
    for (const { id } of await source.getRepository(ReferenceSource).find())
      await source.getRepository(ReferenceSource).update({ id }, { sha256: 'old' });
    await source
      .getRepository(Site)
      .update({ odsCode: 'RWA01' }, { postcode: 'HU3 9ZZ', sourceId: 'import:1' });
    await seed();
    expect((await source.getRepository(Site).findOneByOrFail({ odsCode: 'RWA01' })).postcode).toBe('HU3 9ZZ');
  });
});

describe('stableId', () => {
  it('gives a hospital the same id wherever the tables are loaded', () => {
    expect(stableId('site', 'RWA01')).toBe(stableId('site', 'RWA01'));
    expect(stableId('site', 'RWA01')).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(stableId('site', 'RWA01')).not.toBe(stableId('organisation', 'RWA01'));
  });
});
