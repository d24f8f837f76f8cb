/**
 * Makes sure that a number counts things: whole, not negative, exactly representable.
 *
 * Figures are made from counts of hospitals or forms; half a hospital or NaN means that a caller is broken.
 * @throws RangeError naming what was counted.
 */
export function requireCount(what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${what} must be a whole number of at least 0, not ${value}`);
  }
}
