/** The middle of a list of numbers (the mean of the two middle ones when their count is even). */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Measures several things in short turns, each round in the opposite order of the round before, so that whatever
 * else the machine does meets all of them alike. One round to warm up is thrown away.
 *
 * @param rounds how many rounds count
 * @param measures name → function that measures one slice and gives a number
 * @returns `middle` (name → median) and `ratio(a, b)` = median over the rounds of a / b
 */
export async function measureInTurns(rounds, measures) {
  const names = Object.keys(measures);
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const measured = await measures[name]();
      if (round > 0) found[name].push(measured);
    }
  }
  return {
    middle: Object.fromEntries(names.map((name) => [name, median(found[name])])),
    ratio: (a, b) => median(found[a].map((each, round) => each / found[b][round])),
  };
}
