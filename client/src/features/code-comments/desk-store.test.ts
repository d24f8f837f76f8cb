import { describe, expect, it } from 'vitest';

import { DeskStore, type Send, type Work } from './desk-store.js';

const COMMENT = { unitId: 'u', textHash: 'h', revision: 3 };
const said = (memo: string) => ({ codes: [], suggested: [], memo, final: false });
const PROBLEM = { code: 'NO_CONNECTION', field: '', message: 'No.', mend: 'Again.' };

/** A server that answers when told to, and what it was sent. */
function slowServer() {
  const sent: Work[] = [];
  const answers: ((answer: Awaited<ReturnType<Send>>) => void)[] = [];
  const store = new DeskStore((work) => {
    sent.push(work);
    return new Promise((resolve) => answers.push(resolve));
  });
  const answer = async (value: Awaited<ReturnType<Send>>) => {
    answers.shift()!(value);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { store, sent, answer, work: () => store.read().get('u') };
}

describe('the saves of a desk', () => {
  it('send one request at a time, the next on top of what was stored', async () => {
    const { store, sent, answer, work } = slowServer();
    store.say(COMMENT, said('one'));
    store.say(COMMENT, said('two'));
    expect(sent.map(({ said: { memo } }) => memo)).toEqual(['one']);
    expect(work()?.state).toBe('saving');
    await answer({ revision: 4 });
    expect(sent.map(({ revision, said: { memo } }) => [revision, memo])).toEqual([
      [3, 'one'],
      [4, 'two'],
    ]);
    await answer({ revision: 5 });
    expect(work()).toMatchObject({ state: 'stored', revision: 5 });
  });

  it('keep what could not be stored, and store it when asked again', async () => {
    const { store, sent, answer, work } = slowServer();
    store.say(COMMENT, said('kept'));
    await answer({ problem: PROBLEM });
    expect(work()).toMatchObject({ state: 'failed', problem: PROBLEM, said: { memo: 'kept' } });
    store.retry();
    expect(sent).toHaveLength(2);
    await answer({ revision: 4 });
    expect(work()?.state).toBe('stored');
  });

  it('go on with other comments when one fails, and forget it only when told to', async () => {
    const { store, sent, answer, work } = slowServer();
    store.say(COMMENT, said('fails'));
    store.say({ ...COMMENT, unitId: 'v' }, said('other'));
    await answer({ problem: PROBLEM });
    expect(sent.map(({ unitId }) => unitId)).toEqual(['u', 'v']);
    store.dropFailed();
    expect(work()).toBeUndefined();
    expect(store.read().get('v')?.state).toBe('saving');
  });
});
