import { canonicalJson } from '../../kernel/canonical-json.js';
import type { ReportBlock, ReportContent } from './report-content.js';

/** What two editors made of one version: both changes together, or the blocks on which they cannot both stand. */
export type MergedReports =
  | { readonly ok: true; readonly content: ReportContent }
  | { readonly ok: false; readonly conflicts: readonly string[] };

/**
 * Puts together what two people made of the same version. A change of one stands, two equal changes are one, and
 * different changes of one block (or of the title, a CHERRIES answer, the order of blocks) are conflicts: nobody's text
 * is chosen over the other's.
 * @param base the version that both began with
 * @param theirs what is stored now
 * @param mine what is being saved
 */
export function mergeReports(base: ReportContent, theirs: ReportContent, mine: ReportContent): MergedReports {
  const conflicts: string[] = [];
  const pick = <Value>(field: string, old: Value, stored: Value, sent: Value): Value => {
    if (same(stored, sent) || same(old, sent)) return stored;
    if (!same(old, stored)) conflicts.push(field);
    return sent;
  };
  const title = pick('title', base.title, theirs.title, mine.title);
  const order = mergeOrder(ids(base), ids(theirs), ids(mine));
  if (order === undefined) conflicts.push('order of blocks');
  const blocks = new Map<string, ReportBlock>();
  for (const id of new Set([...ids(theirs), ...ids(mine), ...ids(base)])) {
    const block = pick(id, find(base, id), find(theirs, id), find(mine, id));
    if (block !== undefined) blocks.set(id, block);
  }
  const items = new Set([...base.cherries, ...theirs.cherries, ...mine.cherries].map(({ item }) => item));
  const cherries = [...items].flatMap((item) => {
    const of = ({ cherries: answers }: ReportContent) => answers.find((answer) => answer.item === item);
    const answer = pick(`cherries.${item}`, of(base), of(theirs), of(mine));
    return answer === undefined ? [] : [answer];
  });
  if (conflicts.length > 0 || order === undefined) return { ok: false, conflicts };
  return {
    ok: true,
    content: { title, cherries, blocks: order.flatMap((id) => blocks.get(id) ?? []) },
  };
}

const ids = ({ blocks }: ReportContent): readonly string[] => blocks.map(({ id }) => id);
const find = ({ blocks }: ReportContent, id: string): ReportBlock | undefined =>
  blocks.find((block) => block.id === id);
const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

/**
 * The order of both: where only one moved, added or took out blocks, that order; where both did, the stored order with
 * my new blocks behind the block they stand behind. undefined = both moved blocks that were there before.
 */
function mergeOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] | undefined {
  if (same(base, mine) || same(theirs, mine)) return theirs;
  if (same(base, theirs)) return mine;
  const kept = (list: readonly string[]): readonly string[] => {
    const both = base.filter((id) => theirs.includes(id) && mine.includes(id));
    return list.filter((id) => both.includes(id));
  };
  if (!same(kept(theirs), kept(mine)) && !same(kept(base), kept(mine))) return undefined;
  const order = [...theirs];
  for (const [at, id] of mine.entries()) {
    if (order.includes(id) || base.includes(id)) continue;
    const before = mine.slice(0, at).findLast((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order;
}
