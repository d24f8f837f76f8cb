import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { hospitalTable } from '@liaison-atlas/shared/publication/exports/hospital-table';
import { csvLine } from '@liaison-atlas/shared/publication/exports/csv-line';
import { SYSTEM_LEAD } from '../../server/src/access/actor.js';
import { DatasetService } from '../../server/src/cleaning/dataset.service.js';
import { FrameService } from '../../server/src/frame/frame.service.js';
import { RoundService } from '../../server/src/fieldwork/round.service.js';
import { InstrumentService } from '../../server/src/instrument/instrument.service.js';
import { CONFIG, type Config } from '../../server/src/platform/config.js';
import { RoundExports } from '../../server/src/publication/exports/round-export.service.js';
import { RoundBases } from '../../server/src/publication/exports/round-basis.service.js';
import type { RoundJob } from '../../server/src/publication/exports/round-job.js';
import { ThreadExports, threadProgram } from '../../server/src/publication/exports/thread-exports.js';
import { BUNDLE } from '../support/built-server.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { rowsOf } from '../support/read-exports.js';
import { startServer, type TestServer } from '../support/start-server.js';

const COMPILED = new URL('../../server/dist/publication/exports/thread-exports.js', import.meta.url);

describe('the thread that writes large files', () => {
  let server: TestServer;
  let job: RoundJob;
  let folder: string;
  const made: ThreadExports[] = [];

  beforeAll(async () => {
    server = await startServer();
    folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-thread-'));
    const round = await server.app.get(RoundService).get('demo-2026');
    job = {
      table: 'forms',
      round: { id: round.id, kind: round.kind, isPilot: false },
      instrument: await server.app.get(InstrumentService).contentOf(round),
      hospitals: server.app.get(FrameService).listHospitals(round.frameId),
      basis: await server.app.get(RoundBases).of(round, null),
    };
  });
  afterAll(async () => {
    for (const each of made) await each.onApplicationShutdown();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const withProgram = (program: string | null, reader = server.reader): ThreadExports => {
    class Given extends ThreadExports {
      protected override readonly program = program;
    }
    const threads = new Given(reader, server.app.get<Config>(CONFIG));
    made.push(threads);
    return threads;
  };
  const written = (text: string): string => {
    const file = join(folder, `${made.length}.mjs`);
    writeFileSync(file, text);
    return file;
  };
  const all = async (lines: AsyncIterable<string | Buffer>): Promise<string> => {
    let text = '';
    for await (const piece of lines) text += piece.toString();
    return text;
  };
  const given = () => Promise.resolve(job);
  const here = () => all(withProgram(null).lines(given));

  it('lies beside the bundle and beside the compiled modules', () => {
    for (const beside of [BUNDLE, COMPILED]) {
      expect(existsSync(beside), `${fileURLToPath(beside)}: run "npm run build" first`).toBe(true);
      expect(threadProgram(beside.href)).toMatch(/export-thread\.js$/);
    }
    expect(withProgram(null).files).toBe(0);
  });

  it('writes what would be written here, several files side by side', async () => {
    const threads = withProgram(threadProgram(BUNDLE.href));
    const expected = await here();
    expect(expected.length).toBeGreaterThan(10_000);
    const long = () => Promise.resolve({ ...job, table: 'long' as const });
    const [first, second, other] = await Promise.all([
      all(threads.lines(given)),
      all(threads.lines(given)),
      all(threads.lines(long)),
    ]);
    expect(first).toBe(expected);
    expect(second).toBe(expected);
    expect(other).toBe(await all(withProgram(null).lines(long)));
    expect(threads.files).toBe(0);
  });

  it('does all of it there: nothing is asked over the connection that answers requests', async () => {
    const busy = Object.create(server.reader, {
      query: { value: () => Promise.reject(new Error('asked over the connection of the server')) },
    }) as typeof server.reader;
    const threads = withProgram(threadProgram(BUNDLE.href), busy);
    for (const table of ['forms', 'long', 'hospitals'] as const) {
      const own = () => Promise.resolve({ ...job, table });
      expect(await all(threads.lines(own)), table).toBe(await all(withProgram(null).lines(own)));
    }
    expect(await threads.count(job)).toBe((await here()).trim().split('\r\n').length);
    const book = { before: [], tables: [{ job, csvName: 'forms.csv' }], behind: [] };
    expect((await threads.book(book)).equals(await withProgram(null).book(book))).toBe(true);
    await expect(all(withProgram(null, busy).lines(given))).rejects.toThrow('connection of the server');
  });

  it('answers others between any two pieces of what it makes here, too', async () => {
    let turns = 0;
    let done = false;
    const tick = (): void => {
      turns += 1;
      if (!done) setImmediate(tick);
    };
    setImmediate(tick);
    const hospitals = () => Promise.resolve({ ...job, table: 'hospitals' as const });
    await all(withProgram(null).lines(hospitals));
    done = true;
    // A page of a hundred forms at most, and a part of the round, between two turns.
    expect(turns).toBeGreaterThan(3);
  });

  it('makes of the hospitals what analysis makes of them', async () => {
    const round = await server.app.get(RoundService).get('demo-2026');
    const { dataset } = await server.app.get(DatasetService).clean(round);
    const hospitals = new Map(job.hospitals.map((one) => [one.odsCode, one]));
    const { rowOf } = hospitalTable(round, job.instrument, hospitals);
    const text = await all(withProgram(null).lines(() => Promise.resolve({ ...job, table: 'hospitals' })));
    expect(text).toBe(dataset.hospitals.map(rowOf).map(csvLine).join(''));
    const counted = dataset.decisions.filter(({ outcome }) => ['accepted', 'merged'].includes(outcome));
    expect(await withProgram(null).count(job)).toBe(counted.length);
  });

  it('is free again when somebody goes away, and goes on for the others', async () => {
    const threads = withProgram(threadProgram(BUNDLE.href));
    const long = () => Promise.resolve({ ...job, table: 'long' as const });
    const leaver = threads.lines(long);
    const stayer = threads.lines(given);
    expect((await leaver.next()).done).toBe(false);
    const begun = await stayer.next();
    expect(threads.files).toBe(2);
    await leaver.return(undefined);
    expect(threads.files).toBe(1);
    expect(String(begun.value) + (await all(stayer))).toBe(await here());
    expect(threads.files).toBe(0);
  });

  it('is done without where it cannot begin', async () => {
    const broken = withProgram(written(`throw new Error('no room');`));
    expect(await all(broken.lines(given))).toBe(await here());
    expect(broken.files).toBe(0);
  });

  it('fails a file that it had begun rather than end it early', async () => {
    const program = `import { parentPort } from 'node:worker_threads';
      let said = 0;
      parentPort.on('message', ({ id, next }) => {
        if (next !== true) return;
        if ((said += 1) > 1) process.exit();
        parentPort.postMessage({ id, piece: 'half' });
      });`;
    const half = withProgram(written(program));
    const lines = half.lines(given);
    expect((await lines.next()).value).toBe('half');
    await expect(lines.next()).rejects.toThrow('has ended');
    expect(half.files).toBe(0);
  });

  it('says what went wrong with a file, and writes the next one', async () => {
    const threads = withProgram(threadProgram(BUNDLE.href));
    const nothing = () => Promise.resolve({ ...job, basis: { ...job.basis, freeze: 99 } });
    await expect(all(threads.lines(nothing))).rejects.toThrow('no whole freeze');
    expect(await all(threads.lines(given))).toBe(await here());
  });
});

describe('a file of a freeze that is taken while the round is frozen anew', () => {
  const ROUND = 'export-meanwhile';
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('holds the freeze that it was begun with, whole', async () => {
    const lead = new Cleaner(await theSurveyLead(server), await givenRound(server, ROUND));
    await givenForm(server, ROUND, withInReach('RW603'));
    expect((await lead.freeze('')).problems).toEqual([]);
    const exports = server.app.get(RoundExports);
    const take = async (name: string): Promise<AsyncIterator<string | Buffer>> => {
      const { content } = await exports.file(SYSTEM_LEAD, ROUND, name, 'freeze');
      return (content as AsyncIterable<string | Buffer>)[Symbol.asyncIterator]();
    };
    const names = ['forms.csv', 'long.csv', 'hospitals.csv'];
    const begun = await Promise.all(names.map(take));
    const heads = await Promise.all(begun.map((each) => each.next()));
    await givenForm(server, ROUND, withInReach('RH801'));
    expect(await lead.reopen('one more')).toEqual([]);
    expect((await lead.freeze('one more')).problems).toEqual([]);
    for (const [at, name] of names.entries()) {
      let text = String(heads[at]?.value);
      for (let next = await begun[at]!.next(); next.done !== true; next = await begun[at]!.next())
        text += next.value;
      const [early, late] = [rowsOf(text), rowsOf(await (await lead.person.get(path(name))).text())];
      const answered = (rows: typeof early) =>
        new Set(rows.filter(({ forms }) => forms !== '0').map(({ odsCode }) => odsCode));
      expect([...answered(early)], name).toEqual(['RW603']);
      expect([...answered(late)].sort(), name).toEqual(['RH801', 'RW603']);
    }
  });

  const path = (name: string): string => `/manage/v1/rounds/${ROUND}/export/${name}`;
});
