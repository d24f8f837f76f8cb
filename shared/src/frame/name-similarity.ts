/**
 * Token-set similarity of two names as sorted word lists, 0 to 1 (the measure known as "token set ratio").
 *
 * The words in common are compared with each name, and the names with each other, by normalised Indel similarity;
 * the best of the three counts. So 1 when all words of one name occur in the other; 0 when either is empty.
 */
export function nameSimilarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const common = a.filter((word) => b.includes(word));
  const whole = (words: readonly string[], rest: readonly string[]): string => [...words, ...rest].join(' ');
  const onlyA = whole(
    common,
    a.filter((word) => !b.includes(word)),
  );
  const onlyB = whole(
    common,
    b.filter((word) => !a.includes(word)),
  );
  const shared = common.join(' ');
  if (shared === '') return indelSimilarity(onlyA, onlyB);
  return Math.max(
    indelSimilarity(onlyA, onlyB),
    indelSimilarity(shared, onlyA),
    indelSimilarity(shared, onlyB),
  );
}

/** Twice the longest common subsequence over the sum of lengths: 1 for equal texts. */
export function indelSimilarity(a: string, b: string): number {
  if (a.length + b.length === 0) return 1;
  let previous = Array.from({ length: b.length + 1 }, () => 0);
  for (const unit of a) {
    const row = [0];
    for (let at = 1; at <= b.length; at += 1) {
      const skip = Math.max(previous[at] ?? 0, row[at - 1] ?? 0);
      row.push(unit === b[at - 1] ? (previous[at - 1] ?? 0) + 1 : skip);
    }
    previous = row;
  }
  return (2 * (previous[b.length] ?? 0)) / (a.length + b.length);
}
