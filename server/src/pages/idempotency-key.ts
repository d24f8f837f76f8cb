import { sha256 } from '../platform/ids.js';

/**
 * The key under which a form is sent. Made from the link and the draft's revision, so that the same check page gives
 * the same key however often, on whichever device and in whichever window it is opened: sending it twice stores one
 * response. After a sending the revision is another one, so a correction has a key of its own.
 */
export const idempotencyKey = (token: string, draftRevision: number): string =>
  sha256(`send:${token}:${draftRevision}`).slice(0, 40);
