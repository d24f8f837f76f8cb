import { describe, expect, it } from 'vitest';

import { chainEvents, type ChainHead, EMPTY_CHAIN, type PendingEvent } from './audit-chain.js';
import { type StoredEvent, verifyChain } from './verify-chain.js';

const pending = (index: number): PendingEvent => ({
  at: `2026-03-15T12:00:0${index}.000Z`,
  actorId: 'alice',
  action: 'test.done',
  entity: 'thing',
  entityId: `t${index}`,
  reason: '',
  detail: { count: index },
  before: null,
  after: { state: 'on' },
  requestId: '',
  subjects: [
    { entity: 'round', id: 'r' },
    { entity: 'site', id: `s${index}` },
  ],
});

/** Five events as a database holds them, with their head. */
function given(): { events: StoredEvent[]; head: ChainHead | null } {
  const all = [1, 2, 3, 4, 5].map(pending);
  const chained = chainEvents(EMPTY_CHAIN, all);
  const events = chained.events.map((event, at) => ({
    ...event,
    detail: JSON.stringify(event.detail),
    before: null,
    after: JSON.stringify(event.after),
    subjects: all[at]!.subjects,
  }));
  return { events, head: chained.head };
}

type Chain = ReturnType<typeof given>;

const verify = ({ events, head }: Chain, noted: readonly ChainHead[] = []) =>
  verifyChain(
    {
      readAfter: (seq) => Promise.resolve(events.filter((event) => event.seq > seq).slice(0, 2)),
      readHead: () => Promise.resolve(head),
    },
    noted,
  );

/** The same chain with one event put differently. */
const edited = (seq: number, change: Partial<StoredEvent>): Chain => {
  const chain = given();
  return {
    ...chain,
    events: chain.events.map((event) => (event.seq === seq ? { ...event, ...change } : event)),
  };
};

describe('a chain that nobody touched', () => {
  it('is whole, and its head is the last event', async () => {
    const chain = given();
    expect(await verify(chain, [chain.head!])).toEqual({ count: 5, head: chain.head, breaks: [] });
  });

  it('is whole when it is empty', async () => {
    expect(await verify({ events: [], head: EMPTY_CHAIN })).toEqual({
      count: 0,
      head: EMPTY_CHAIN,
      breaks: [],
    });
  });

  it('does not depend on the order in which subjects are read, nor on spaces in a document', async () => {
    const turned = [...given().events[2]!.subjects].reverse();
    expect((await verify(edited(3, { subjects: turned, detail: '{ "count": 3 }' }))).breaks).toEqual([]);
  });

  it('may grow while it is read', async () => {
    const { events, head } = given();
    let asked = 0;
    const report = await verifyChain({
      readAfter: (seq) =>
        Promise.resolve(events.filter((event) => event.seq > seq && event.seq <= (asked < 2 ? 2 : 5))),
      readHead: () => Promise.resolve(asked++ === 0 ? { seq: 2, hash: events[1]!.hash } : head),
    });
    expect(report).toEqual({ count: 5, head, breaks: [] });
  });
});

describe('what is wrong with a chain', () => {
  const cases: readonly [string, () => Chain, number, RegExp][] = [
    ['an actor that was changed', () => edited(3, { actorId: 'bob' }), 3, /event 3 .*was changed/],
    ['a reason that was added', () => edited(3, { reason: 'x' }), 3, /was changed/],
    ['facts that were changed', () => edited(3, { after: '{"state":"off"}' }), 3, /was changed/],
    ['facts that are none', () => edited(3, { detail: '{' }), 3, /cannot be read/],
    ['a subject that was taken away', () => edited(3, { subjects: [] }), 3, /was changed/],
    ['a time that was changed', () => edited(5, { at: '2026-03-15T12:00:09.000Z' }), 5, /was changed/],
    [
      'an event that was removed',
      () => ({ ...given(), events: given().events.filter(({ seq }) => seq !== 2) }),
      3,
      /event 2 is missing/,
    ],
    [
      'a first event that was removed',
      () => ({ ...given(), events: given().events.slice(2) }),
      3,
      /events 1 to 2 are missing/,
    ],
    [
      'an end that was cut off',
      () => ({ ...given(), events: given().events.slice(0, 3) }),
      4,
      /events 4 to 5 are missing at the end/,
    ],
    ['a head record that is gone', () => ({ ...given(), head: null }), 5, /head record .*is missing/],
    [
      'a head record that was set back',
      () => ({ ...given(), head: { seq: 4, hash: given().events[3]!.hash } }),
      5,
      /does not agree with event 5/,
    ],
  ];
  it.each(cases)('names %s', async (_what, chain, seq, message) => {
    const [first] = (await verify(chain())).breaks;
    expect(first).toEqual({ seq, message: expect.stringMatching(message) });
  });

  it('names two events that changed places', async () => {
    const chain = given();
    const [, second, third] = chain.events;
    const events = chain.events.with(1, { ...third!, seq: 2 }).with(2, { ...second!, seq: 3 });
    expect((await verify({ ...chain, events })).breaks.map(({ seq }) => seq)).toEqual(
      expect.arrayContaining([2, 3]),
    );
  });

  it('names the event after one that was changed together with its hash', async () => {
    const chain = given();
    const forged = chainEvents({ seq: 2, hash: chain.events[1]!.hash }, [{ ...pending(3), actorId: 'bob' }]);
    const events = chain.events.with(2, {
      ...chain.events[2]!,
      actorId: 'bob',
      hash: forged.events[0]!.hash,
    });
    expect((await verify({ ...chain, events })).breaks).toEqual([
      { seq: 4, message: expect.stringMatching(/event 4 .*does not follow/) },
    ]);
  });

  it('knows a chain that was written anew as a whole by a head that was noted', async () => {
    const noted = given().head!;
    const all = [1, 2, 3, 4, 5].map((index) => ({ ...pending(index), actorId: 'bob', subjects: [] }));
    const anew = chainEvents(EMPTY_CHAIN, all);
    const events = anew.events.map((event) => ({
      ...event,
      detail: JSON.stringify(event.detail),
      before: null,
      after: JSON.stringify(event.after),
      subjects: [],
    }));
    expect((await verify({ events, head: anew.head })).breaks).toEqual([]);
    expect((await verify({ events, head: anew.head }, [noted])).breaks).toEqual([
      { seq: 5, message: expect.stringMatching(/written down/) },
    ]);
  });
});
