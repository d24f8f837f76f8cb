import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { TICKS } from './processes.mjs';

const FILE = '/proc/stat';

/** Ticks since the machine began in which a processor had work and the host gave it to another machine; 0 where nobody says. */
function stolenTicks() {
  try {
    return Number(readFileSync(FILE, 'utf8').split('\n')[0].trim().split(/\s+/)[8] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Watches how much processor time a host that is shared takes away: nothing that runs on such a machine answers meanwhile, however
 * fast it is. `look` is called about once a second; `result` gives shares of the time of all processors, of all of it and of the worst
 * look. 0 on a machine of one's own, and where the system does not say (other than Linux).
 */
export function watchStolenTime() {
  const shareOf = (ticks, ms) => ticks / ((ms / 1000) * TICKS * availableParallelism());
  const first = { at: performance.now(), ticks: stolenTicks() };
  let last = first;
  let worst = 0;
  return {
    look() {
      const now = { at: performance.now(), ticks: stolenTicks() };
      worst = Math.max(worst, shareOf(now.ticks - last.ticks, now.at - last.at));
      last = now;
    },
    result() {
      const ms = Math.max(1, performance.now() - first.at);
      return { stolen: shareOf(stolenTicks() - first.ticks, ms), stolenWorstSecond: worst };
    },
  };
}
