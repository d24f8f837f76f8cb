/**
 * A memory with an end: it keeps what was used last. What is put in beyond its size pushes out what nobody has asked for
 * longest; whoever holds that goes on with it, and the next who asks makes it again. What was put in last always stays.
 */
export class LastUsed<Key, Value> {
  private readonly kept = new Map<Key, Value>();

  /** @param most sum of what the values weigh @param weightOf asked again each time: a value may grow while it is kept */
  constructor(
    private readonly most: number,
    private readonly weightOf: (value: Value) => number = () => 1,
  ) {}

  get(key: Key): Value | undefined {
    const value = this.kept.get(key);
    if (value === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, value);
    return value;
  }

  /** Puts a value in, or says that the one which is there has grown. */
  set(key: Key, value: Value): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    let weight = 0;
    for (const each of this.kept.values()) weight += this.weightOf(each);
    for (const [oldest, each] of this.kept) {
      if (weight <= this.most || oldest === key) return;
      this.kept.delete(oldest);
      weight -= this.weightOf(each);
    }
  }

  delete(key: Key): void {
    this.kept.delete(key);
  }
}
