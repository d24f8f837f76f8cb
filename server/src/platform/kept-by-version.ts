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
  private readonly kept = new Map<string, Entry<Value>>();

  /** @param most keys that are kept; the one that nobody has asked about for longest goes. Absent = all */
  constructor(private readonly most = Infinity) {}

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
    // Again at the end of the line: the first of it is the one asked about longest ago.
    this.kept.delete(key);
    if (known !== undefined && known.version === version) {
      this.kept.set(key, known);
      return known.value;
    }
    const before = known?.value.catch(() => undefined) ?? Promise.resolve(undefined);
    const fresh: Entry<Value> = { version, value: make(before), made: undefined };
    this.kept.set(key, fresh);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    fresh.value.then(
      (value) => (fresh.made = { value }),
      () => {
        // Not a later value, which may be good.
        if (this.kept.get(key) === fresh) this.kept.delete(key);
      },
    );
    return fresh.value;
  }

  /** Whether there is a value, or one that is being made. */
  has(key: string): boolean {
    return this.kept.has(key);
  }

  /** The value if it is there; undefined also while it is being made anew. */
  made(key: string): Value | undefined {
    return this.kept.get(key)?.made?.value;
  }
}
