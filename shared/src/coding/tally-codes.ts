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
 * one person's words (methods C4). A reader has the total of the row: so further counts are hidden with it, smallest
 * first, until what is missing can be shared out in more than one way although every hidden count is one at least.
 * Where nothing is left to hide behind, and in every row of few comments, no group is told at all: "one comment in
 * all, and none in the other groups" would point at the group. A comment of a hospital in no group counts in the total
 * only.
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

/** Rows of up to this many comments are told as a total only, wherever a group is small. */
const FEW_COMMENTS = 3;

function hiddenCells(numbers: readonly number[], groups: readonly TallyGroup[]): ReadonlySet<number> {
  const isSmall = (at: number): boolean => (groups[at]?.hospitals ?? 0) <= SMALL_GROUP;
  const places = numbers.map((_, at) => at);
  const sum = numbers.reduce((all, number) => all + number, 0);
  if (sum > 0 && sum <= FEW_COMMENTS && places.some(isSmall)) return new Set(places);
  const number = (at: number): number => numbers[at] ?? 0;
  const small = places.filter((at) => isSmall(at) && number(at) >= 1 && number(at) <= 2);
  if (small.length === 0) return new Set();
  const hidden = [...small];
  const covers = places
    .filter((at) => !small.includes(at) && number(at) > 0)
    .toSorted((a, b) => number(a) - number(b));
  while (!isOpen(hidden.map(number), small.length)) {
    const cover = covers.shift();
    if (cover === undefined) return new Set(places);
    hidden.push(cover);
  }
  return new Set(hidden);
}

/** Whether hidden counts of known sum can be shared out in more than one way, each being 1 at least. */
function isOpen(hidden: readonly number[], small: number): boolean {
  const sum = hidden.reduce((all, number) => all + number, 0);
  const spare = sum - hidden.length;
  // Counts of small groups alone are 1 or 2 each: all ones or all twos leave one way.
  return hidden.length > small ? spare > 0 : hidden.length > 1 && spare > 0 && sum < 2 * hidden.length;
}
