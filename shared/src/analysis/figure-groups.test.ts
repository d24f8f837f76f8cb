import { describe, expect, it } from 'vitest';

import { exampleFrame } from '../publication/example-frame.js';
import { figureGroup, isNotKnown, NO_GROUP_FACTS } from './figure-groups.js';

const [hospital] = exampleFrame(1);

describe('the group of a hospital', () => {
  it('by ICB is one of its own, with a name, where the ICB is not known', () => {
    const lost = { ...hospital!, icbCode: '', icb: '' };
    expect(figureGroup(lost, 'icb', NO_GROUP_FACTS)).toEqual({ code: '', name: 'ICB not known' });
    expect(figureGroup(hospital!, 'icb', NO_GROUP_FACTS).name).toBe(hospital!.icb);
  });

  it.each(['trust_type', 'ed_size', 'liaison_tier', 'plan_member'] as const)(
    'by %s is "not known" where nobody has told',
    (by) => {
      const group = figureGroup(hospital!, by, NO_GROUP_FACTS);
      expect(isNotKnown(group)).toBe(true);
      expect(group.name).toMatch(/not known$/);
    },
  );

  it('by the tier of the liaison team is what was recorded of that hospital', () => {
    const tierOf = (odsCode: string) =>
      odsCode === hospital!.odsCode ? { code: 'core24', name: 'Core24' } : { code: 'none', name: 'no tier' };
    expect(figureGroup(hospital!, 'liaison_tier', { ...NO_GROUP_FACTS, tierOf }).code).toBe('core24');
  });
});
