import { describe, expect, it } from 'vitest';

import { duplicationOf, duplicationsAmong } from './duplication.js';
import { exampleService } from './example-service.js';
import type { Condition, DeliveryWay, ServiceStatus } from './register-service.js';

const at = (how: DeliveryWay, odsCode = 'ZZ1') => [{ odsCode, how }];
const planned = (conditions: readonly Condition[] = []) =>
  exampleService('planned', { kind: 'iapt_ltc', status: 'planned', conditions, deliveries: at('in_reach') });
const other = (how: DeliveryWay, status: ServiceStatus = 'active', conditions: readonly Condition[] = []) =>
  exampleService('other', { status, conditions, deliveries: at(how) });

describe('a planned in-reach', () => {
  it.each([
    ['a service on site', other('on_site'), 'on_site'],
    ['one on site that is planned as well', other('on_site', 'planned'), 'on_site'],
    ['one whose status is not known', other('on_site', 'not_known'), 'on_site'],
    ['one of which nobody has said whether it is on site', other('not_known'), 'not_known'],
    ['an in-reach for conditions that are not known', other('in_reach'), 'in_reach'],
    ['an in-reach for the same condition', other('in_reach', 'active', ['diabetes']), 'in_reach'],
    ['an in-reach for any condition', other('in_reach', 'pilot', ['any_condition']), 'in_reach'],
  ])('meets %s', (_what, service, because) =>
    expect(duplicationOf(planned(['diabetes']), [service])).toMatchObject([{ odsCode: 'ZZ1', because }]),
  );

  it.each([
    ['an in-reach for another condition', other('in_reach', 'active', ['copd'])],
    ['a service that is closed', other('on_site', 'closed')],
    ['one that patients are referred to elsewhere', other('by_referral')],
    ['one on site of another hospital', exampleService('o', { deliveries: at('on_site', 'ZZ2') })],
    ['itself', planned(['diabetes'])],
  ])('does not meet %s', (_what, service) =>
    expect(duplicationOf(planned(['diabetes']), [service])).toEqual([]),
  );

  it('says so where the conditions are not known', () => {
    const [warning] = duplicationOf(planned(), [other('in_reach', 'active', ['copd'])]);
    expect(warning?.text).toContain('cannot be ruled out');
  });
});

it('what is active already is no plan, and warns of nothing', () => {
  const active = exampleService('a', { status: 'active', deliveries: at('in_reach') });
  expect(duplicationOf(active, [other('on_site')])).toEqual([]);
});

it('among many, only the hospitals that are asked about count', () => {
  const all = [planned(), other('on_site')];
  expect(duplicationsAmong(all)).toHaveLength(1);
  expect(duplicationsAmong(all, new Set(['ZZ2']))).toEqual([]);
});
