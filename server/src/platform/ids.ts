import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A new random id, made by the application so that both engines store the same text. */
export const newId = (): string => randomUUID();

/** Whether a text can be an id at all. PostgreSQL fails on some texts, such as one with a zero byte, instead of finding nothing. */
export const isId = (text: string): boolean => /^[\w-]{1,36}$/.test(text);

/** A secret for a link or a cookie: 128 random bits in URL-safe text. Only its hash is stored. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** SHA-256 as lower-case hexadecimal text. */
export const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex');
