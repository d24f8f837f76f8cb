/** Values that can be made again, kept while they are used: the one unused for longest goes when there are too many. */
export class LastUsed<Key, Value> {
  private readonly kept = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  get(key: Key, make: () => Value): Value {
    const value = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.most)
      for (const oldest of this.kept.keys()) {
        this.kept.delete(oldest);
        break;
      }
    return value;
  }

  forget(key: Key): void {
    this.kept.delete(key);
  }
}
