import { type Form, PERSPECTIVES } from '../../fieldwork/response.js';
import type { FormDecision, FormsLedger } from '../analysis-dataset.js';
import { byText } from '../by-text.js';
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
  keysAbout,
  keysOfDecision,
  keysOfForm,
  keysOfQuery,
  placeKey,
  queryKey,
  type RoundItems,
} from './item-keys.js';
import { addLedger, EMPTY_LEDGER } from './ledger-sum.js';
import { SortedTasks } from './sorted-tasks.js';

/** What became of a round since its picture was made. */
export interface RoundChange {
  /** Forms as they are now, new ones included. */
  readonly forms?: readonly Form[];
  /** Ids of forms that are not in the round any more. */
  readonly gone?: readonly string[];
  /** Decisions that were added; also such whose words have been erased since. */
  readonly decisions?: readonly Decision[];
  /** Questions to sites as they are now, new ones included. */
  readonly queries?: readonly AskedSite[];
  /** All objections of hospitals that nobody has dealt with; absent = the same as before. */
  readonly objections?: readonly OpenObjection[];
}

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
  private readonly groups = new Map<string, CleanedGroup>();
  private sum = EMPTY_LEDGER;

  constructor(readonly rules: PictureRules) {}

  /** Takes in what changed. Applying the same twice changes nothing. */
  apply({ forms = [], gone = [], decisions = [], queries = [], objections }: RoundChange): void {
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
    this.renew(touched);
    if (objections !== undefined) {
      this.tasks.replace(this.objections.map(objectionTask), objections.map(objectionTask));
      this.objections = objections;
    }
  }

  /** The same round under other rules. */
  under(rules: PictureRules): RoundPicture {
    const picture = new RoundPicture(rules);
    picture.apply({
      forms: [...this.forms.values()],
      decisions: [...this.made.values()],
      queries: [...this.asked.values()],
      objections: this.objections,
    });
    return picture;
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
    return this.groups.get(formKey(responseId));
  }

  groupOfDecision(id: string): CleanedGroup | undefined {
    return this.groups.get(decisionKey(id));
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
    const groups = new Set<CleanedGroup>();
    for (const key of keysAbout(about, named))
      for (const id of this.graph.itemsWith(key)) {
        const group = this.groups.get(id);
        if (group !== undefined) groups.add(group);
      }
    const items = this.itemsOf([...groups].flatMap(({ members }) => [...members]));
    const [only] = groups;
    return { ...items, group: groups.size === 1 ? only : undefined };
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
    return [...groups].flatMap(({ cleaned }) =>
      [...cleaned.forms.values()]
        .filter((form) => form.odsCode === odsCode)
        .filter(({ responseId }) =>
          ['accepted', 'merged'].includes(cleaned.standings.get(responseId)?.outcome ?? ''),
        )
        .map(({ responseId }) => responseId),
    );
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

  private count(group: CleanedGroup, sign: 1 | -1): void {
    this.sum = addLedger(this.sum, group.ledger, sign);
    for (const odsCode of new Set(group.cleaned.sets.map((set) => set.odsCode))) {
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
  private renew(touched: ReadonlySet<string>): void {
    const before: CleaningTask[] = [];
    const after: CleaningTask[] = [];
    const old = new Set<CleanedGroup>();
    const done = new Set<string>();
    const forget = (id: string): void => {
      const group = this.groups.get(id);
      if (group === undefined) return;
      this.groups.delete(id);
      if (old.has(group)) return;
      old.add(group);
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
      const group = cleanGroup(members, this.itemsOf(members), this.rules);
      for (const id of members) this.groups.set(id, group);
      for (const task of group.tasks) after.push(task);
      this.count(group, 1);
    }
    this.tasks.replace(before, after);
  }

  private itemsOf(members: Iterable<string>): RoundItems {
    const forms: Form[] = [];
    const decisions: Decision[] = [];
    const queries: AskedSite[] = [];
    for (const member of members) {
      const id = member.slice(2);
      const [form, decision, query] = [
        member.startsWith('f:') ? this.forms.get(id) : undefined,
        member.startsWith('d:') ? this.made.get(id) : undefined,
        member.startsWith('q:') ? this.asked.get(id) : undefined,
      ];
      if (form !== undefined) forms.push(form);
      if (decision !== undefined) decisions.push(decision);
      if (query !== undefined) queries.push(query);
    }
    queries.sort((a, b) => byText(a.askedAt, b.askedAt) || byText(a.id, b.id));
    return { forms, decisions, queries };
  }
}
