/** The beginning does not count for the growth of memory: caches fill. */
const SETTLED = 0.2;
/** Garbage comes and goes between; in so many parts of the time the least that was held is what counts. */
const TROUGHS = 6;

/**
 * Memory at the beginning and the end (MiB) and its growth a minute, once caches have filled: by least squares through the least
 * that was held in each part of the time, and as `slopeOfAll` through every second, which garbage that waits to be collected moves.
 */
export function growthOf(samples) {
  const counted = samples.slice(Math.floor(samples.length * SETTLED));
  const part = Math.ceil(counted.length / TROUGHS);
  const parts = Array.from({ length: TROUGHS }, (_, at) => counted.slice(at * part, (at + 1) * part));
  const least = (some) => some.reduce((low, each) => (each[1] < low[1] ? each : low));
  const slope = slopeOf(parts.filter((some) => some.length > 0).map(least));
  return {
    slope,
    slopeOfAll: slopeOf(counted),
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
