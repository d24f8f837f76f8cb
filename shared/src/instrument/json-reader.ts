import { cleanText } from '../kernel/clean-text.js';
import type { Problem } from '../kernel/problem.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a document that somebody sent, member by member. What is not as it must be is noted with its path
 * (`pages[2].questions[0].type`) and read as something harmless, so that all problems are found at once. Whoever reads
 * must look at `problems` before using the result. Codes: NOT_READABLE, UNKNOWN_MEMBER, TOO_MANY and those of
 * `cleanText`.
 */
export class JsonReader {
  readonly problems: Problem[] = [];

  /** Something that is not as it must be. */
  say(path: string, message: string, code = 'NOT_READABLE'): void {
    this.problems.push({
      code,
      field: path.slice(0, 200),
      message,
      mend: 'Send a questionnaire as the designer makes it.',
    });
  }

  /** The members of an object; those that are not named are refused, so that nothing is lost in silence. */
  object(value: unknown, path: string, names: readonly string[]): Members {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.say(path, 'This must be an object.');
      return {};
    }
    for (const name of Object.keys(value))
      if (!names.includes(name))
        this.say(`${path}.${name.slice(0, 64)}`, 'Nothing of this name is known.', 'UNKNOWN_MEMBER');
    return value as Members;
  }

  list<Item>(
    value: unknown,
    path: string,
    most: number,
    read: (item: unknown, path: string) => Item,
  ): Item[] {
    if (!Array.isArray(value)) {
      this.say(path, 'This must be a list.');
      return [];
    }
    if (value.length > most) {
      this.say(path, `At most ${most} are allowed.`, 'TOO_MANY');
      return [];
    }
    return value.map((item, position) => read(item, `${path}[${position}]`));
  }

  text(value: unknown, path: string, maxLength: number): string {
    if (typeof value !== 'string') {
      this.say(path, 'This must be a text.');
      return '';
    }
    const text = cleanText(value, path.slice(0, 200), maxLength);
    if (text.ok) return text.value;
    this.problems.push(...text.problems);
    return '';
  }

  number(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12) return value + 0;
    this.say(path, 'This must be a number.');
    return 0;
  }

  boolean(value: unknown, path: string): boolean {
    if (typeof value !== 'boolean') this.say(path, 'This must be true or false.');
    return value === true;
  }

  oneOf<Word extends string>(value: unknown, path: string, words: readonly [Word, ...Word[]]): Word {
    const word = words.find((each) => each === value);
    if (word === undefined) this.say(path, `This must be one of: ${words.join(', ')}.`);
    return word ?? words[0];
  }

  /** The member if it is there, read; an empty object otherwise, to be spread into the result. */
  optional<Name extends string, Value>(
    members: Members,
    name: Name,
    path: string,
    read: (value: unknown, path: string) => Value | undefined,
  ): { readonly [Key in Name]?: Value } {
    if (members[name] === undefined || members[name] === null) return {};
    const value = read(members[name], `${path}.${name}`);
    return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
  }
}
