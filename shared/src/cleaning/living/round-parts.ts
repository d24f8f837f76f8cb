import type { Form } from '../../fieldwork/response.js';
import type { Decision } from '../decision.js';
import { decisionKey, formKey, keysOfDecision } from './item-keys.js';

/** Forms and decisions that have a say in each other, or in what is said of the same hospital. */
export interface RoundPart {
  /** Places of forms, as they were put in. */
  readonly forms: readonly number[];
  /** Numbers of decisions. */
  readonly decisions: readonly number[];
}

/** What of a form says with which others it is compared. */
type Joined = Pick<Form, 'responseId' | 'odsCode' | 'alsoFor' | 'idempotencyKey'>;

/**
 * Divides a round into parts, each of which can be cleaned by itself: what the rules make of a part they make of it in
 * the whole round (see `ItemGraph`), and the record of a hospital comes from one part alone. Only places and numbers are
 * kept, so that a round of a hundred thousand forms can be gone through without holding one of them.
 */
export class RoundParts {
  /** For every node one that it hangs on; a node that hangs on itself stands for its part. */
  private readonly above: number[] = [];
  private readonly named = new Map<string, number>();
  private readonly forms: number[] = [];
  private readonly formNodes: number[] = [];
  private readonly decisions: number[] = [];
  private readonly decisionNodes: number[] = [];

  /** Decisions come before the forms: of a form nobody decided about, the id need not be remembered. */
  putDecision(decision: Decision): void {
    const { id, number, kind, odsCode, value } = decision;
    const node = this.newNode();
    this.decisions.push(number);
    this.decisionNodes.push(node);
    const keys = [decisionKey(id), ...keysOfDecision(decision), ...siteKeys([odsCode])];
    for (const key of kind === 'match' ? [...keys, ...siteKeys([value])] : keys) this.name(node, key);
  }

  /** @param place number under which the form is asked for again */
  putForm(place: number, { responseId, odsCode, alsoFor, idempotencyKey }: Joined): void {
    const node = this.newNode();
    this.forms.push(place);
    this.formNodes.push(node);
    for (const key of siteKeys([odsCode, ...alsoFor])) this.name(node, key);
    if (idempotencyKey !== '') this.name(node, `r:${idempotencyKey}`);
    const decided = this.named.get(formKey(responseId));
    if (decided !== undefined) this.join(node, decided);
  }

  /**
   * The parts, small ones together: what has no say in each other may as well be looked at together.
   * @param least forms of which a part has at least as many, unless it is the last
   */
  *parts(least: number): Generator<RoundPart> {
    const count = this.forms.length;
    const items = new Uint32Array(count + this.decisions.length).map((_, at) => at);
    const partOf = items.map((at) =>
      this.top((at < count ? this.formNodes[at] : this.decisionNodes[at - count]) ?? 0),
    );
    items.sort((a, b) => (partOf[a] ?? 0) - (partOf[b] ?? 0) || a - b);
    let forms: number[] = [];
    let decisions: number[] = [];
    let before = -1;
    for (const item of items) {
      const own = partOf[item] ?? 0;
      if (own !== before && forms.length >= least) {
        yield { forms, decisions };
        [forms, decisions] = [[], []];
      }
      before = own;
      if (item < count) forms.push(this.forms[item] ?? 0);
      else decisions.push(this.decisions[item - count] ?? 0);
    }
    if (forms.length > 0) yield { forms, decisions };
  }

  private newNode(): number {
    return this.above.push(this.above.length) - 1;
  }

  private name(node: number, key: string): void {
    const known = this.named.get(key);
    if (known === undefined) this.named.set(key, node);
    else this.join(node, known);
  }

  private join(a: number, b: number): void {
    const [one, other] = [this.top(a), this.top(b)];
    if (one !== other) this.above[one] = other;
  }

  private top(node: number): number {
    let at = node;
    for (let up = this.above[at] ?? at; up !== at; up = this.above[at] ?? at) {
      // Each step hangs a node one higher, so that the way stays short.
      this.above[at] = this.above[up] ?? up;
      at = up;
    }
    return at;
  }
}

const siteKeys = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => code !== '').map((code) => `s:${code}`);
