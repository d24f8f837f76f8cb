const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

/** A moment (ISO 8601 UTC) in words for people in England: "14 January 2026 at 09:05". '' stays ''. */
export const formatMoment = (instant: string): string => {
  if (instant === '') return '';
  const moment = new Date(instant);
  return `${DAY.format(moment)} at ${TIME.format(moment)}`;
};
