import { closeSync, openSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { createLogger, logDestination, toLogged } from './logger.js';

/** What is written down when something is logged. */
function written(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  log(createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

/** As the database's library throws it: with the statement and the values that it was given. */
const failedStatement = () =>
  Object.assign(new Error('duplicate key value violates unique constraint "uq_person"'), {
    code: '23505',
    query: 'INSERT INTO person_contact VALUES ($1, $2)',
    parameters: ['ada@example.org', 'Ada Example'],
    driverError: { detail: 'Key (email)=(ada@example.org) already exists.' },
  });

describe('the log', () => {
  it.each(['err', 'error'])('keeps back the values of a failed statement (%s)', (key) => {
    const line = written((logger) => logger.error({ [key]: failedStatement() }, 'request failed'));
    expect(line).not.toMatch(/ada@example|Ada Example|INSERT/);
    expect(JSON.parse(line)).toMatchObject({
      msg: 'request failed',
      [key]: { type: 'Error', code: '23505', message: expect.stringContaining('uq_person') },
    });
  });

  it('keeps back a value that the database quotes in its message', () => {
    const failure = Object.assign(new Error('invalid input syntax for type integer: "ada@example.org"'), {
      code: '22P02',
    });
    const line = written((logger) => logger.error({ err: failure }, 'request failed'));
    expect(line).not.toContain('ada@example');
    expect(JSON.parse(line)).toMatchObject({
      err: {
        code: '22P02',
        message: 'a value does not fit its column',
        stack: expect.stringContaining('logger.test.ts'),
      },
    });
  });

  it('says where a failure comes from, and what was behind it', () => {
    const failure = new Error('cannot store', { cause: failedStatement() });
    const line = written((logger) => logger.error({ err: failure }, 'request failed'));
    expect(line).toContain('logger.test.ts');
    expect(JSON.parse(line)).toMatchObject({ err: { cause: { code: '23505' } } });
    expect(line).not.toContain('ada@example');
  });

  it.each(['token', 'cookie', 'authorization', 'password', 'email', 'recipient', 'address'])(
    'keeps back %s, wherever it stands',
    (name) => {
      const line = written((logger) =>
        logger.info({ [name]: 'secret-1', a: { [name]: 'secret-2', b: { [name]: 'secret-3' } } }, 'said'),
      );
      expect(line).not.toContain('secret-');
      expect(line).toContain('[kept back]');
    },
  );
});

describe('what of a failure is written down', () => {
  it('is the code of one that came from a thread and is no error any more', () => {
    const failure = { code: 'SQLITE_CANTOPEN', path: '/home/ada/atlas.sqlite' };
    expect(toLogged(failure)).toEqual({ type: 'object', message: '', code: 'SQLITE_CANTOPEN' });
    expect([toLogged(null), toLogged({ code: 14 })]).toEqual([
      { type: 'object', message: '' },
      { type: 'object', message: '' },
    ]);
  });
});

describe.skipIf(process.platform !== 'linux')('a log on a disk that is full', () => {
  it('ends nothing: what cannot be written is dropped', async () => {
    const faults: unknown[] = [];
    const note = (error: unknown): void => void faults.push(error);
    process.once('uncaughtException', note);
    const full = openSync('/dev/full', 'w');
    const logger = createLogger({ logLevel: 'info' }, logDestination(full));
    for (let each = 0; each < 3; each += 1) {
      logger.info('one line');
      await setTimeout(20);
    }
    process.removeListener('uncaughtException', note);
    closeSync(full);
    expect(faults).toEqual([]);
  });
});
