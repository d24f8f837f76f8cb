import type { Form } from '../fieldwork/response.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import type { RuleId } from './analysis-dataset.js';
import { applyDecisions, type CleanedForms, type ResolveOptions } from './apply-decisions.js';
import { checkDecision, OPEN_SET } from './check-decision.js';
import type { CleaningSettings } from './cleaning-settings.js';
import { type Decision, isOutcomeKind, revisionKey } from './decision.js';
import { type DecisionContext, openDisagreement, type Proposal } from './proposal.js';

/** Who decides, when, and under which id and number. */
export interface Signature {
  readonly by: string;
  readonly at: string;
  readonly newId: () => string;
  /** Number of the round's latest decision; 0 = there is none. */
  readonly lastNumber: number;
}

export interface MadeDecisions {
  readonly made: readonly Decision[];
  readonly cleaned: CleanedForms;
}

/**
 * Makes the decisions of one request. Each is checked against the state after those before it, so that two that
 * contradict each other (A into B and B into A; two forms of one set accepted) cannot both be made. One refusal
 * refuses all: nothing of the request holds.
 * @param known what the rules make of `forms` and `before`, where somebody has worked it out already
 */
export function makeDecisions(
  forms: readonly Form[],
  before: readonly Decision[],
  proposals: readonly Proposal[],
  options: ResolveOptions,
  context: DecisionContext,
  signature: Signature,
  known?: CleanedForms,
): Result<MadeDecisions, Problem> {
  const all = [...before];
  const made: Decision[] = [];
  let cleaned = known ?? applyDecisions(forms, all, options);
  for (const proposed of proposals) {
    const problem = checkDecision(cleaned, proposed, context, signature.by);
    if (problem !== null) return refuse(problem);
    const decision: Decision = {
      ...proposed,
      ...grounds(cleaned, proposed),
      // Only an exclusion has a reason that was checked against the codes; the audit trail repeats it.
      reason: proposed.kind === 'exclude' ? proposed.reason : '',
      id: signature.newId(),
      number: signature.lastNumber + made.length + 1,
      by: signature.by,
      at: signature.at,
      needsSecond: needsSecond(proposed, context.settings),
    };
    made.push(decision);
    all.push(decision);
    cleaned = applyDecisions(forms, all, options);
    const twofold =
      proposed.kind === 'accept' && !decision.needsSecond && standsBesideOthers(cleaned, proposed);
    if (twofold) return refuse(OPEN_SET);
  }
  return accept({ made, cleaned });
}

/** Whether an accepted form meets another that is not merged: one that a rule had left out comes into a set only now. */
const standsBesideOthers = ({ openSets, standings }: CleanedForms, { responseId }: Proposal): boolean =>
  openSets.some(
    ({ placements }) =>
      placements.some(({ form }) => form.responseId === responseId) &&
      placements.some(
        ({ form }) => form.responseId !== responseId && standings.get(form.responseId)?.outcome !== 'merged',
      ),
  );

function needsSecond({ kind }: Proposal, { secondReader }: CleaningSettings): boolean {
  if (secondReader === 'none') return false;
  if (kind === 'exclude' || kind === 'not_in_frame') return true;
  return secondReader === 'all' && (isOutcomeKind(kind) || kind === 'match' || kind === 'resolve');
}

/** The rule that a decision follows, and the revisions it rests on. */
function grounds(
  cleaned: CleanedForms,
  proposed: Proposal,
): Pick<Decision, 'rule' | 'basis' | 'odsCode' | 'perspective'> {
  const { kind, responseId, odsCode, perspective } = proposed;
  const form = cleaned.forms.get(responseId);
  const own = form === undefined ? [] : [revisionKey(form)];
  if (kind === 'resolve' || kind === 'query') {
    const values = openDisagreement(cleaned, proposed)?.values ?? [];
    const basis = values.flatMap((value) => {
      const each = cleaned.forms.get(value.responseId);
      return each === undefined ? [] : [revisionKey(each)];
    });
    return { rule: 'R6', basis, odsCode, perspective };
  }
  return {
    rule: ruleOf(cleaned, proposed, form),
    basis: own,
    odsCode: form?.odsCode ?? '',
    perspective: form?.perspective ?? '',
  };
}

function ruleOf(
  cleaned: CleanedForms,
  { kind, reason, value }: Proposal,
  form: Form | undefined,
): RuleId | '' {
  if (kind === 'match' || kind === 'not_in_frame') return 'R3';
  if (kind === 'exclude') {
    if (reason === 'test' || reason === 'blank') return 'R1';
    if (reason === 'repeated_request') return 'R0';
    return reason.startsWith('out_of_scope') || reason === 'not_in_frame' ? 'R3' : '';
  }
  if (kind !== 'merge' || form === undefined) return '';
  const into = cleaned.forms.get(value);
  if (into !== undefined && form.respondent !== '' && form.respondent === into.respondent) return 'R4';
  const set = cleaned.openSets.find(({ placements }) =>
    placements.some((placed) => placed.form.responseId === form.responseId),
  );
  return set?.rule === 'R6' ? 'R6' : 'R5';
}
