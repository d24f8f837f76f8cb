import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, inject, it } from 'vitest';

import { verifyPlace } from '../support/audit-chain.js';
import { type BuiltServer, startBuilt } from '../support/built-server.js';
import { copyOfTemplate, type Place } from '../support/start-server.js';
import { hidden, wordsOf } from '../support/people.js';

/** A person at a browser whose server is pulled from the wall now and then. */
class PatientPerson {
  constructor(
    private url: string,
    private readonly path: string,
  ) {}

  moveTo(url: string): void {
    this.url = url;
  }

  async read(page: string): Promise<string> {
    return (await fetch(`${this.url}${this.path}/${page}`)).text();
  }

  /** Saves the comments page; true when the server said that it is saved, false when the line went dead. */
  async write(comment: string): Promise<boolean> {
    const html = await this.read('comments');
    const fields = { comments: comment, expectedRevision: hidden(html, 'expectedRevision') };
    const answer = await fetch(`${this.url}${this.path}/comments`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    return answer.status === 303;
  }

  async written(): Promise<string> {
    return /<textarea[^>]*>([^<]*)<\/textarea>/.exec(await this.read('comments'))?.[1]?.trim() ?? '';
  }
}

// PostgreSQL is a server of its own, which killing ours does not touch: once is enough there.
const TIMES = inject('template').engine === 'sqlite' ? 3 : 1;

describe('a server that is killed in the middle of answering', () => {
  it(`has every page that it said was saved, and answering goes on, ${TIMES} times`, async () => {
    const place: Place = await copyOfTemplate();
    let server: BuiltServer | undefined;
    try {
      server = await startBuilt(place);
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'mutation { openDemoAnswer { path } }' }),
      });
      const { data } = (await answer.json()) as { data: { openDemoAnswer: { path: string } } };
      const person = new PatientPerson(server.url, data.openDemoAnswer.path);
      let number = 0;
      for (let crash = 1; crash <= TIMES; crash += 1) {
        const before = number;
        let acknowledged = before;
        let alive = true;
        const writing = (async () => {
          while (alive)
            try {
              if (await person.write(`comment ${(number += 1)}`)) acknowledged = number;
            } catch {
              return;
            }
        })();
        while (acknowledged === before) await wait(5);
        await wait(Math.random() * 300);
        await server.kill();
        alive = false;
        await writing;
        server = await startBuilt(place);
        person.moveTo(server.url);
        const kept = Number(/^comment (\d+)$/.exec(await person.written())?.[1] ?? 0);
        // The last request may have been stored without its answer arriving; nothing acknowledged may be missing.
        expect([acknowledged, acknowledged + 1], `crash ${crash}`).toContain(kept);
        expect(await person.write(`comment ${(number += 1)}`), `crash ${crash}: goes on`).toBe(true);
        // No crash may look like somebody's tampering.
        expect(await verifyPlace(place), `crash ${crash}: audit chain`).toMatchObject({ code: 0, wrong: '' });
        expect(await person.written()).toBe(`comment ${number}`);
        expect(wordsOf(await person.read('check'))).toContain(`comment ${number}`);
      }
    } finally {
      await server?.kill();
      await place.remove();
    }
  }, 180_000);

  it('ends in peace when it is asked to, and starts again with nothing lost', async () => {
    const place = await copyOfTemplate();
    let server = await startBuilt(place);
    try {
      const before = await (await fetch(`${server.url}/open/v1/rounds`)).text();
      expect(await server.stop()).toBe('ended as asked');
      server = await startBuilt(place);
      expect(await (await fetch(`${server.url}/open/v1/rounds`)).text()).toBe(before);
    } finally {
      await server.kill();
      await place.remove();
    }
  });
});
