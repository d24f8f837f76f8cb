import type { ReportNode } from './report-tree.js';

/** The parts of a report sheet by sheet; without a mark everything is on the first. */
export function sheetsOf(nodes: readonly ReportNode[]): readonly (readonly ReportNode[])[] {
  const sheets: ReportNode[][] = [[]];
  for (const node of nodes)
    if (node.kind === 'sheet') sheets.push([]);
    else sheets.at(-1)?.push(node);
  return sheets;
}
