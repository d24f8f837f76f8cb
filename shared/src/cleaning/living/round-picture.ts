import { type Form, PERSPECTIVES } from '../../fieldwork/response.js';
import type { FormDecision, FormsLedger } from '../analysis-dataset.js';
import type { Decision } from '../decision.js';
import { type CleaningTask, objectionTask, type OpenObjection } from '../queue.js';
import type { SettledDecision } from '../settle-decisions.js';
import type { AskedSite } from '../site-query.js';
import { type CleanedGroup, cleanGroup, type PictureRules } from './clean-group.js';
import { ItemGraph } from './item-graph.js';
import {
  type About,
  decisionKey,
  formKey,
  itemsByKey,
  keysAbout,
  keysOfDecision,
  keysOfForm,
  keysOfQuery,
  placeKey,
  queryKey,
  type RoundItems,
} from './item-keys.js';
import { LastUsed } from './last-used.js';
import { addLedger, EMPTY_LEDGER } from './ledger-sum.js';
import type { KeptGroup, PictureStep, RoundChange } from './picture-change.js';
import { SortedTasks } from './sorted-tasks.js';

/** Groups that are kept whole: those of a page or two, and of what is decided next. */
const KEPT_WHOLE = 1_000;
/** Items that are placed, or groups that are worked out, between two pauses. */
const SLICE = 500;

/**
 * A round as those who clean it see it, kept up while it lives: after a change only the hospitals that the change
 * touches are worked out again, by the very rules that work out a whole round (`applyDecisions`, `queueOf`,
 * `countForms`). What it shows is what these would make of everything, whatever came in whatever order.
 *
 * Groups: forms and decisions hang together when they share a hospital (their own, a further one, one that a person
 * matched them to) within a perspective, a request key (R0), or when a decision rests on them (`item-keys.ts`).
 */
export class RoundPicture {
  readonly tasks = new SortedTasks();
  private readonly forms = new Map<string, Form>();
  private readonly made = new Map<string, Decision>();
  private readonly asked = new Map<string, AskedSite>();
  private objections: readonly OpenObjection[] = [];
  /** Hospitals that anybody ever matched a form to. */
  private readonly matches = new Map<string, Set<string>>();
  /** Hospitals with a form that counts, each with the number of groups that it has one in: one for each perspective. */
  private readonly counted = new Map<string, number>();
  /** Decisions in the order in which they were made. */
  private numbered: Pick<Decision, 'id' | 'number'>[] = [];
  private readonly graph = new ItemGraph();
  private readonly groups = new Map<string, KeptGroup>();
  private readonly whole = new LastUsed<KeptGroup, CleanedGroup>(KEPT_WHOLE);
  private sum = EMPTY_LEDGER;

  constructor(readonly rules: PictureRules) {}

  /** Takes in what changed. Applying the same twice changes nothing. */
  apply(change: RoundChange): void {
    const steps = this.steps(change);
    while (steps.next().done !== true);
  }

  /**
   * The same a slice at a time, so that others get their turn between two. Until the last one it is no picture: for one
   * that nobody has yet.
   */
  *steps(change: RoundChange): Generator<PictureStep, void> {
    const { forms = [], gone = [], decisions = [], queries = [], objections } = change;
    const total = forms.length + decisions.length + queries.length;
    let placed = 0;
    const touched = new Set<string>();
    // What leaves a group leaves the others of it behind: they are worked out again, too.
    const touch = (id: string): void => {
      if (touched.has(id)) return;
      touched.add(id);
      for (const each of this.groups.get(id)?.members ?? []) touched.add(each);
    };
    const put = (id: string, keys: readonly string[]): void => {
      touch(id);
      this.graph.put(id, keys);
    };
    for (const form of forms) {
      if ((placed += 1) % SLICE === 0) yield { done: 0, total };
      if (this.forms.get(form.responseId) === form) continue;
      this.forms.set(form.responseId, form);
      put(formKey(form.responseId), keysOfForm(form, this.matches.get(form.responseId)));
    }
    for (const responseId of gone) {
      const id = formKey(responseId);
      touch(id);
      this.graph.remove(id);
      this.forms.delete(responseId);
    }
    for (const decision of decisions) {
      const known = this.made.get(decision.id);
      if (known?.note === decision.note) continue;
      this.made.set(decision.id, decision);
      if (known === undefined) this.number(decision);
      put(decisionKey(decision.id), keysOfDecision(decision));
      if (decision.kind === 'match') this.noteMatch(decision, put);
    }
    for (const query of queries) {
      this.asked.set(query.id, query);
      put(queryKey(query.id), keysOfQuery(query));
    }
    yield* this.renew(touched);
    if (objections !== undefined) {
      this.tasks.replace(this.objections.map(objectionTask), objections.map(objectionTask));
      this.objections = objections;
    }
  }

  /** The same round under other rules. */
  under(rules: PictureRules): RoundPicture {
    const picture = new RoundPicture(rules);
    picture.apply(this.contents());
    return picture;
  }

  /** Everything that it was made from. */
  contents(): RoundChange {
    return {
      forms: [...this.forms.values()],
      decisions: [...this.made.values()],
      queries: [...this.asked.values()],
      objections: this.objections,
    };
  }

  get ledger(): FormsLedger {
    return { ...this.sum, analysed: this.counted.size };
  }

  /** How many decisions there are, those taken back included. */
  get decisionCount(): number {
    return this.numbered.length;
  }

  /** Number of the latest decision; 0 = there is none. */
  get lastNumber(): number {
    return this.numbered.at(-1)?.number ?? 0;
  }

  /** How many forms it shows, those that do not count included. */
  get size(): number {
    return this.forms.size;
  }

  formIds(): IterableIterator<string> {
    return this.forms.keys();
  }

  /** What a form has a say in; undefined for one that is not there. */
  groupOfForm(responseId: string): CleanedGroup | undefined {
    return this.cleaned(this.groups.get(formKey(responseId)));
  }

  groupOfDecision(id: string): CleanedGroup | undefined {
    return this.cleaned(this.groups.get(decisionKey(id)));
  }

  /** A form under the hospital that a person matched it to. */
  form(responseId: string): Form | undefined {
    return this.groupOfForm(responseId)?.cleaned.forms.get(responseId);
  }

  standing(responseId: string): FormDecision | undefined {
    return this.groupOfForm(responseId)?.cleaned.standings.get(responseId);
  }

  /** Decisions with what became of them, the latest first, from a place on. */
  latestDecisions(from: number, size: number): readonly SettledDecision[] {
    const end = Math.max(0, this.numbered.length - from);
    return this.numbered
      .slice(Math.max(0, end - size), end)
      .reverse()
      .flatMap(({ id }) => this.groupOfDecision(id)?.byId.get(id) ?? []);
  }

  /**
   * What a decision is checked against: everything that has a say in what it is about. `group` = what the rules make of
   * it, where it is one group; undefined where it is several, which the decision may bring together.
   */
  itemsAbout(about: About): RoundItems & { readonly group: CleanedGroup | undefined } {
    const named = about.responseIds.flatMap((id) => this.forms.get(id) ?? []);
    const groups = new Set<KeptGroup>();
    for (const key of keysAbout(about, named))
      for (const id of this.graph.itemsWith(key)) {
        const group = this.groups.get(id);
        if (group !== undefined) groups.add(group);
      }
    const items = this.itemsOf([...groups].flatMap(({ members }) => members));
    const [only] = groups;
    return { ...items, group: groups.size === 1 ? this.cleaned(only) : undefined };
  }

  objection(id: string): OpenObjection | undefined {
    return this.objections.find((one) => one.id === id);
  }

  /** Forms of a hospital that count at this moment, whatever their perspective. */
  countedFormsOf(odsCode: string): readonly string[] {
    const groups = new Set(
      PERSPECTIVES.flatMap((perspective) =>
        this.graph.itemsWith(placeKey(odsCode, perspective)).flatMap((id) => this.groups.get(id) ?? []),
      ),
    );
    return [...groups].flatMap((group) => {
      const { cleaned } = this.cleaned(group)!;
      return [...cleaned.forms.values()]
        .filter((form) => form.odsCode === odsCode)
        .filter(({ responseId }) =>
          ['accepted', 'merged'].includes(cleaned.standings.get(responseId)?.outcome ?? ''),
        )
        .map(({ responseId }) => responseId);
    });
  }

  query(id: string): AskedSite | undefined {
    return this.asked.get(id);
  }

  private noteMatch(
    { responseId, value }: Decision,
    put: (id: string, keys: readonly string[]) => void,
  ): void {
    const matchedTo = (this.matches.get(responseId) ?? new Set<string>()).add(value);
    this.matches.set(responseId, matchedTo);
    const form = this.forms.get(responseId);
    if (form !== undefined) put(formKey(responseId), keysOfForm(form, matchedTo));
  }

  /** A group with what the rules make of it, made again where it has not been looked at lately. */
  private cleaned(group: KeptGroup | undefined): CleanedGroup | undefined {
    if (group === undefined) return undefined;
    const { members } = group;
    return this.whole.get(group, () => cleanGroup(new Set(members), this.itemsOf(members), this.rules));
  }

  private count(group: KeptGroup, sign: 1 | -1): void {
    this.sum = addLedger(this.sum, group.ledger, sign);
    for (const odsCode of group.counted) {
      const groups = (this.counted.get(odsCode) ?? 0) + sign;
      if (groups === 0) this.counted.delete(odsCode);
      else this.counted.set(odsCode, groups);
    }
  }

  private number(decision: Decision): void {
    const { id, number } = decision;
    const last = this.numbered.at(-1);
    this.numbered.push({ id, number });
    if (last !== undefined && last.number > number) this.numbered.sort((a, b) => a.number - b.number);
  }

  /** Works out again the groups that have one of these items, as they are now and as they were. */
  private *renew(touched: ReadonlySet<string>): Generator<PictureStep, void> {
    const before: CleaningTask[] = [];
    const after: CleaningTask[] = [];
    const old = new Set<KeptGroup>();
    let groups = 0;
    const done = new Set<string>();
    const forget = (id: string): void => {
      const group = this.groups.get(id);
      if (group === undefined) return;
      this.groups.delete(id);
      if (old.has(group)) return;
      old.add(group);
      this.whole.forget(group);
      for (const task of group.tasks) before.push(task);
      this.count(group, -1);
    };
    for (const start of touched) {
      if (done.has(start)) continue;
      forget(start);
      const members = this.graph.groupOf(start);
      if (members.size === 0) continue;
      for (const id of members) {
        done.add(id);
        forget(id);
      }
      const { tasks, ledger, cleaned } = cleanGroup(members, this.itemsOf(members), this.rules);
      const counted = [...new Set(cleaned.sets.map(({ odsCode }) => odsCode))];
      const group: KeptGroup = { members: [...members], tasks, ledger, counted };
      for (const id of members) this.groups.set(id, group);
      for (const task of group.tasks) after.push(task);
      this.count(group, 1);
      if ((groups += 1) % SLICE === 0) yield { done: done.size, total: touched.size };
    }
    this.tasks.replace(before, after);
  }

  private itemsOf(members: Iterable<string>): RoundItems {
    return itemsByKey(members, { forms: this.forms, decisions: this.made, queries: this.asked });
  }
}
