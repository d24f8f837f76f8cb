import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countStates, type PathwayAxes, pathwayMatrix, type PathwayService } from './pathway-matrix.js';

const axes: PathwayAxes = {
  conditions: ['pain', 'diabetes'],
  settings: ['wards', 'community'],
  complexity: ['mild', 'severe'],
  anyCondition: 'any',
};
const service = (id: string, told: Partial<PathwayService> = {}): PathwayService => ({
  id,
  name: id,
  kind: 'Pain service',
  status: 'active',
  conditions: ['pain'],
  settings: ['wards'],
  complexity: ['mild'],
  hospitals: [{ odsCode: 'OAK', how: 'on_site' }],
  ...told,
});
const at = (services: readonly PathwayService[], hospitals = ['OAK', 'ELM']) => {
  const { cells } = pathwayMatrix(hospitals, services, axes);
  return cells.find(
    ({ condition, setting, complexity }) =>
      condition === 'pain' && setting === 'wards' && complexity === 'mild',
  )!;
};

describe('pathway matrix', () => {
  it('has every place once, and says "nothing recorded" where the register is silent', () => {
    const { cells, services, unrecorded } = pathwayMatrix(['OAK', 'ELM'], [], axes);
    expect(cells).toHaveLength(8);
    expect(countStates(cells)).toMatchObject({ nothing_recorded: 8, covered: 0 });
    expect([services, unrecorded]).toEqual([0, ['OAK', 'ELM']]);
  });

  it('fills the places that a service is recorded for, and only those', () => {
    const { cells, unrecorded } = pathwayMatrix(['OAK', 'ELM'], [service('a')], axes);
    expect(countStates(cells)).toMatchObject({ covered: 1, nothing_recorded: 7 });
    expect(unrecorded).toEqual(['ELM']);
  });

  it('names the hospital where in-reach competes with a team on site', () => {
    const inReach = service('b', { status: 'planned', hospitals: [{ odsCode: 'OAK', how: 'in_reach' }] });
    expect(at([service('a'), inReach])).toMatchObject({ state: 'competing', meetingAt: ['OAK'] });
  });

  it('calls two teams on site an overlap, and two at different hospitals none', () => {
    expect(at([service('a'), service('b')])).toMatchObject({ state: 'overlap', meetingAt: ['OAK'] });
    const elsewhere = service('b', { hospitals: [{ odsCode: 'ELM', how: 'in_reach' }] });
    expect(at([service('a'), elsewhere])).toMatchObject({ state: 'covered', meetingAt: [] });
  });

  it('does not let services meet at a hospital outside the area', () => {
    const two = [service('a'), service('b')].map((one) => ({
      ...one,
      hospitals: [
        { odsCode: 'ASH', how: 'in_reach' as const },
        { odsCode: one.id === 'a' ? 'OAK' : 'ELM', how: 'on_site' as const },
      ],
    }));
    expect(at(two)).toMatchObject({ state: 'covered' });
  });

  it.each(['conditions', 'settings', 'complexity'] as const)(
    'takes %s that nobody told for "perhaps", never for none',
    (told) => {
      const cell = at([service('a', { [told]: [] })]);
      expect(cell.state).toBe('perhaps');
      expect([cell.services, cell.perhaps.map(({ id }) => id)]).toEqual([[], ['a']]);
    },
  );

  it('says "not known", and not "perhaps", where services tell nothing of whom they treat, where and how complex', () => {
    const untold = service('b', { conditions: [], settings: [], complexity: [] });
    const alone = pathwayMatrix(['OAK'], [untold], axes);
    expect(countStates(alone.cells)).toMatchObject({ not_known: 8, perhaps: 0, nothing_recorded: 0 });
    expect(alone.untold.map(({ id }) => id)).toEqual(['b']);
    const beside = pathwayMatrix(['OAK'], [service('a'), untold], axes);
    expect(countStates(beside.cells)).toMatchObject({ covered: 1, not_known: 7, overlap: 0 });
  });

  it('takes a status that is not known for "perhaps", a plan for a plan, and leaves out what is closed', () => {
    expect(at([service('a', { status: 'not_known' })]).state).toBe('perhaps');
    expect(at([service('a', { status: 'planned' })]).state).toBe('planned');
    expect(at([service('a', { status: 'closed' })]).state).toBe('nothing_recorded');
  });

  it('puts a service for any condition into every one', () => {
    const { cells } = pathwayMatrix(['OAK'], [service('a', { conditions: ['any'] })], axes);
    expect(countStates(cells).covered).toBe(2);
  });

  it('gives each place exactly one state, whatever is recorded, and never forgets a standing service', () => {
    const word = (words: readonly string[]) => fc.subarray([...words]);
    const any = fc.record({
      id: fc.uuid(),
      name: fc.constant('a'),
      kind: fc.constant('b'),
      status: fc.constantFrom('planned', 'pilot', 'active', 'closed', 'not_known'),
      conditions: word([...axes.conditions, 'any']),
      settings: word(axes.settings),
      complexity: word(axes.complexity),
      hospitals: fc.array(
        fc.record({
          odsCode: fc.constantFrom('OAK', 'ELM', 'ASH'),
          how: fc.constantFrom('in_reach', 'on_site', 'by_referral', 'not_known'),
        }),
        { maxLength: 1 },
      ),
    }) as fc.Arbitrary<PathwayService>;
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (services) => {
        const { cells, untold } = pathwayMatrix(['OAK', 'ELM'], services, axes);
        expect(Object.values(countStates(cells)).reduce((sum, count) => sum + count, 0)).toBe(8);
        for (const cell of cells)
          expect(['nothing_recorded', 'not_known'].includes(cell.state)).toBe(
            cell.services.length + cell.perhaps.length === 0,
          );
        const standing = services.filter(
          ({ status, hospitals }) =>
            status !== 'closed' && hospitals.some(({ odsCode }) => ['OAK', 'ELM'].includes(odsCode)),
        );
        for (const { id } of standing)
          expect(
            untold.some((one) => one.id === id) ||
              cells.some(({ services: certain, perhaps }) =>
                [...certain, ...perhaps].some((one) => one.id === id),
              ),
          ).toBe(true);
      }),
    );
  });
});
