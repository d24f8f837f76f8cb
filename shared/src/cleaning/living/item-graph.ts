/** Something that hangs together with others by what it names: a form, a decision, a question to a site. */
interface Node {
  readonly keys: readonly string[];
}

/**
 * Which items of a round have a say in each other. Items are named by their own key, and name others: a hospital, a
 * request, a form, a decision. What shares a name, or names the other, belongs to one group; groups have no say in
 * each other.
 */
export class ItemGraph {
  private readonly nodes = new Map<string, Node>();
  /** Items by a name that they have; a single one stands by itself, since most names are named once. */
  private readonly named = new Map<string, string | Set<string>>();

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Puts an item in, or puts it somewhere else. */
  put(id: string, keys: readonly string[]): void {
    this.remove(id);
    this.nodes.set(id, { keys });
    for (const key of keys) {
      const known = this.named.get(key);
      if (known === undefined) this.named.set(key, id);
      else if (typeof known === 'string') this.named.set(key, new Set([known, id]));
      else known.add(id);
    }
  }

  remove(id: string): void {
    const node = this.nodes.get(id);
    if (node === undefined) return;
    this.nodes.delete(id);
    for (const key of node.keys) {
      const known = this.named.get(key);
      if (typeof known === 'string') {
        if (known === id) this.named.delete(key);
      } else if (known !== undefined) {
        known.delete(id);
        if (known.size === 0) this.named.delete(key);
      }
    }
  }

  /** Items that have a name, and the one whose key it is. */
  itemsWith(key: string): readonly string[] {
    const known = this.named.get(key);
    const items = known === undefined ? [] : typeof known === 'string' ? [known] : [...known];
    return this.nodes.has(key) ? [key, ...items] : items;
  }

  /** Every item of the group of this one, itself included; none for an item that is not there. */
  groupOf(start: string): ReadonlySet<string> {
    const found = new Set<string>();
    if (!this.nodes.has(start)) return found;
    const seen = new Set<string>();
    const open = [start];
    found.add(start);
    const reach = (id: string): void => {
      if (found.has(id) || !this.nodes.has(id)) return;
      found.add(id);
      open.push(id);
    };
    const follow = (key: string): void => {
      if (seen.has(key)) return;
      seen.add(key);
      reach(key);
      const known = this.named.get(key);
      if (typeof known === 'string') reach(known);
      else if (known !== undefined) for (const id of known) reach(id);
    };
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      follow(id);
      for (const key of this.nodes.get(id)?.keys ?? []) follow(key);
    }
    return found;
  }
}
