import { describe, expect, it } from 'vitest';

import { SERVICE_KINDS, SERVICE_STATUSES } from './register-service.js';
import { OPEN_ADDRESSES } from '../../publication/open-addresses.js';
import { exampleFacts, exampleStamp } from './example-service.js';
import { parseService, parseStamp } from './parse-service.js';
import { showService } from './shown-service.js';
import { toOpenService } from './to-open-services.js';

const isHospital = (code: string) => /^ZZ\d+$/.test(code);
const codes = (values: Parameters<typeof exampleFacts>[0]) => {
  const result = parseService(exampleFacts(values), isHospital);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
};

describe('what the register takes', () => {
  it.each([
    [{ name: '' }, 'MISSING name'],
    [{ name: 'x'.repeat(201) }, 'TEXT_TOO_LONG name'],
    [{ what: 'Ring 0161 496 0000' }, 'NAMES_A_PERSON what'],
    [{ wte: -1 }, 'OUT_OF_RANGE wte'],
    [{ wte: Number.NaN }, 'OUT_OF_RANGE wte'],
    [{ deliveries: [{ odsCode: 'nowhere', how: 'on_site' as const }] }, 'UNKNOWN_HOSPITAL deliveries'],
    [
      { deliveries: ['ZZ1', 'zz1 '].map((odsCode) => ({ odsCode, how: 'on_site' as const })) },
      'TWICE deliveries',
    ],
    [{ kind: 'pain' as const, tier: 'core' as const }, 'NOT_A_LIAISON_TEAM tier'],
  ])('refuses %j', (values, problem) => expect(codes(values)).toEqual([problem]));

  it('is put into one form: trimmed, in order, each once, staff to one decimal', () => {
    const result = parseService(
      exampleFacts({
        name: '  Unreal  ',
        wte: 4.26,
        conditions: ['copd', 'mus', 'copd'],
        deliveries: [
          { odsCode: 'zz2', how: 'in_reach' },
          { odsCode: 'ZZ1', how: 'on_site' },
        ],
      }),
      isHospital,
    );
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'Unreal', wte: 4.3, conditions: ['mus', 'copd'], deliveries: [{ odsCode: 'ZZ1' }, {}] },
    });
  });

  it.each([
    [{ reference: ' ' }, 'MISSING reference'],
    [{ reference: 'ann@example.org' }, 'NAMES_A_PERSON reference'],
    [{ confirmedOn: '2026-02-30' }, 'NOT_A_DAY confirmedOn'],
    [{ confirmedOn: '1999-12-31' }, 'NOT_A_DAY confirmedOn'],
    [{ confirmedOn: '2026-05-02' }, 'IN_THE_FUTURE confirmedOn'],
  ])('refuses the source %j', (values, problem) => {
    const result = parseStamp({ ...exampleStamp('2026-05-01'), ...values }, '2026-05-01');
    expect(result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([problem]);
  });
});

it('what is not known leaves as null, never as an empty text or list', () => {
  const service = {
    id: 'a',
    revision: 1,
    facts: exampleFacts(),
    stamps: { name: exampleStamp('2026-01-01') },
  };
  const open = toOpenService(showService(service, '2026-02-01', (code) => code));
  expect(open).toMatchObject({ provider: null, status: null, conditions: null, wte: null, hours: null });
  expect(JSON.stringify(open)).not.toContain('""');
});

it('the description of the open data names the kinds and the statuses that there are', () => {
  const { parameters } = OPEN_ADDRESSES.find(({ path }) => path === '/open/v1/services.json')!;
  const named = (name: string) => parameters.find((each) => each.name === name)?.schema.enum;
  expect([named('kind'), named('status')]).toEqual([SERVICE_KINDS, SERVICE_STATUSES]);
});
