import { describe, expect, it } from 'vitest';

import { disclosureWords, standWords, toPreviewRows } from './to-preview-rows.js';

const figure = (yes: number) => ({
  yes,
  no: 1,
  dontKnow: 0,
  notKnown: 9 - yes,
  frame: 10,
  lower: yes / 10,
  upper: 0.9,
});

describe('the preview of a release', () => {
  it('puts figures side by side and says which differ', () => {
    const rows = toPreviewRows([{ id: 'iapt-in-reach', before: figure(2), after: figure(3) }]);
    expect(rows[0]).toMatchObject({ before: '2 of 10', after: '3 of 10', differs: true });
    expect(rows[1]).toMatchObject({ before: '1 of 10', after: '1 of 10', differs: false });
    expect(rows.at(-1)?.after).toBe('30.0% to 90.0%');
  });

  it('says that nothing was released, instead of a zero', () => {
    const rows = toPreviewRows([{ id: 'iapt-in-reach', before: null, after: figure(3) }]);
    expect(rows[0]).toMatchObject({ before: 'none released', differs: false });
  });

  it('says where a hospital stands, and that it was in no frame', () => {
    expect(standWords({ label: 'In-reach', score: 60 })).toBe('In-reach, 60 of 100');
    expect(standWords(null)).toBe('not in the frame');
  });

  it('tells only of naming rules that do something', () => {
    const disclosure = { noConsent: 2, describesPeople: 0, silent: 0, covering: 0, scoresHeld: 0 };
    expect(disclosureWords({ disclosure, namedBefore: 1 })).toHaveLength(2);
    expect(disclosureWords({ disclosure: null, namedBefore: 0 })).toEqual([]);
  });
});
