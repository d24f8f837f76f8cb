import { constants, setPriority } from 'node:os';

/**
 * From now on the thread that says so gives way: whoever saves a page or reads one is served first where there are fewer processors than
 * threads that have something to do. Of a processor that is never free it still gets about a tenth. For threads whose work takes longer
 * than a page does. Only Linux knows priorities of single threads; elsewhere nothing happens, since all of the server would give way.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A sandbox that does not allow it: slower for others, and nothing is wrong.
  }
}
