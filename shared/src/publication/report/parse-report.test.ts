import { describe, expect, it } from 'vitest';

import { example2018 } from './example-report.js';
import { byFigureId, figureCatalogue } from './figure-catalogue.js';
import { headingBlock, partBlock, textBlock } from './make-block.js';
import { parseReport, type RawBlock } from './parse-report.js';
import { type FigureExtra, figureText } from './report-figure.js';

const catalogue = byFigureId(figureCatalogue(example2018()));
const codesOf = (...blocks: readonly RawBlock[]): readonly string[] => {
  const parsed = parseReport({ title: 'Report', blocks, cherries: [] }, catalogue);
  return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${code} ${field}`);
};

describe('a report that is saved', () => {
  it('is refused for a reference to no figure, by the name of its block and with what mends it', () => {
    const blocks = [textBlock('a', 'fine'), textBlock('b', 'Here {{iapt-in-reach.maybe}} is none.')];
    const parsed = parseReport({ title: 'Report', blocks, cherries: [] }, catalogue);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'UNKNOWN_FIGURE',
          field: 'b',
          message: expect.stringMatching(/^Block 2 \("Here .*\{\{iapt-in-reach\.maybe\}\}/),
          mend: expect.stringContaining('list'),
        },
      ],
    });
  });

  it.each([
    ['an extra that the figure does not have', textBlock('a', '{{forms.received | of}}'), 'UNKNOWN_EXTRA a'],
    ['braces that are no reference', textBlock('a', 'So {{ it is'), 'BROKEN_REFERENCE a'],
    ['a heading without words', headingBlock('a', ' '), 'BAD_HEADING a'],
    ['a part that there is not', { ...partBlock('a', 'notes'), subject: 'nothing' }, 'UNKNOWN_PART a'],
    ['a kind that there is not', { ...textBlock('a', 'x'), kind: 'video' }, 'UNKNOWN_KIND a'],
    ['a mark without a reason', textBlock('a', 'Core 24', [{ text: 'Core 24', reason: ' ' }]), 'NO_REASON a'],
    ['an id that is none', textBlock('a b', 'x'), 'BAD_ID a b'],
  ])('is refused for %s', (_what, block, code) => expect(codesOf(block)).toEqual([code]));

  it('is refused for two blocks of one id', () => {
    expect(codesOf(textBlock('a', 'x'), textBlock('a', 'y'))).toEqual(['SAME_ID blocks']);
  });

  it('is not refused for a bare number, which is a flag', () => {
    expect(codesOf(textBlock('a', 'There were 31.'))).toEqual([]);
  });
});

describe('a figure in words', () => {
  const words = (id: string, extras: readonly FigureExtra[]) => figureText(catalogue.get(id)!, extras);
  it.each([
    ['iapt-treats-mus-ltc.yes', [], '31'],
    ['iapt-treats-mus-ltc.yes', ['of'], '31 of 74'],
    ['iapt-treats-mus-ltc.yesShare', [], '42%'],
    ['iapt-treats-mus-ltc.yesShare', ['interval'], '41.9% (95% interval 33.6% to 50.6%)'],
    ['iapt-treats-mus-ltc.noShare', ['of', 'interval'], '24.3% (18 of 74; 95% interval 17.7% to 32.5%)'],
    ['iapt-treats-mus-ltc.dontKnowShare', ['interval'], '33.8% (95% interval 26.1% to 42.4%)'],
    ['iapt-treats-mus-ltc.yesAmongKnown', ['interval'], '63.3% (95% interval 49.3% to 75.3%)'],
    [
      'iapt-in-reach.yesShare',
      ['bounds'],
      '4.1% (between 1.7% and 65.4% of the frame, whatever the silent hospitals would say)',
    ],
    ['forms.accepted', ['of'], 'not published'],
  ] as const)('%s with %j is %s', (id, extras, text) => expect(words(id, extras)).toBe(text));
});
