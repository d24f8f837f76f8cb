/** How often a code stands in one group of hospitals; `hidden` where the number would point at a person. */
export interface TallyCell {
  readonly group: string;
  readonly comments: number | 'hidden';
}

/** One code over all groups, in the order of the groups. */
export interface TallyRow {
  readonly codeId: string;
  readonly total: number;
  readonly cells: readonly TallyCell[];
}

/** A group of hospitals: a region or a category of the ladder, with how many hospitals of the frame are in it. */
export interface TallyGroup {
  readonly id: string;
  readonly hospitals: number;
}

/** A comment with the codes that count for it. */
export interface CodedComment {
  readonly odsCode: string;
  readonly codeIds: readonly string[];
}

/** Groups of at most this many hospitals are small (methods C4). */
export const SMALL_GROUP = 3;

/**
 * Comments by code and group. In a group of at most three hospitals a count of 1 or 2 is hidden, because comments are
 * one person's words (methods C4). Where that hides a single cell of a row, the smallest other count is hidden too: the
 * total would give the first one away. A comment of a hospital in no group counts in the total only.
 */
export function tallyCodes(
  codeIds: readonly string[],
  comments: readonly CodedComment[],
  groups: readonly TallyGroup[],
  groupOf: (odsCode: string) => string | undefined,
): readonly TallyRow[] {
  const counts = new Map(codeIds.map((id) => [id, { total: 0, groups: new Map<string, number>() }]));
  for (const { odsCode, codeIds: own } of comments) {
    const group = groupOf(odsCode);
    for (const id of own) {
      const count = counts.get(id);
      if (count === undefined) continue;
      count.total += 1;
      if (group !== undefined) count.groups.set(group, (count.groups.get(group) ?? 0) + 1);
    }
  }
  return codeIds.map((codeId) => {
    const { total, groups: own } = counts.get(codeId)!;
    const numbers = groups.map(({ id }) => own.get(id) ?? 0);
    const hidden = hiddenCells(numbers, groups);
    return {
      codeId,
      total,
      cells: groups.map(({ id }, at) => ({ group: id, comments: hidden.has(at) ? 'hidden' : numbers[at]! })),
    };
  });
}

function hiddenCells(numbers: readonly number[], groups: readonly TallyGroup[]): ReadonlySet<number> {
  const hidden = new Set(
    numbers.flatMap((number, at) => {
      const small = (groups[at]?.hospitals ?? 0) <= SMALL_GROUP;
      return small && number >= 1 && number <= 2 ? [at] : [];
    }),
  );
  if (hidden.size !== 1) return hidden;
  const others = numbers.map((number, at) => ({ number, at })).filter(({ at }) => !hidden.has(at));
  // A count above nought first: a hidden nought would give the other one away just as well.
  const second = others.toSorted(
    (a, b) => Number(a.number === 0) - Number(b.number === 0) || a.number - b.number,
  )[0];
  if (second !== undefined) hidden.add(second.at);
  return hidden;
}
