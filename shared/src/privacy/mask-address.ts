/** What stands where an address was. */
export const ERASED_ADDRESS = '[erased]';

/** The address where it stands by itself: not as the end of a longer one, nor as the beginning of one. */
function pattern(email: string): RegExp {
  const literal = email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.+%'-])${literal}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'giu');
}

/** Whether a text names exactly this address; small and capital letters are the same. */
export const mentionsAddress = (text: string, email: string): boolean => pattern(email).test(text);

/** The text without the address. @example maskAddress('ask ann@a.org.', 'ann@a.org') // → 'ask [erased].' */
export const maskAddress = (text: string, email: string, instead = ERASED_ADDRESS): string =>
  text.replace(pattern(email), () => instead);

/** The same in every text of a JSON value; whatever is no text stays as it is. */
export function maskInJson(value: unknown, email: string, instead = ERASED_ADDRESS): unknown {
  if (typeof value === 'string') return maskAddress(value, email, instead);
  if (Array.isArray(value)) return value.map((one) => maskInJson(one, email, instead));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, maskInJson(one, email, instead)]),
    );
  return value;
}

/** Whether any text of a JSON value names the address. */
export const mentionsInJson = (value: unknown, email: string): boolean =>
  typeof value === 'string'
    ? mentionsAddress(value, email)
    : typeof value === 'object' &&
      value !== null &&
      Object.values(value).some((one) => mentionsInJson(one, email));
