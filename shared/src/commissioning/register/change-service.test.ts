import { describe, expect, it } from 'vitest';

import { changedFacts, stampChange, stampConfirmation } from './change-service.js';
import { exampleFacts, exampleStamp } from './example-service.js';

const [old, fresh] = [exampleStamp('2023-05-01'), exampleStamp('2026-05-01')];

describe('the ages of facts', () => {
  const facts = exampleFacts({ provider: 'Unreal Trust', deliveries: [{ odsCode: 'ZZ1', how: 'on_site' }] });
  const stamps = stampChange(null, facts, old);

  it('begin with the entry, for what is known only', () =>
    expect(Object.keys(stamps).sort()).toEqual(['at:ZZ1', 'kind', 'name', 'provider']));

  it('change with what changed; the rest keeps its own, and what is not known any more has none', () => {
    const after = exampleFacts({ hours: 'extended', deliveries: [{ odsCode: 'ZZ1', how: 'in_reach' }] });
    expect(changedFacts(facts, after)).toEqual(['provider', 'hours', 'at:ZZ1']);
    expect(stampChange({ facts, stamps }, after, fresh)).toEqual({
      kind: old,
      name: old,
      hours: fresh,
      'at:ZZ1': fresh,
    });
  });

  it('name a hospital that went', () =>
    expect(changedFacts(facts, { ...facts, deliveries: [] })).toEqual(['at:ZZ1']));

  it('are renewed by a confirmation, all of them or those that were named, and never made older', () => {
    expect(Object.values(stampConfirmation({ facts, stamps }, [], fresh))).toEqual([
      fresh,
      fresh,
      fresh,
      fresh,
    ]);
    expect(stampConfirmation({ facts, stamps }, ['provider'], fresh)).toMatchObject({
      provider: fresh,
      name: old,
    });
    const young = stampConfirmation({ facts, stamps }, [], fresh);
    expect(stampConfirmation({ facts, stamps: young }, [], old)).toEqual(young);
  });
});
