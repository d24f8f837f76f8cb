import { describe, expect, it } from 'vitest';

import { csvText } from './csv-text.js';

describe('a table as CSV', () => {
  it('starts with a byte order mark and ends every line as spreadsheets expect it', () => {
    expect(csvText({ columns: ['a', 'b'], rows: [['é', 1]] })).toBe('\uFEFFa,b\r\né,1\r\n');
  });

  it.each(['=1+1', '+44 20', '-2+3', '@SUM(A1)', '\t=1', '＝1+1'])(
    'leaves no formula in a cell or a heading: %s',
    (formula) => {
      const [heading = '', cell = ''] = csvText({ columns: [formula], rows: [[formula]] })
        .replace('\uFEFF', '')
        .split('\r\n')
        .map((line) => line.replaceAll('"', ''));
      expect([heading[0], cell[0]]).toEqual(["'", "'"]);
    },
  );

  it('leaves numbers as they are', () => {
    expect(csvText({ columns: ['n'], rows: [[-5]] })).toContain('\r\n-5\r\n');
  });
});
