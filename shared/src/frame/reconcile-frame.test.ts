import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { reconcileFrame, type ReconcileRecord } from './reconcile-frame.js';

const hospital = (key: string, fields: Record<string, string>): ReconcileRecord => ({
  key,
  label: `Hospital ${key}`,
  fields,
});
const plan = (current: readonly ReconcileRecord[], incoming: readonly ReconcileRecord[]) => {
  const result = reconcileFrame(current, incoming);
  if (!result.ok) throw new Error('refused');
  return result.value;
};

describe('reconcileFrame', () => {
  it('says what is new, what differs and from what to what, and what the newer list lacks', () => {
    const current = [
      hospital('A', { postcode: 'HU3 2JZ' }),
      hospital('B', { postcode: 'OL1 2JH' }),
      hospital('C', {}),
    ];
    const incoming = [
      hospital('B', { postcode: 'OL9 9ZZ' }),
      hospital('A', { postcode: 'HU3 2JZ' }),
      hospital('D', {}),
    ];
    expect(plan(current, incoming)).toEqual({
      added: [incoming[2]],
      changed: [
        { key: 'B', label: 'Hospital B', changes: [{ field: 'postcode', from: 'OL1 2JH', to: 'OL9 9ZZ' }] },
      ],
      missing: [{ key: 'C', label: 'Hospital C' }],
      unchanged: 1,
    });
  });

  it.each([
    ['a value the newer list leaves open', { town: 'Hull' }, { town: '' }],
    ['a field the newer list does not have', { town: 'Hull' }, {}],
    ['capitals and white space', { town: 'Kingston upon Hull' }, { town: ' KINGSTON  UPON HULL' }],
    ['the last digits of a coordinate', { latitude: '53.744010' }, { latitude: '53.7440118' }],
  ])('takes %s for no change', (_what, before, after) => {
    expect(plan([hospital('A', before)], [hospital('A', after)])).toMatchObject({
      changed: [],
      unchanged: 1,
    });
  });

  it.each([
    ['a value that was not known', { town: '' }, { town: 'Hull' }],
    ['a field that was not there', {}, { town: 'Hull' }],
    ['a coordinate that moved by 10 metres', { latitude: '53.7440' }, { latitude: '53.7441' }],
    ['codes that only look like numbers', { code: '01' }, { code: '1' }],
  ])('takes %s for a change', (_what, before, after) => {
    expect(plan([hospital('A', before)], [hospital('A', after)]).changed).toHaveLength(1);
  });

  it('knows other spellings', () => {
    const current = {
      ...hospital('A', { name: 'Hull Royal' }),
      alsoKnown: { name: ['Hull Royal Infirmary'] },
    };
    expect(plan([current], [hospital('A', { name: 'HULL ROYAL INFIRMARY' })]).changed).toEqual([]);
  });

  it('refuses a list that names a hospital twice', () => {
    const result = reconcileFrame(
      [],
      [hospital('A', {}), hospital('B', {}), hospital('A', { town: 'Hull' })],
    );
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'NAMED_TWICE', field: 'A' }] });
  });

  const list = fc
    .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.constantFrom('', 'Hull', 'York')), {
      selector: ([key]) => key,
    })
    .map((rows) => rows.map(([key, town]) => hospital(key, { town })));

  it('accounts for every record of both lists', () => {
    fc.assert(
      fc.property(list, list, (current, incoming) => {
        const { added, changed, missing, unchanged } = plan(current, incoming);
        expect(added.length + changed.length + unchanged).toBe(incoming.length);
        expect(missing.length + changed.length + unchanged).toBe(current.length);
      }),
    );
  });

  it('finds nothing to change once its changes are made', () => {
    fc.assert(
      fc.property(list, list, (current, incoming) => {
        const { added, changed } = plan(current, incoming);
        const after = [...current, ...added].map((record) => {
          const changes = changed.find(({ key }) => key === record.key)?.changes ?? [];
          return {
            ...record,
            fields: { ...record.fields, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) },
          };
        });
        expect(plan(after, incoming)).toMatchObject({ added: [], changed: [] });
      }),
    );
  });
});
