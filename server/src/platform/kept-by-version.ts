import { LastUsed } from './last-used.js';

/** Keys beyond these push out those that were asked for longest ago. */
const MOST = 500;

/** A value that is being made, and the value once it is there. */
interface Entry<Value> {
  readonly version: unknown;
  readonly value: Promise<Value>;
  made: { readonly value: Value } | undefined;
}

/**
 * One value a key, made when it is first asked for and made anew when its version is another one. Everybody who asks
 * meanwhile gets the same promise; one that failed is forgotten. The version has to be read before the value is made:
 * then a value can be newer than its version says, and never older.
 */
export class KeptByVersion<Value> {
  private readonly kept: LastUsed<string, Entry<Value>>;

  /**
   * @param most sum of what the values weigh that are kept; what nobody has asked about for longest goes
   * @param weightOf of a value that is there; one that is being made weighs nothing yet
   */
  constructor(most = MOST, weightOf: (value: Value) => number = () => 1) {
    this.kept = new LastUsed(most, ({ made }) => (made === undefined ? 0 : weightOf(made.value)));
  }

  /**
   * @param version compared by identity: a number, a text, or the object that the value is made from
   * @param make is given the value of the version before, for who brings it up to date; it waits until that is made.
   *   undefined = there is none, or it failed
   */
  get(
    key: string,
    version: unknown,
    make: (before: Promise<Value | undefined>) => Promise<Value>,
  ): Promise<Value> {
    const known = this.kept.get(key);
    if (known !== undefined && known.version === version) return known.value;
    const before = known?.value.catch(() => undefined) ?? Promise.resolve(undefined);
    const fresh: Entry<Value> = { version, value: make(before), made: undefined };
    this.kept.set(key, fresh);
    fresh.value.then(
      (value) => {
        fresh.made = { value };
        // Weighed from now on.
        if (this.kept.get(key) === fresh) this.kept.set(key, fresh);
      },
      () => {
        // Not a later value, which may be good.
        if (this.kept.get(key) === fresh) this.kept.delete(key);
      },
    );
    return fresh.value;
  }

  /** Whether there is a value, or one that is being made. */
  has(key: string): boolean {
    return this.kept.get(key) !== undefined;
  }

  /** The value if it is there; undefined also while it is being made anew. */
  made(key: string): Value | undefined {
    return this.kept.get(key)?.made?.value;
  }
}
