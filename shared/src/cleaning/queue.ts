import { byText } from './by-text.js';
import type { Disagreement } from './analysis-dataset.js';
import type { CleanedForms } from './apply-decisions.js';
import type { CleaningSettings } from './cleaning-settings.js';
import { commentStandings } from './comment-standing.js';
import { isOutcomeKind } from './decision.js';
import { groupBy } from '../kernel/group-by.js';
import { PLAUSIBILITY_CHECKS } from './plausibility-checks.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';
import type { SettledDecision } from './settle-decisions.js';
import type { AskedSite } from './site-query.js';
import type { Perspective } from '../fieldwork/response.js';

/** What can wait for a person, in the order in which it is best dealt with. */
export const TASK_KINDS = [
  /** A decision waits for its second reader. */
  'second_reader',
  /** A site answered; a person resolves the disagreement. */
  'site_answer',
  /** A hospital was shown what would appear under its name, and says that something is wrong. */
  'site_objection',
  /** A hospital was named that is not matched to one of the frame. */
  'unmatched_hospital',
  /** A hospital is known and not in the frame. */
  'outside_frame',
  /** A rule would leave the form out: not in scope (R3). */
  'out_of_scope',
  /** A rule would leave the form out: a test, or blank (R1). */
  'test_or_blank',
  /** Several forms of one hospital and perspective. */
  'duplicate_set',
  /** Yes against no. */
  'disagreement',
  /** In-reach without provision. */
  'consistency',
  /** A plausibility check failed. */
  'check',
  /** A comment looks identifying. */
  'comment',
  /** A form that nobody has decided about, and nothing else is the matter with it. */
  'form',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** One thing that waits for a person. */
export interface CleaningTask {
  /** Stays the same as long as the task does. */
  readonly id: string;
  readonly kind: TaskKind;
  readonly responseIds: readonly string[];
  /** '' where the hospital is not known. */
  readonly odsCode: string;
  readonly perspective: Perspective | '';
  /** Question or check; '' where the task is about a whole form. */
  readonly variable: string;
  /** The decision that waits for a second reader, the question that the site answered, or the objection; '' otherwise. */
  readonly aboutId: string;
  /** Since when it waits (ISO 8601 UTC). */
  readonly since: string;
  /** True while the site has been asked and has not answered. */
  readonly asked: boolean;
}

/** An objection of a hospital that nobody has dealt with. */
export interface OpenObjection {
  readonly id: string;
  readonly odsCode: string;
  readonly words: string;
  readonly at: string;
}

/**
 * Everything that waits for a person. A form with a decision that waits for its second reader is in the queue as that
 * and not a second time.
 */
export function queueOf(
  cleaned: CleanedForms,
  settings: Pick<CleaningSettings, 'checks'>,
  queries: readonly AskedSite[] = [],
): readonly CleaningTask[] {
  const { forms, standings, openSets, decisions } = cleaned;
  const byForm = groupBy(decisions, ({ responseId }) => responseId);
  const proposed = decisions.filter(({ state }) => state === 'proposed');
  const heldBack = new Set(
    proposed.filter(({ kind }) => isOutcomeKind(kind)).map(({ responseId }) => responseId),
  );
  const waits = (responseId: string): boolean =>
    standings.get(responseId)?.reason === 'awaiting_decision' && !heldBack.has(responseId);

  const tasks: CleaningTask[] = proposed.map((decision) => ({
    ...EMPTY,
    id: `second_reader:${decision.id}`,
    kind: 'second_reader',
    responseIds: decision.responseId === '' ? decision.basis.map(idOfBasis) : [decision.responseId],
    odsCode: decision.odsCode || (forms.get(decision.responseId)?.odsCode ?? ''),
    variable: decision.variable,
    aboutId: decision.id,
    since: decision.at,
  }));
  const inSets = new Set<string>();
  const alone = new Map<string, CleaningTask>();
  for (const set of openSets) {
    for (const { form } of set.placements) inSets.add(form.responseId);
    for (const task of setTasks(set, cleaned, waits))
      // A form that speaks for several hospitals lies in several sets and is one thing to do.
      if (task.kind === 'form') alone.set(task.id, task);
      else tasks.push(task);
    tasks.push(...disagreementTasks(set, queries));
  }
  tasks.push(...alone.values());
  for (const form of forms.values()) {
    const { responseId } = form;
    const standing = standings.get(responseId);
    if (standing === undefined || !['accepted', 'merged', 'pending'].includes(standing.outcome)) continue;
    const own = { ...EMPTY, responseIds: [responseId], odsCode: form.odsCode, perspective: form.perspective };
    const since = form.submittedAt;
    const add = (kind: TaskKind, variable = ''): void =>
      void tasks.push({
        ...own,
        id: [kind, responseId, variable].filter(Boolean).join(':'),
        kind,
        variable,
        since,
      });
    const kind =
      inSets.has(responseId) || heldBack.has(responseId)
        ? undefined
        : aloneKind(standing.reason, standing.rule);
    if (kind !== undefined) add(kind);
    const about = byForm.get(responseId) ?? [];
    if (inSets.has(responseId))
      for (const check of PLAUSIBILITY_CHECKS) {
        const { on, threshold } = settings.checks[check.id];
        if (!on || isChecked(about, check.id) || !check.fails(form, threshold)) continue;
        add(check.isConsistency ? 'consistency' : 'check', check.id);
      }
    for (const { variable, state } of commentStandings(form, about))
      if (state === 'waits') add('comment', variable);
  }
  return tasks.sort(compareTasks);
}

const EMPTY = { odsCode: '', perspective: '', variable: '', aboutId: '', asked: false } as const;

export const idOfBasis = (revision: string): string => revision.slice(0, revision.lastIndexOf(':'));

const isChecked = (about: readonly SettledDecision[], check: string): boolean =>
  about.some(
    (one) =>
      one.kind === 'accept_check' &&
      one.variable === check &&
      one.state !== 'taken_back' &&
      one.state !== 'outdated',
  );

/** Kinds in the order of `TASK_KINDS`, the oldest first within a kind. */
export const compareTasks = (a: CleaningTask, b: CleaningTask): number =>
  TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) || byText(a.since, b.since) || byText(a.id, b.id);

function aloneKind(reason: string, rule: string): TaskKind | undefined {
  switch (reason) {
    case 'unmatched_hospital':
      return 'unmatched_hospital';
    case 'outside_frame':
      return 'outside_frame';
    case 'under_review':
      return 'form';
    case 'awaiting_decision':
      if (rule === 'R1') return 'test_or_blank';
      return rule === 'R3' ? 'out_of_scope' : 'form';
    default:
      return undefined;
  }
}

/** Key of a set in a task: hospital, perspective and, where services are counted, service. */
const keyOf = ({ odsCode, perspective, service }: ResolvedSet): string =>
  [odsCode, perspective, service].filter(Boolean).join(':');

function setTasks(
  set: ResolvedSet,
  { standings, forms }: CleanedForms,
  waits: (responseId: string) => boolean,
): readonly CleaningTask[] {
  const members = set.placements.map(({ form }) => form.responseId);
  const waiting = members.filter(waits);
  if (waiting.length === 0) return [];
  const single = members.filter((id) => standings.get(id)?.outcome !== 'merged');
  const since = waiting.map((id) => forms.get(id)?.submittedAt ?? '').sort(byText)[0] ?? '';
  const { odsCode, perspective } = set;
  const own = { ...EMPTY, odsCode, perspective, since };
  return single.length > 1
    ? [{ ...own, id: `duplicate_set:${keyOf(set)}`, kind: 'duplicate_set', responseIds: members }]
    : waiting.map((id) => ({
        ...own,
        odsCode: forms.get(id)?.odsCode ?? odsCode,
        since: forms.get(id)?.submittedAt ?? since,
        id: `form:${id}`,
        kind: 'form' as const,
        responseIds: [id],
      }));
}

/** An objection with the forms that stand behind what was shown. */
/** The task of an objection. Its forms are those of the hospital that count when somebody looks at it. */
export const objectionTask = ({ id, odsCode, at }: OpenObjection): CleaningTask => ({
  ...EMPTY,
  id: `site_objection:${id}`,
  kind: 'site_objection',
  responseIds: [],
  odsCode,
  aboutId: id,
  since: at,
});

function disagreementTasks(set: ResolvedSet, queries: readonly AskedSite[]): readonly CleaningTask[] {
  return set.disagreements.filter(isOpen).map((disagreement) => {
    const { odsCode, perspective, variable, values } = disagreement;
    const asked = queries.filter((query) => isAbout(query, disagreement) && query.state !== 'closed');
    const answered = asked.findLast(({ state }) => state === 'answered');
    const key = [keyOf(set), variable].join(':');
    const latest = set.standing.map(({ submittedAt }) => submittedAt).sort(byText);
    return {
      ...EMPTY,
      id: answered === undefined ? `disagreement:${key}` : `site_answer:${answered.id}`,
      kind: answered === undefined ? ('disagreement' as const) : ('site_answer' as const),
      responseIds: values.map(({ responseId }) => responseId),
      odsCode,
      perspective,
      variable,
      aboutId: answered?.id ?? '',
      since: answered?.answeredAt ?? latest.at(-1) ?? '',
      asked: asked.some(({ state }) => state === 'waiting'),
    };
  });
}

/** Yes against no that neither the site nor a person has dealt with. */
export const isOpen = ({ resolution, closed }: Disagreement): boolean =>
  resolution === 'unresolved' && closed !== true;

/** Whether a question to a site is about this disagreement. */
export const isAbout = (
  query: Pick<AskedSite, 'odsCode' | 'perspective' | 'variable'>,
  disagreement: Pick<Disagreement, 'odsCode' | 'perspective' | 'variable'>,
): boolean =>
  query.odsCode === disagreement.odsCode &&
  query.perspective === disagreement.perspective &&
  query.variable === disagreement.variable;
