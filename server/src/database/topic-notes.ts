import {
  type ChangeNote,
  changesBetween,
  REMEMBERED,
  type TopicChanges,
  type TopicMark,
} from './topic-changes.js';

/** There is one writer, so one count of a topic's changes. */
const SLOT = '0';

/** What changed of each topic lately (SQLite); only this process writes, so nobody else needs to know. */
export class TopicNotes {
  private readonly versions = new Map<string, number>();
  /** The oldest first. */
  private readonly notes = new Map<string, ChangeNote[]>();

  version(topic: string): number {
    return this.versions.get(topic) ?? 0;
  }

  changes(topic: string, since: TopicMark | undefined): TopicChanges {
    const mark = new Map([[SLOT, this.version(topic)]]);
    const from = since?.get(SLOT) ?? 0;
    const notes = this.notes.get(topic) ?? [];
    // The latest are the last: mostly there are none, or one.
    const first = notes.findLastIndex(({ value }) => value <= from) + 1;
    return changesBetween(since, mark, notes.slice(first));
  }

  note(topic: string, parts: ReadonlySet<string>): void {
    const value = this.version(topic) + 1;
    this.versions.set(topic, value);
    const notes = this.notes.get(topic) ?? [];
    for (const what of parts) notes.push({ slot: SLOT, value, what });
    // A change whose notes went in part is not taken for a whole one: its number is dropped with all of them.
    if (notes.length > 2 * REMEMBERED) {
      const last = notes[notes.length - REMEMBERED]?.value ?? 0;
      this.notes.set(
        topic,
        notes.filter((each) => each.value > last),
      );
    } else this.notes.set(topic, notes);
  }
}
