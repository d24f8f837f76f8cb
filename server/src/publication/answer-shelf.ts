import type { PreparedAnswer } from './prepared-answer.js';

/** Bytes of answers kept at once, in every encoding together, with the questions that they answer. */
const MOST_BYTES = 24 * 1024 * 1024;
/** What an entry costs beside its bytes: three buffers, the head, its place in the map. A guess on the high side. */
const ENTRY_BYTES = 1024;

/**
 * Answers to questions of which there are endlessly many, such as boxes on a map: the last ones are kept as long as
 * they fit, so that made-up questions cannot fill the memory.
 */
export class AnswerShelf {
  private readonly kept = new Map<string, PreparedAnswer>();
  private bytes = 0;

  /** The kept answer, or a new one; `key` says everything that the answer depends on. */
  async get(key: string, make: () => Promise<PreparedAnswer>): Promise<PreparedAnswer> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      // The one that was asked for last leaves last.
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const answer = await make();
    if (!this.kept.has(key)) {
      this.kept.set(key, answer);
      this.bytes += sizeOf(key, answer);
    }
    for (const [oldest, left] of this.kept) {
      if (this.bytes <= MOST_BYTES) break;
      this.kept.delete(oldest);
      this.bytes -= sizeOf(oldest, left);
    }
    return answer;
  }
}

/** The question counts too: it can be many times as long as its answer, and whoever asks writes it. */
const sizeOf = (key: string, { plain, br, gzip }: PreparedAnswer): number =>
  ENTRY_BYTES + 2 * key.length + plain.length + br.length + gzip.length;
