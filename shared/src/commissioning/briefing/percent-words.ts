/** Two proportions as a range with one decimal: "17.3% to 89.9%". */
export const percentWords = (low: number, high: number): string =>
  `${(low * 100).toFixed(1)}% to ${(high * 100).toFixed(1)}%`;
