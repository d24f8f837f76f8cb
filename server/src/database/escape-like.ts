/** A text as it stands in a pattern of `LIKE … ESCAPE '\\'`, its own signs for "anything" meant as they are. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
