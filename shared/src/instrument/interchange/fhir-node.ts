import type { Problem } from '../../kernel/problem.js';
import type { LocalText } from '../instrument.js';
import { ourExtension, STANDARD } from './fhir-r4.js';

/** Collects what is wrong with a resource and what was left out or assumed; `field` is the path of the element. */
export class FhirFindings {
  readonly problems: Problem[] = [];
  readonly notices: Problem[] = [];

  refuse(at: FhirNode | string, code: string, message: string, mend: string): void {
    this.problems.push({ code, field: typeof at === 'string' ? at : at.path, message, mend });
  }

  note(at: FhirNode | string, code: string, message: string, mend: string): void {
    this.notices.push({ code, field: typeof at === 'string' ? at : at.path, message, mend });
  }
}

/** Part of a resource from outside, with its path; nothing is taken for granted of what it holds. */
export class FhirNode {
  constructor(
    private readonly value: unknown,
    readonly path: string,
  ) {}

  /** The part as it came. */
  content(): unknown {
    return this.value;
  }

  get(name: string): FhirNode {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    const isObject = typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
    const members = this.value as Readonly<Record<string, unknown>>;
    return new FhirNode(isObject && Object.hasOwn(members, name) ? members[name] : undefined, path);
  }

  list(name: string): readonly FhirNode[] {
    const { value, path } = this.get(name);
    return Array.isArray(value) ? value.map((item: unknown, at) => new FhirNode(item, `${path}[${at}]`)) : [];
  }

  string(name: string): string {
    const { value } = this.get(name);
    return typeof value === 'string' ? value : '';
  }

  number(name: string): number | undefined {
    const { value } = this.get(name);
    return typeof value === 'number' ? value : undefined;
  }

  isTrue(name: string): boolean {
    return this.get(name).value === true;
  }

  has(name: string): boolean {
    return this.get(name).value !== undefined;
  }

  extension(url: string): FhirNode | undefined {
    return this.list('extension').find((each) => each.string('url') === url);
  }

  /** A text extension of ours; undefined when it is not there. */
  own(name: string): string | undefined {
    const found = this.extension(ourExtension(name));
    return found && (found.string('valueString') || found.string('valueCode'));
  }

  /** A text element with its translation; undefined when neither is there. */
  text(name: string, tag: string | undefined): LocalText | undefined {
    const en = this.string(name);
    const second =
      tag === undefined
        ? undefined
        : this.get(`_${name}`)
            .list('extension')
            .filter((each) => each.string('url') === STANDARD.translation)
            .find((each) => partOf(each, 'lang')?.string('valueCode') === tag);
    const content = second && partOf(second, 'content');
    const translated = content && (content.string('valueString') || content.string('valueMarkdown'));
    if (en === '' && !translated) return undefined;
    return translated ? { en, second: translated } : { en };
  }

  /** The control that the item asks for, such as `slider`; '' = none. */
  control(): string {
    return (
      this.extension(STANDARD.itemControl)?.get('valueCodeableConcept').list('coding')[0]?.string('code') ??
      ''
    );
  }
}

const partOf = (extension: FhirNode, url: string): FhirNode | undefined =>
  extension.list('extension').find((each) => each.string('url') === url);
