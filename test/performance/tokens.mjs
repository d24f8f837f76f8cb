import { createHash } from 'node:crypto';

/** The token of the n-th prepared link: the same in the process that stores its hash and in the one that makes load. */
export const tokenOf = (index) =>
  createHash('sha256').update(`bench-${index}`).digest('base64url').slice(0, 22);
