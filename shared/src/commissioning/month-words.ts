const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Month and year of an ISO moment, as in "March 2026"; a period in words stays as it is. */
export function monthWords(asAt: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}/.exec(asAt) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? asAt : `${name} ${year}`;
}
