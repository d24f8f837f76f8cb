/** A statistic with two decimals; "not defined" where the counts do not define it: never 0 instead. */
export const toStatistic = (value: number | null): string =>
  value === null ? 'not defined' : value.toFixed(2).replace('-', '−');

/** Kappa with its interval. */
export const toAgreementWords = (kappa: number | null, low: number | null, high: number | null): string =>
  kappa === null || low === null || high === null
    ? toStatistic(kappa)
    : `${toStatistic(kappa)} (${toStatistic(low)} to ${toStatistic(high)})`;
