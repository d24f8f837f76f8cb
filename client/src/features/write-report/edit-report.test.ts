import { textBlock } from '@liaison-atlas/shared/publication/report/make-block';
import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';
import { describe, expect, it } from 'vitest';

import { addBlockBehind, answerItem, chooseQuotation, markNumber, moveBlock } from './edit-report.js';

const content: ReportContent = {
  title: 'Report',
  cherries: [],
  blocks: [textBlock('a', 'A'), textBlock('b', 'B')],
};
const ids = ({ blocks }: ReportContent): string => blocks.map(({ id }) => id).join('');

describe('editing a report', () => {
  it('moves a block, and not beyond the ends', () => {
    expect(ids(moveBlock(content, 'b', -1))).toBe('ba');
    expect(moveBlock(content, 'b', 1)).toBe(content);
    expect(moveBlock(content, 'nowhere', 1)).toBe(content);
  });

  it('adds an empty block behind another', () => {
    expect(ids(addBlockBehind(content, 'a', 'text', 'x'))).toBe('axb');
  });

  it('marks a number once, with the last reason', () => {
    const [block] = content.blocks;
    const once = { ...block!, ...markNumber(block!, '24', 'first') };
    expect(markNumber(once, '24', 'a name').notFigures).toEqual([{ text: '24', reason: 'a name' }]);
  });

  it('chooses a quotation at the end, once, and lets go of it again', () => {
    expect(chooseQuotation(['a', 'b'], 'c', true)).toEqual(['a', 'b', 'c']);
    expect(chooseQuotation(['a', 'b'], 'a', true)).toEqual(['b', 'a']);
    expect(chooseQuotation(['a', 'b'], 'a', false)).toEqual(['b']);
  });

  it('takes an empty answer to the checklist out', () => {
    const answered = answerItem(content, 'incentives', 'None.');
    expect(answered.cherries).toHaveLength(1);
    expect(answerItem(answered, 'incentives', '').cherries).toEqual([]);
  });
});
