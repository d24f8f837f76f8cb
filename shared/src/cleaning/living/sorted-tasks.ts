import { compareTasks, type CleaningTask, TASK_KINDS, type TaskKind } from '../queue.js';

/** More changes than this at once are sorted in together. */
const FEW = 100;

/** What waits in a round, kept in the order of the queue while tasks come and go. */
export class SortedTasks {
  private readonly lists = new Map<TaskKind, CleaningTask[]>();

  /** Replaces tasks by others. What is in both stays where it is. */
  replace(before: readonly CleaningTask[], after: readonly CleaningTask[]): void {
    const [gone, come] = differences(before, after);
    for (const kind of TASK_KINDS) {
      const [out, into] = [gone.filter((one) => one.kind === kind), come.filter((one) => one.kind === kind)];
      if (out.length + into.length === 0) continue;
      const list = this.lists.get(kind) ?? [];
      this.lists.set(kind, out.length + into.length > FEW ? resorted(list, out, into) : list);
      if (out.length + into.length > FEW) continue;
      for (const task of out) list.splice(placeOf(list, task), 1);
      for (const task of into) list.splice(placeOf(list, task), 0, task);
    }
  }

  count(kind: TaskKind): number {
    return this.lists.get(kind)?.length ?? 0;
  }

  /**
   * Tasks of a kind (null = all), in the order of the queue, from a place on; `total` = how many there are altogether.
   * @param fits which of them are wanted; absent = all, which costs nothing in a long queue
   */
  page(
    kind: TaskKind | null,
    from: number,
    size: number,
    fits?: (task: CleaningTask) => boolean,
  ): { readonly total: number; readonly items: readonly CleaningTask[] } {
    let total = 0;
    const items: CleaningTask[] = [];
    for (const each of kind === null ? TASK_KINDS : [kind]) {
      const list = this.lists.get(each) ?? [];
      const fitting = fits === undefined ? list : list.filter(fits);
      const [start, end] = [Math.max(0, from - total), Math.max(0, from + size - total)];
      items.push(...fitting.slice(start, end));
      total += fitting.length;
    }
    return { total, items };
  }

  /** All of it, in order. */
  all(): readonly CleaningTask[] {
    return TASK_KINDS.flatMap((kind) => this.lists.get(kind) ?? []);
  }
}

function differences(
  before: readonly CleaningTask[],
  after: readonly CleaningTask[],
): readonly [gone: readonly CleaningTask[], come: readonly CleaningTask[]] {
  if (before.length === 0) return [[], after];
  const old = new Map(before.map((task) => [task.id, task]));
  const come: CleaningTask[] = [];
  for (const task of after) {
    const known = old.get(task.id);
    if (known !== undefined && isSame(known, task)) old.delete(task.id);
    else come.push(task);
  }
  return [[...old.values()], come];
}

const isSame = (a: CleaningTask, b: CleaningTask): boolean =>
  a.kind === b.kind &&
  a.since === b.since &&
  a.asked === b.asked &&
  a.odsCode === b.odsCode &&
  a.perspective === b.perspective &&
  a.variable === b.variable &&
  a.aboutId === b.aboutId &&
  a.responseIds.length === b.responseIds.length &&
  a.responseIds.every((id, at) => id === b.responseIds[at]);

function resorted(
  list: readonly CleaningTask[],
  out: readonly CleaningTask[],
  into: readonly CleaningTask[],
): CleaningTask[] {
  const gone = new Set(out.map(({ id }) => id));
  const kept = list.filter(({ id }) => !gone.has(id));
  return [...kept, ...into].sort(compareTasks);
}

/** Where a task stands in a sorted list, or would. */
function placeOf(list: readonly CleaningTask[], task: CleaningTask): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && compareTasks(other, task) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
