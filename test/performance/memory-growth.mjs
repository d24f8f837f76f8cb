/** The beginning does not count for the growth of memory: caches fill. */
const SETTLED = 0.2;
/** Parts of the time in which the least that was held is looked for. */
const TROUGHS = 6;

/**
 * Memory at the beginning and the end (MiB) and its growth a minute by least squares, once caches have filled: `slope` through
 * every second, and `slopeOfLeast` through the least that was held in each part of the time. The first sees all, garbage that
 * waits to be collected included; the second nothing that came in the last part.
 */
export function growthOf(samples) {
  const counted = samples.slice(Math.floor(samples.length * SETTLED));
  const part = Math.ceil(counted.length / TROUGHS);
  const parts = Array.from({ length: TROUGHS }, (_, at) => counted.slice(at * part, (at + 1) * part));
  const least = (some) => some.reduce((low, each) => (each[1] < low[1] ? each : low));
  return {
    slope: slopeOf(counted),
    slopeOfLeast: slopeOf(parts.filter((some) => some.length > 0).map(least)),
    first: counted[0][1],
    last: counted.at(-1)[1],
    most: Math.max(...samples.map(([, held]) => held)),
  };
}

function slopeOf(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, held]) => held))];
  return (
    points.reduce((sum, [at, held]) => sum + (at - x) * (held - y), 0) /
    points.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  );
}
