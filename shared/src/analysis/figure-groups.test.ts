import { describe, expect, it } from 'vitest';

import { exampleFrame } from '../publication/example-frame.js';
import { figureGroup } from './figure-groups.js';

const [hospital] = exampleFrame(1);

describe('the group of a hospital', () => {
  it('by ICB is one of its own, with a name, where the ICB is not known', () => {
    const lost = { ...hospital!, icbCode: '', icb: '' };
    expect(figureGroup(lost, 'icb', () => 'not_known')).toEqual({ code: '', name: 'ICB not known' });
    expect(figureGroup(hospital!, 'icb', () => 'not_known').name).toBe(hospital!.icb);
  });
});
