import { describe, expect, it } from 'vitest';

import { csvText } from './csv-text.js';

describe('a table as CSV', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    expect(
      csvText([
        ['a', 'b'],
        ['x, "y"', null],
        [1.5, -2],
      ]),
    ).toBe('\uFEFFa,b\r\n"x, ""y""",\r\n1.5,-2\r\n');
  });

  it.each(['=1+1', '+1', '-5', '@x', '\tx', '＝1'])('defuses %j, in headings too', (formula) => {
    expect(csvText([[formula]])).toContain(`'${formula}`);
  });
});
