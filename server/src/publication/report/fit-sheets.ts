import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';

import { endOfPage, openPdf, writeTree } from './pdf-nodes.js';

/** Sizes of letters in which a report of so many sheets may stand, the smallest first. */
const SCALES = [0.56, 0.59, 0.62, 0.65, 0.68, 0.71, 0.74, 0.77, 0.8, 0.83, 0.86] as const;
export const [LEAST_SCALE] = SCALES;
/** So high that no sheet runs on: what is on it is measured as a whole. */
const ENDLESS = 1_000_000;

/** Whether every sheet of a report holds what is on it; a page with letters of this size is put together once, not written. */
export function fitsOn(tree: ReportTree, scale: number): boolean {
  const pdf = openPdf(tree, scale, ENDLESS);
  const end = endOfPage(tree);
  let fits = true;
  writeTree(pdf, tree, (_node, needed) => {
    fits &&= needed <= end;
  });
  return fits && pdf.bufferedPageRange().count === tree.sheets;
}

/**
 * The largest letters in which a report stands on its sheets; undefined = it does not fit in the smallest. Halving finds
 * it in at most four looks: what fits in some letters fits in all smaller ones.
 */
export function largestScale(tree: ReportTree): number | undefined {
  let from = 0;
  let to: number = SCALES.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (fitsOn(tree, SCALES[middle] ?? LEAST_SCALE)) from = middle + 1;
    else to = middle;
  }
  return SCALES[from - 1];
}

/**
 * A report in the widest room in which it stands on its sheets in letters of any size; in the tightest where it never does.
 * @param tree the report in the widest room of all
 */
export function firstThatFits<Room>(
  tree: ReportTree,
  tighter: readonly Room[],
  treeIn: (room: Room) => ReportTree,
): ReportTree {
  let [tried, left] = [tree, tighter];
  while (left.length > 0 && !fitsOn(tried, LEAST_SCALE)) {
    const [next, ...rest] = left as [Room, ...Room[]];
    [tried, left] = [treeIn(next), rest];
  }
  return tried;
}
