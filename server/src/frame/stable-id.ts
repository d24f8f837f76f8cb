import { createHash } from 'node:crypto';

/**
 * An id that is the same wherever it is made: a UUID whose bits are the SHA-256 of a kind and its natural key
 * (version 8 of RFC 9562, "custom"). Two installations that load the same tables give a hospital the same id.
 * @example stableId('site', 'RWA01')
 */
export function stableId(kind: string, ...key: readonly string[]): string {
  const hex = createHash('sha256')
    .update([kind, ...key].join('\u0000'))
    .digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
