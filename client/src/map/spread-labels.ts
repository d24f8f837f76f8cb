/** Pixels that two labels keep from each other. */
const APART = 28;

/** Labels that find room: each in turn, unless it would lie on one before it. At a nearer zoom level all of them do. */
export function spreadLabels<Label extends { readonly x: number; readonly y: number }>(
  labels: readonly Label[],
): readonly Label[] {
  const placed: Label[] = [];
  for (const label of labels)
    if (placed.every(({ x, y }) => Math.hypot(label.x - x, label.y - y) >= APART)) placed.push(label);
  return placed;
}
