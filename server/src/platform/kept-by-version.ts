import { LastUsed } from './last-used.js';

/** Keys beyond these push out those that were asked for longest ago. */
const MOST = 500;

/**
 * One value a key, made when it is first asked for and made anew when its version is another one. Everybody who asks
 * meanwhile gets the same promise; one that failed is forgotten. The version has to be read before the value is made:
 * then a value can be newer than its version says, and never older.
 */
export class KeptByVersion<Value> {
  private readonly kept = new LastUsed<string, { readonly version: unknown; readonly value: Promise<Value> }>(
    MOST,
  );

  /** @param version compared by identity: a number, a text, or the object that the value is made from */
  get(key: string, version: unknown, make: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key);
    if (known !== undefined && known.version === version) return known.value;
    const fresh = { version, value: make() };
    this.kept.set(key, fresh);
    fresh.value.catch(() => {
      // Not a later value, which may be good.
      if (this.kept.get(key) === fresh) this.kept.delete(key);
    });
    return fresh.value;
  }
}
