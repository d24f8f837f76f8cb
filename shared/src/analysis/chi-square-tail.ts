/**
 * The chance that χ² with so many degrees of freedom exceeds a value: the upper regularised incomplete gamma function
 * Q(degrees / 2, value / 2), by its series near zero and by its continued fraction (Lentz) beyond.
 * @throws RangeError unless value ≥ 0 and degrees is a whole number of at least 1
 * @example chiSquareTail(3.841459, 1) // 0.05
 */
export function chiSquareTail(value: number, degrees: number): number {
  if (!(value >= 0) || !Number.isSafeInteger(degrees) || degrees < 1)
    throw new RangeError(`no χ² of ${value} with ${degrees} degrees of freedom`);
  if (value === 0) return 1;
  const [a, x] = [degrees / 2, value / 2];
  const scale = Math.exp(a * Math.log(x) - x - logGammaOfHalves(degrees));
  return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
}

const PRECISE = 1e-15;

function series(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let next = a + 1; term > sum * PRECISE; next += 1) {
    term *= x / next;
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let result = d;
  for (let step = 1; step < 10_000; step += 1) {
    const factor = -step * (step - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    result *= d * c;
    if (Math.abs(d * c - 1) < PRECISE) break;
  }
  return result;
}

/** ln Γ(halves / 2), exactly by Γ(x + 1) = x Γ(x) down to Γ(1) = 1 or Γ(½) = √π. */
function logGammaOfHalves(halves: number): number {
  let log = halves % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let x = halves % 2 === 0 ? 1 : 0.5; x < halves / 2; x += 1) log += Math.log(x);
  return log;
}
