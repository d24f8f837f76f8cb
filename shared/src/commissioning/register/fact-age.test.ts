import { expect, it } from 'vitest';

import { stampChange } from './change-service.js';
import { exampleFacts, exampleStamp } from './example-service.js';
import { factAge, monthsSince, serviceAge } from './fact-age.js';

it.each([
  ['2024-03-31', '2026-03-31', 'fresh'],
  ['2024-03-30', '2026-03-31', 'faded'],
  ['2024-02-29', '2026-02-28', 'fresh'],
  ['2024-02-28', '2026-02-28', 'fresh'],
  ['2024-02-27', '2026-02-28', 'faded'],
  ['2026-03-31', '2026-03-31', 'fresh'],
] as const)('a fact confirmed on %s is on %s %s', (confirmedOn, today, age) =>
  expect(factAge(exampleStamp(confirmedOn), today)).toBe(age),
);

it('what nobody has told has no age, and never reads as faded or none', () =>
  expect(factAge(undefined, '2026-01-01')).toBe('not_known'));

it.each([
  ['2026-01-31', '2026-02-28', 0],
  ['2026-01-31', '2026-03-01', 1],
  ['2024-01-31', '2026-01-31', 24],
  ['2026-01-02', '2026-01-01', 0],
])('from %s to %s are %i whole months', (from, to, months) => expect(monthsSince(from, to)).toBe(months));

it('a service is as young as its latest confirmation; faded facts are counted', () => {
  const facts = exampleFacts({ hours: 'extended', deliveries: [{ odsCode: 'ZZ1', how: 'on_site' }] });
  const old = stampChange(null, facts, exampleStamp('2023-01-01'));
  const service = { id: 'a', revision: 1, facts, stamps: { ...old, hours: exampleStamp('2026-01-01') } };
  expect(serviceAge(service, '2026-02-01')).toMatchObject({
    last: { confirmedOn: '2026-01-01' },
    known: 4,
    faded: 3,
  });
});
