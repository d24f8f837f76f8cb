import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { PUBLISHED_2018 } from '@liaison-atlas/shared/publication/published-2018';
import type { Logger } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { UnitOfWork } from '../../server/src/database/unit-of-work.js';
import { roundTopic } from '../../server/src/fieldwork/round.service.js';
import { FrameService } from '../../server/src/frame/frame.service.js';
import { CONFIG, type Config } from '../../server/src/platform/config.js';
import { LiveAnswers, liveProgram } from '../../server/src/publication/live/live-answers.js';
import type { LiveKind, LiveQuestions } from '../../server/src/publication/live/live-questions.js';
import { LiveRounds } from '../../server/src/publication/live/live-rounds.js';
import type { LiveLimits } from '../../server/src/publication/live/live-worker.js';
import { BUNDLE } from '../support/built-server.js';
import { FrameLead, unrealLine, unrealList } from '../support/frame-lead.js';
import { givenForm } from '../support/cleaner.js';
import { givenLink, givenRound, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const COMPILED = new URL('../../server/dist/publication/live/live-answers.js', import.meta.url);
const PROGRAM = liveProgram(BUNDLE.href);

const BY = {
  level: 'region',
  threshold: { numerator: 1, denominator: 2 },
  eligibleShare: 'not_known',
} as const;
const QUESTIONS: { readonly [Kind in LiveKind]: LiveQuestions[Kind]['asks'] } = {
  whole: { roundId: 'demo-2026' },
  map: { roundId: 'demo-2026' },
  tracked: { roundId: 'demo-2026', by: { ...BY, question: '' } },
  replies: { roundId: 'demo-2026', regionCode: 'Y62' },
  ready: { roundId: 'demo-2026' },
};
/** `ready` shows nothing: it is for what is asked next. */
const SHOWN = (Object.keys(QUESTIONS) as LiveKind[]).filter((kind) => kind !== 'ready');

describe('the thread of the live rounds', () => {
  let server: TestServer;
  let folder: string;
  const made: LiveAnswers[] = [];
  let lost: { readonly message: string }[] = [];

  beforeAll(async () => {
    server = await startServer();
    folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-live-'));
  });
  afterEach(async () => {
    for (const each of made.splice(0)) await each.onApplicationShutdown();
    lost = [];
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Nothing is answered here unless `here` says so. */
  interface Other {
    readonly here?: LiveRounds;
    readonly unitOfWork?: Pick<UnitOfWork, 'version' | 'changes'>;
    readonly limits?: LiveLimits;
  }
  const nowhere = { answer: () => Promise.reject(new Error('answered by the server itself')) };
  const withProgram = (program: string | null, other: Other = {}): LiveAnswers => {
    const { app } = server;
    class Given extends LiveAnswers {
      protected override readonly program = program;
      protected override readonly limits = other.limits ?? { pauseMs: 0 };
    }
    const logger = { warn: ({ failure }: { failure: { message: string } }) => lost.push(failure) };
    const answers = new Given(
      other.here ?? (nowhere as unknown as LiveRounds),
      (other.unitOfWork as UnitOfWork | undefined) ?? server.unitOfWork,
      app.get(FrameService),
      app.get<Config>(CONFIG),
      logger as unknown as Logger,
    );
    made.push(answers);
    return answers;
  };
  const here = (): LiveRounds => server.app.get(LiveRounds);
  const written = (name: string, text: string): string => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, text);
    return file;
  };
  /** What was answered, but for when; bytes as what they say. */
  const plainly = (answer: unknown): unknown =>
    JSON.parse(
      JSON.stringify(answer, (key, value: unknown) => {
        if (key === 'asAt') return '';
        if (key !== 'plain') return key === 'etag' || key === 'br' || key === 'gzip' ? '' : value;
        const bytes = (value as { data?: number[] }).data ?? Object.values(value as object);
        return JSON.parse(Buffer.from(bytes as number[]).toString()) as unknown;
      }).replace(/"asAt":"[^"]*"/g, '"asAt":""'),
    );
  const submittedIn = async (answers: LiveAnswers, roundId: string): Promise<number> => {
    const { tracked } = await answers.ask('tracked', { roundId, by: { ...BY, question: '' } });
    return tracked.england.standings.submitted;
  };

  it('lies beside the bundle and beside the compiled modules', () => {
    for (const beside of [BUNDLE, COMPILED]) {
      expect(existsSync(beside), `${fileURLToPath(beside)}: run "npm run build" first`).toBe(true);
      expect(liveProgram(beside.href)).toMatch(/live-worker-thread\.js$/);
    }
  });

  it.each(SHOWN)('answers as the server itself would: %s', async (kind) => {
    const answer = await withProgram(PROGRAM).ask(kind, QUESTIONS[kind]);
    const expected = await withProgram(null, { here: here() }).ask(kind, QUESTIONS[kind]);
    expect(plainly(answer)).toEqual(plainly(expected));
    expect(JSON.stringify(plainly(expected)).length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  it('shows every form that was acknowledged before it was asked', async () => {
    const answers = withProgram(PROGRAM);
    const roundId = await givenRound(server, `thread-never-stale-${Date.now()}`);
    const hospitals = server.app.get(FrameService).listHospitals('acute-ed-2018').slice(0, 15);
    expect(await submittedIn(answers, roundId)).toBe(0);
    for (const [at, { odsCode }] of hospitals.entries()) {
      const team = new LiaisonTeam(server, await givenLink(server, { odsCode, roundId }));
      expect((await team.submit(withoutInReach(odsCode))).problems).toEqual([]);
      const acknowledged = new Date().toISOString();
      const { asAt, tracked } = await answers.ask('tracked', { roundId, by: { ...BY, question: '' } });
      expect(tracked.england.standings.submitted).toBe(at + 1);
      // Nor is it said to be of a moment before.
      expect(asAt >= acknowledged, `${asAt} is not before ${acknowledged}`).toBe(true);
    }
  });

  it('works a round out again as soon as it changes, while a lead may look at it again', async () => {
    const answers = withProgram(PROGRAM);
    const roundId = await givenRound(server, `thread-ahead-${Date.now()}`);
    const questions = (): number => (answers as unknown as { worker: { last: number } }).worker.last;
    const version = (): Promise<number> => server.unitOfWork.version(roundTopic(roundId));
    await answers.ask('whole', { roundId });
    // Nobody has said that a lead looked.
    await givenForm(server, roundId, withInReach('RW603'));
    await delay(500);
    expect(questions()).toBe(1);
    await answers.ask('whole', { roundId });
    answers.looked(roundId, await version());
    await delay(500);
    expect(questions()).toBe(2);
    await givenForm(server, roundId, withInReach('RJ611'));
    await expect.poll(questions).toBe(3);
    await expect
      .poll(() => (answers as unknown as { worker: { waiting: Map<number, unknown> } }).worker.waiting.size)
      .toBe(0);
    const beforeTheLook = new Date().toISOString();
    const { asAt, ledger } = await answers.ask('whole', { roundId });
    expect([ledger.analysed, asAt < beforeTheLook]).toEqual([2, true]);
    expect(lost).toEqual([]);
  });

  it('gives way to the server, where threads have priorities of their own', async () => {
    const own = getPriority();
    await withProgram(PROGRAM).ask('whole', { roundId: 'demo-2026' });
    expect(getPriority()).toBe(own);
    if (process.platform !== 'linux') return;
    const priorities = readdirSync('/proc/self/task').map((thread) => {
      try {
        return getPriority(Number(thread));
      } catch {
        // It has ended meanwhile.
        return own;
      }
    });
    expect(priorities).toContain(Math.max(own, constants.priority.PRIORITY_BELOW_NORMAL));
  });

  it('is of the moment at which it was worked out, and not of when somebody first asked', async () => {
    const answers = withProgram(PROGRAM);
    const roundId = await givenRound(server, `thread-moment-${Date.now()}`);
    const odsCode = server.app.get(FrameService).listHospitals('acute-ed-2018')[0]!.odsCode;
    // The thread begins with this question, and takes a while to.
    const first = answers.ask('whole', { roundId });
    await givenForm(server, roundId, withInReach(odsCode));
    for (const { asAt, hospitals } of await Promise.all([first, answers.ask('whole', { roundId })]))
      for (const { lastSubmittedAt } of hospitals) expect(asAt >= lastSubmittedAt, asAt).toBe(true);
  });

  it('has all parts of a round of one moment, however many replies come meanwhile', async () => {
    const answers = withProgram(PROGRAM);
    const roundId = await givenRound(server, `thread-watched-${Date.now()}`);
    const hospitals = server.app.get(FrameService).listHospitals('acute-ed-2018').slice(0, 24);
    // The thread takes longer to begin than all replies to come.
    await submittedIn(answers, roundId);
    let sent = 0;
    const looks: { analysed: number; onTheMap: number }[] = [];
    const look = async (): Promise<void> => {
      while (sent < hospitals.length) {
        const { ledger, hospitals: shown } = await answers.ask('whole', { roundId });
        const onTheMap = shown.filter(({ forms }) => forms > 0).length;
        looks.push({ analysed: ledger.analysed, onTheMap });
      }
    };
    const send = async (): Promise<void> => {
      for (const { odsCode } of hospitals) {
        await givenForm(server, roundId, withInReach(odsCode));
        sent += 1;
        // The thread gives way to who sends: each form is to be seen by a look of its own.
        const seen = looks.length;
        await expect.poll(() => looks.length, { interval: 5 }).toBeGreaterThan(seen);
      }
    };
    await Promise.all([send(), look(), look()]);
    expect(new Set(looks.map(({ analysed }) => analysed)).size).toBeGreaterThan(3);
    expect(looks.filter(({ analysed, onTheMap }) => analysed !== onTheMap)).toEqual([]);
  });

  it('knows a frame that was frozen after it began', async () => {
    const answers = withProgram(PROGRAM);
    expect(await submittedIn(answers, 'demo-2026')).toBeGreaterThan(0);
    const lead = await FrameLead.of(server);
    const id = String((await lead.create(`Unreal of the thread ${Date.now()}`)).frame?.['id']);
    await lead.imports(
      id,
      unrealList(unrealLine('ZZK01', 'Unreal North'), unrealLine('ZZK02', 'Unreal South')),
    );
    expect((await lead.freeze(id)).problems).toEqual([]);
    const roundId = await givenRound(server, `thread-frame-${Date.now()}`, {
      kind: 'synthetic',
      frameId: id,
    });
    const { hospitals, frameSize } = await answers.ask('whole', { roundId });
    expect([frameSize, hospitals.map(({ odsCode }) => odsCode)]).toEqual([2, ['ZZK01', 'ZZK02']]);
  });

  it('refuses as the server would, with the field and the mend', async () => {
    const answers = withProgram(PROGRAM);
    const tracked = (roundId: string, question: string) => () =>
      answers.ask('tracked', { roundId, by: { ...BY, question } });
    const refusals = [
      [tracked('no-such-round', ''), { code: 'NOT_FOUND', field: 'round', status: 404 }],
      [tracked('demo-2026', 'no_such'), { code: 'BAD_INPUT', field: 'question', status: 400 }],
      [tracked(PUBLISHED_2018.roundId, ''), { code: 'CONFLICT', field: 'roundId', status: 409 }],
    ] as const;
    for (const [asked, refusal] of refusals)
      await expect(asked()).rejects.toMatchObject({ ...refusal, mend: expect.stringMatching(/.{10}/) });
    expect(lost).toEqual([]);
  });

  it('begins no thread once it has been stopped', async () => {
    const answers = withProgram(PROGRAM);
    await answers.onApplicationShutdown();
    await expect(submittedIn(answers, 'demo-2026')).rejects.toThrow('answered by the server itself');
  });

  it('is done without where it cannot begin, and is not begun again for a while', async () => {
    const program = written('no-room', `throw new Error('no room');`);
    const answers = withProgram(program, { here: here(), limits: { pauseMs: 60_000 } });
    const expected = await submittedIn(withProgram(null, { here: here() }), 'demo-2026');
    for (let time = 0; time < 3; time += 1) expect(await submittedIn(answers, 'demo-2026')).toBe(expected);
    expect(lost).toMatchObject([{ message: 'no room' }]);
  });

  it.each([
    ['ends over a question', `parentPort.on('message', ({ id }) => id && process.exit());`],
    [
      'fails over a question',
      `parentPort.on('message', ({ id }) => parentPort.postMessage({ id, failed: { message: 'broken' } }));`,
    ],
  ])('is done without where it %s, and not asked again for a while', async (what, lines) => {
    const program = written(what.slice(0, 4), `import { parentPort } from 'node:worker_threads'; ${lines}`);
    const answers = withProgram(program, { here: here(), limits: { pauseMs: 60_000 } });
    const both = await Promise.all([submittedIn(answers, 'demo-2026'), submittedIn(answers, 'demo-2026')]);
    expect(both[0]).toBeGreaterThan(0);
    expect([both[1], await submittedIn(answers, 'demo-2026')]).toEqual([both[0], both[0]]);
    expect(lost).toMatchObject([{ message: expect.stringMatching(/broken|ended by itself \(0\)/) }]);
  });

  it('refuses a round over which it is silent for too long', async () => {
    const program = written(
      'mute',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined);`,
    );
    const answers = withProgram(program, { here: here(), limits: { mostMs: 300, pauseMs: 60_000 } });
    const refusal = { code: 'BUSY', field: 'roundId', status: 503 };
    await expect(submittedIn(answers, 'demo-2026')).rejects.toMatchObject(refusal);
    await expect(submittedIn(answers, 'demo-2026')).rejects.toMatchObject(refusal);
    expect(lost).toMatchObject([{ message: expect.stringContaining('in time') }]);
  });

  it('refuses a round that is too much for its memory, which would be too much for the server as well', async () => {
    const answers = withProgram(PROGRAM, { here: here(), limits: { mostMiB: 12, pauseMs: 60_000 } });
    const refusal = { code: 'BUSY', field: 'roundId', status: 503, mend: expect.stringContaining('memory') };
    await expect(submittedIn(answers, 'demo-2026')).rejects.toMatchObject(refusal);
    // Nor is the round tried at once again; others are the server's own meanwhile.
    await expect(submittedIn(answers, 'demo-2026')).rejects.toMatchObject(refusal);
    expect(await submittedIn(answers, await givenRound(server, `thread-small-${Date.now()}`))).toBe(0);
    expect(lost).toMatchObject([{ message: expect.stringContaining('memory limit') }]);
  });

  it('answers nothing where nobody can tell what has changed: the server tries, and says why not', async () => {
    const unitOfWork = { version: () => Promise.reject(new Error('gone')), changes: () => Promise.reject() };
    await expect(submittedIn(withProgram(PROGRAM, { unitOfWork }), 'demo-2026')).rejects.toThrow(
      'answered by the server itself',
    );
    expect(lost).toMatchObject([{ message: expect.stringMatching(/could not say .*: gone/) }]);
  });

  it('is ended some time after the last question, and begun again with the next', async () => {
    const answers = withProgram(PROGRAM, { limits: { restMs: 200 } });
    const threadOf = (): unknown => (answers as unknown as { worker: { thread: unknown } }).worker.thread;
    const first = await submittedIn(answers, 'demo-2026');
    const before = threadOf();
    await expect.poll(threadOf).toBeUndefined();
    expect(await submittedIn(answers, 'demo-2026')).toBe(first);
    expect(threadOf()).not.toBe(before);
    expect(lost).toEqual([]);
  });
});
