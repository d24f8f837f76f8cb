import type { Config } from '../platform/config.js';
import type { Actor } from './actor.js';
import type { Viewer } from './viewer.model.js';

/** What an actor is told about themselves. */
export const toViewer = (actor: Actor, config: Config): Viewer => ({
  signedIn: actor.sessionId !== '',
  displayName: actor.displayName,
  permissions: [...actor.permissions],
  demo: config.mode === 'demo',
});
