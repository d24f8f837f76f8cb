import { describe, expect, it } from 'vitest';

import { textBlock } from './make-block.js';
import { mergeReports } from './merge-reports.js';
import type { ReportContent } from './report-content.js';

const report = (...texts: readonly (readonly [id: string, text: string])[]): ReportContent => ({
  title: 'Report',
  cherries: [],
  blocks: texts.map(([id, text]) => textBlock(id, text)),
});
const base = report(['a', 'A'], ['b', 'B'], ['c', 'C']);
const textsOf = (merged: ReturnType<typeof mergeReports>): readonly string[] | undefined =>
  merged.ok ? merged.content.blocks.map(({ text }) => text) : undefined;

describe('two editors of one version', () => {
  it('both keep what they wrote in different blocks', () => {
    const theirs = report(['a', 'A of theirs'], ['b', 'B'], ['c', 'C']);
    const mine = report(['a', 'A'], ['b', 'B'], ['c', 'C of mine']);
    expect(textsOf(mergeReports(base, theirs, mine))).toEqual(['A of theirs', 'B', 'C of mine']);
  });

  it('are told of the block in which both wrote something else', () => {
    const theirs = report(['a', 'A of theirs'], ['b', 'B'], ['c', 'C']);
    const mine = report(['a', 'A of mine'], ['b', 'B'], ['c', 'C']);
    expect(mergeReports(base, theirs, mine)).toEqual({ ok: false, conflicts: ['a'] });
    expect(textsOf(mergeReports(base, theirs, theirs))).toEqual(['A of theirs', 'B', 'C']);
  });

  it('both keep the blocks that they added', () => {
    const theirs = report(['a', 'A'], ['x', 'X'], ['b', 'B'], ['c', 'C']);
    const mine = report(['a', 'A'], ['b', 'B'], ['y', 'Y'], ['c', 'C']);
    expect(textsOf(mergeReports(base, theirs, mine))).toEqual(['A', 'X', 'B', 'Y', 'C']);
  });

  it('take a block out unless the other changed it', () => {
    const without = report(['a', 'A'], ['c', 'C']);
    expect(textsOf(mergeReports(base, base, without))).toEqual(['A', 'C']);
    expect(textsOf(mergeReports(base, without, report(['a', 'A2'], ['b', 'B'], ['c', 'C'])))).toEqual([
      'A2',
      'C',
    ]);
    const changed = report(['a', 'A'], ['b', 'B2'], ['c', 'C']);
    expect(mergeReports(base, changed, without)).toEqual({ ok: false, conflicts: ['b'] });
    expect(mergeReports(base, without, changed)).toEqual({ ok: false, conflicts: ['b'] });
  });

  it('cannot both move blocks, and cannot both change the title', () => {
    const [a, b, c] = base.blocks;
    const moved = (...blocks: readonly (typeof a)[]): ReportContent => ({
      ...base,
      blocks: blocks.flatMap((block) => block ?? []),
    });
    expect(mergeReports(base, moved(b, a, c), moved(a, c, b))).toMatchObject({
      conflicts: ['order of blocks'],
    });
    expect(textsOf(mergeReports(base, moved(b, a, c), base))).toEqual(['B', 'A', 'C']);
    expect(mergeReports(base, { ...base, title: 'One' }, { ...base, title: 'Other' })).toMatchObject({
      conflicts: ['title'],
    });
  });
});
