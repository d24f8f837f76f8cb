/** Keys in one question: far below the number of bound values that a database takes. */
const MOST = 500;

/** Answers about many keys with one question each time: what is asked in the same moment goes together. */
export class AskedTogether<Value> {
  private asked:
    { readonly keys: Set<string>; readonly answers: Promise<ReadonlyMap<string, Value>> } | undefined;

  /** @param find the values of some keys; a key that it leaves out has none */
  constructor(private readonly find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {}

  /** undefined = there is none. */
  async get(key: string): Promise<Value | undefined> {
    if (this.asked === undefined || this.asked.keys.size >= MOST) {
      const keys = new Set<string>();
      this.asked = { keys, answers: this.answer(keys) };
    }
    const { keys, answers } = this.asked;
    keys.add(key);
    return (await answers).get(key);
  }

  private async answer(keys: Set<string>): Promise<ReadonlyMap<string, Value>> {
    // Whoever asks in this moment has asked by then.
    await Promise.resolve();
    await new Promise(setImmediate);
    if (this.asked?.keys === keys) this.asked = undefined;
    return this.find([...keys]);
  }
}
