import { describe, expect, it } from 'vitest';

import { lineEnds, nameIn } from './take-file.js';

describe('taking a file', () => {
  it('counts rows by their line ends', () => {
    expect(lineEnds(new TextEncoder().encode('a,b\r\n1,2\r\n3,'))).toBe(2);
    expect(lineEnds(new Uint8Array())).toBe(0);
  });

  it('saves it under the name that the server gives', () => {
    expect(nameIn('attachment; filename="SYNTHETIC_liaison-atlas_demo-2026_live_forms.csv"')).toBe(
      'SYNTHETIC_liaison-atlas_demo-2026_live_forms.csv',
    );
    expect(nameIn('')).toBe('data');
  });
});
