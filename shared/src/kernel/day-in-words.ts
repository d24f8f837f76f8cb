const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The day of an ISO day or moment in words, in UTC: "31 March 2027". A text that is none stays as it is. */
export const dayInWords = (time: string): string => inWords(DAY, time);

/** Its month and year: "March 2027". A text that is no ISO time, such as a period in words, stays as it is. */
export const monthInWords = (time: string): string => inWords(MONTH, time);

function inWords(format: Intl.DateTimeFormat, time: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/.test(time) ? Date.parse(time) : NaN;
  return Number.isNaN(at) ? time : format.format(at);
}
