import type { Scope } from '@liaison-atlas/shared/access/scope';

/** Knows which rounds, regions and hospitals there are; given by the modules that hold them. */
export abstract class ScopePlaces {
  abstract has(scope: Scope): Promise<boolean>;
}
