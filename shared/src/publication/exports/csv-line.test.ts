import { describe, expect, it } from 'vitest';

import { csvLine } from './csv-line.js';

describe('a line of a CSV file', () => {
  it.each(['=1+1', '+44 20', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A'])(
    'leaves no formula in a text: %j',
    (formula) => {
      expect(csvLine([formula]).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves numbers as they are, and quotes only what must be quoted', () => {
    expect(csvLine([-5, 0.5, 'a', 'a,b', 'say "a"', ''])).toBe('-5,0.5,a,"a,b","say ""a""",\r\n');
  });

  it('is one line, whatever was typed: a row of the file is a row of the data', () => {
    const [line = '', rest] = csvLine(['one\r\ntwo\nthree\u2028four\rfive']).split(/[\r\n\u2028]+/);
    expect([line, rest]).toEqual(['one two three four five', '']);
  });
});
