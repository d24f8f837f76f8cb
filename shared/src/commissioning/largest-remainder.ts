/** Differences below this are traces of floating point: 0.1 × 45 and 4.5 must tie. */
const TRACE = 1e-9;

/**
 * Shares out whole people by largest remainder: each part gets its whole number, the places left go to the largest
 * remainders. On a tie the later part wins, so order parts from most to least easily replaced (PWP, high-intensity,
 * senior).
 * @throws RangeError unless the total is whole and at least 0 and the shares add up to 1.
 * @example largestRemainder(45, [0.3, 0.6, 0.1]) // [13, 27, 5]
 */
export function largestRemainder(total: number, shares: readonly number[]): readonly number[] {
  if (!Number.isInteger(total) || total < 0) throw new RangeError(`${total} is no number of people`);
  if (Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) > TRACE)
    throw new RangeError('the shares must add up to 1');
  const exact = shares.map((share) => total * share);
  const whole = exact.map((part) => Math.floor(part + TRACE));
  const left = total - whole.reduce((sum, part) => sum + part, 0);
  const remainder = (at: number): number => (exact[at] ?? 0) - (whole[at] ?? 0);
  const winners = new Set(
    shares
      .map((_share, at) => at)
      .toSorted((a, b) => {
        const by = remainder(b) - remainder(a);
        return Math.abs(by) > TRACE ? by : b - a;
      })
      .slice(0, left),
  );
  return whole.map((part, at) => part + (winners.has(at) ? 1 : 0));
}
