const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day of a moment in words, in UTC: `2027-03-31T22:59:59.999Z` → `31 March 2027`. */
export const dayInWords = (moment: string): string => DAY.format(new Date(moment));
