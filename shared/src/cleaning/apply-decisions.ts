import type { Form } from '../fieldwork/response.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { FrameName } from '../frame/propose-match.js';
import type { AnswerableQuestion } from '../instrument/instrument.js';
import type { FormDecision } from './analysis-dataset.js';
import type { CleaningMode } from './cleaning-settings.js';
import { decideForm } from './decide-form.js';
import { type Decision, isOutcomeKind, revisionKey } from './decision.js';
import { groupBy } from '../kernel/group-by.js';
import { latestRevisions, oneFormPerRequest } from './rules/r0-one-form-per-request.js';
import { type DecidedSet, mergeSet, type ResolvedSet } from './rules/r5-merge-set.js';
import { splitByHospital } from './rules/r7-split-by-hospital.js';
import { type DuplicateSet, toDuplicateSets, type UnitOfAnalysis } from './rules/r8-duplicate-set.js';
import { isPartial } from './screen-form.js';
import { type SettledDecision, settleDecisions } from './settle-decisions.js';
import { standForm, waiting } from './stand-form.js';

export interface ResolveOptions {
  readonly roundKind: RoundKind;
  /** The listed frame, in the order in which hospital records are wanted; each code once. */
  readonly frame: readonly FrameName[];
  readonly unitOfAnalysis: UnitOfAnalysis;
  /** Absent = the rules decide. */
  readonly mode?: CleaningMode;
  /** Questions of the round's questionnaire; without them the records carry the built-in items only. */
  readonly questions?: readonly AnswerableQuestion[];
}

/** Where the forms of a round stand, and what waits; everything else is made from this. */
export interface CleanedForms {
  /** One for each response: what became of it and why. */
  readonly standings: ReadonlyMap<string, FormDecision>;
  /** The sets that analysis may see: only forms that are accepted, or merged into one that is. */
  readonly sets: readonly ResolvedSet[];
  /** The sets as they lie before a person, forms that nobody has decided about included. */
  readonly openSets: readonly ResolvedSet[];
  /** Every response as it stands, under the hospital that a person matched it to; in the order of their ids. */
  readonly forms: ReadonlyMap<string, Form>;
  readonly decisions: readonly SettledDecision[];
  /** Codes of the hospitals of the frame. */
  readonly frameCodes: ReadonlySet<string>;
}

/** Forms that are looked at in one step. */
const STEP = 500;

/**
 * From the forms of a round and what people decided to where every form stands (domain D3, R0 to R8).
 *
 * Pure and total: the same forms and decisions, in any order or listed twice, give the same; no form changes; every
 * form has exactly one standing. In a round that is reviewed, a form counts once a person accepted it, or merged it
 * into one that is accepted; until then it waits.
 */
export function applyDecisions(
  received: readonly Form[],
  decisions: readonly Decision[],
  options: ResolveOptions,
): CleanedForms {
  const steps = applyInSteps(received, decisions, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps of some hundred forms each, for who has something else to do in between. Only what puts all forms into
 * groups and in order is one step, which takes the longer the more forms there are.
 * @returns what `applyDecisions` returns, when it is done
 */
export function* applyInSteps(
  received: readonly Form[],
  decisions: readonly Decision[],
  options: ResolveOptions,
): Generator<undefined, CleanedForms> {
  const mode = options.mode ?? 'automatic';
  const screen = {
    mode,
    frame: options.frame,
    frameCodes: codesOf(options.frame),
  };
  const latest = yield* latestInSteps(received);
  const settled = decisions.length === 0 ? [] : settleDecisions(decisions, new Set(latest.map(revisionKey)));
  const { matches, outcomes, resolutions } = inForce(settled);
  const placed = (form: Form): Form => {
    const match = matches.get(form.responseId);
    return match === undefined ? form : { ...form, odsCode: match.value };
  };
  const forms = matches.size === 0 ? latest : latest.map(placed);

  const byId = new Map<string, Form>();
  const standings = new Map<string, FormDecision>();
  const stands = (decision: FormDecision): void => void standings.set(decision.responseId, decision);
  const submitted: Form[] = [];
  yield* inSteps(forms, (form) => {
    const { responseId, odsCode } = form;
    byId.set(responseId, form);
    if (!isPartial(form)) submitted.push(form);
    else stands({ responseId, outcome: 'partial', rule: '', reason: '', odsCode, note: 'Never submitted.' });
  });
  yield;
  const requests = oneFormPerRequest(submitted);
  for (const decision of requests.decisions) stands(decision);

  yield;
  const comparable: Form[] = [];
  yield* inSteps(requests.kept, (form) => {
    const standing = standForm(form, outcomes.get(form.responseId), screen);
    if (standing === 'comparable') comparable.push(form);
    else stands(standing);
  });

  function* placedSets(some: readonly Form[]): Generator<undefined, readonly DuplicateSet[]> {
    const placements = yield* inSteps(some, (form) => splitByHospital(form, screen.frameCodes));
    return toDuplicateSets(placements.flat(), options.unitOfAnalysis);
  }
  const allSets = yield* placedSets(comparable);
  yield;
  const merges = validMerges(comparable, allSets, outcomes);
  const isAccepted = ({ responseId }: Form): boolean => outcomes.get(responseId)?.kind === 'accept';
  const accepted = outcomes.size === 0 ? [] : comparable.filter(isAccepted);
  const decided: DecidedSet = {
    leads: new Set([...merges.values(), ...accepted.map(({ responseId }) => responseId)]),
    resolutions,
  };
  yield;
  const merged = (set: DuplicateSet): ResolvedSet => mergeSet(set, decided);
  const openSets = yield* inSteps(allSets, merged);
  const isDecided = (form: Form): boolean => isAccepted(form) || merges.has(form.responseId);
  const inPlay = mode === 'automatic' ? comparable : comparable.filter(isDecided);
  const isCounted = ({ placements }: DuplicateSet): boolean =>
    placements.some(({ form }) => isAccepted(form));
  const sets =
    mode === 'automatic' ? openSets : yield* inSteps((yield* placedSets(inPlay)).filter(isCounted), merged);
  yield;

  for (const standing of yield* decideInSets(inPlay, sets))
    stands(named(standing, outcomes.get(standing.responseId)));
  if (mode === 'review')
    for (const form of comparable) {
      if (standings.has(form.responseId)) continue;
      const merge = outcomes.get(form.responseId);
      if (merge !== undefined && merges.has(form.responseId)) stands(mergedIntoWaiting(form, merge));
      else stands(waiting(form, 'awaiting_decision', 'Nobody has decided about this form yet.'));
    }
  return {
    standings,
    sets,
    openSets,
    forms: byId,
    decisions: settled,
    frameCodes: screen.frameCodes,
  };
}

/** The latest revision of each response. A round that is kept up comes in the order of its ids, each once, and is only looked at. */
function* latestInSteps(forms: readonly Form[]): Generator<undefined, readonly Form[]> {
  for (let from = 0; from < forms.length; from += STEP) {
    if (!isInOrder(forms, from, from + STEP)) return latestRevisions(forms);
    yield;
  }
  return forms;
}

/** Whether forms come in the order of their ids, each once. The one before the first goes with them. */
function isInOrder(forms: readonly Form[], from: number, to: number): boolean {
  const end = Math.min(to, forms.length);
  for (let at = Math.max(1, from); at < end; at += 1)
    if (forms[at - 1]!.responseId >= forms[at]!.responseId) return false;
  return true;
}

/** What is made of each, with a turn for others after every few hundred. */
function* inSteps<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Generator<undefined, Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % STEP === 0) yield;
  }
  return made;
}

const codesOfFrames = new WeakMap<readonly FrameName[], ReadonlySet<string>>();

/** Codes of a frame, made once: a round is worked out in many small parts. */
function codesOf(frame: readonly FrameName[]): ReadonlySet<string> {
  const known = codesOfFrames.get(frame) ?? new Set(frame.map(({ odsCode }) => odsCode));
  codesOfFrames.set(frame, known);
  return known;
}

function inForce(settled: readonly SettledDecision[]): {
  readonly matches: ReadonlyMap<string, Decision>;
  readonly outcomes: ReadonlyMap<string, Decision>;
  readonly resolutions: readonly Decision[];
} {
  const matches = new Map<string, Decision>();
  const outcomes = new Map<string, Decision>();
  const resolutions: Decision[] = [];
  for (const decision of settled) {
    if (decision.state !== 'in_force') continue;
    if (decision.kind === 'match') matches.set(decision.responseId, decision);
    else if (decision.kind === 'resolve') resolutions.push(decision);
    else if (isOutcomeKind(decision.kind)) outcomes.set(decision.responseId, decision);
  }
  return { matches, outcomes, resolutions };
}

/**
 * The mergers that hold, by the id of the merged form: both forms are of one set, and the one that leads is not
 * merged itself. A merger into a form that was left out or withdrawn since holds no more; the form is back.
 */
function validMerges(
  comparable: readonly Form[],
  sets: readonly DuplicateSet[],
  outcomes: ReadonlyMap<string, Decision>,
): ReadonlyMap<string, string> {
  if (outcomes.size === 0) return new Map();
  const merging = comparable.filter(({ responseId }) => outcomes.get(responseId)?.kind === 'merge');
  if (merging.length === 0) return new Map();
  const setsOf = new Map<string, Set<DuplicateSet>>();
  for (const set of sets)
    for (const { form } of set.placements)
      setsOf.set(form.responseId, (setsOf.get(form.responseId) ?? new Set()).add(set));
  const valid = new Map<string, string>();
  for (const { responseId } of merging) {
    const into = outcomes.get(responseId)?.value ?? '';
    const shared = [...(setsOf.get(responseId) ?? [])].some((set) => setsOf.get(into)?.has(set));
    if (shared && into !== responseId && outcomes.get(into)?.kind !== 'merge') valid.set(responseId, into);
  }
  return valid;
}

function* decideInSets(
  inPlay: readonly Form[],
  sets: readonly ResolvedSet[],
): Generator<undefined, readonly FormDecision[]> {
  const setsOfForm = new Map<string, readonly ResolvedSet[]>();
  for (const set of sets) {
    const alone = [set];
    for (const { form } of set.placements) {
      const own = setsOfForm.get(form.responseId);
      setsOfForm.set(form.responseId, own === undefined ? alone : [...own, set]);
    }
  }
  const services = groupBy(sets, ({ odsCode, perspective }) => `${odsCode} ${perspective}`);
  yield;
  const placed = inPlay.filter(({ responseId }) => setsOfForm.has(responseId));
  return yield* inSteps(placed, (form) => {
    const siblings = (): number => (services.get(`${form.odsCode} ${form.perspective}`)?.length ?? 1) - 1;
    return decideForm(form, setsOfForm.get(form.responseId) ?? [], siblings);
  });
}

/** A standing with the decision it rests on; a rule's verdict that nobody touched stays as it is. */
function named(standing: FormDecision, decided: Decision | undefined): FormDecision {
  const isOwn =
    (decided?.kind === 'accept' && standing.outcome === 'accepted') ||
    (decided?.kind === 'merge' && standing.outcome === 'merged');
  return decided === undefined || !isOwn ? standing : { ...standing, decisionId: decided.id };
}

const mergedIntoWaiting = ({ responseId, odsCode }: Form, { id, rule, value }: Decision): FormDecision => ({
  responseId,
  outcome: 'merged',
  rule,
  reason: '',
  odsCode,
  note: `Merged into ${value}, which waits for a decision.`,
  decisionId: id,
});
