import type { Form } from '../fieldwork/response.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { FrameName } from '../frame/propose-match.js';
import type { AnswerableQuestion } from '../instrument/instrument.js';
import type { AnalysisDataset, FormDecision } from './analysis-dataset.js';
import { byText } from './by-text.js';
import { closedItems } from './closed-items.js';
import type { Claim } from './claims.js';
import { countComments } from './count-comments.js';
import { countForms } from './count-forms.js';
import { decideForm } from './decide-form.js';
import { groupBy } from './group-by.js';
import { toHospitalRecord } from './hospital-record.js';
import { findPerspectiveDifferences } from './perspective-differences.js';
import { latestRevisions, oneFormPerRequest } from './rules/r0-one-form-per-request.js';
import { mergeSet, type ResolvedSet } from './rules/r5-merge-set.js';
import { splitByHospital } from './rules/r7-split-by-hospital.js';
import { toDuplicateSets, type UnitOfAnalysis } from './rules/r8-duplicate-set.js';
import { isPartial, screenForm } from './screen-form.js';

export interface ResolveOptions {
  readonly roundKind: RoundKind;
  /** The listed frame, in the order in which hospital records are wanted; each code once. */
  readonly frame: readonly FrameName[];
  readonly unitOfAnalysis: UnitOfAnalysis;
  /** Questions of the round's questionnaire; without them the records carry the built-in items only. */
  readonly questions?: readonly AnswerableQuestion[];
  /** Options of closed questions that become items of every hospital record; absent = none. */
  readonly claims?: readonly Claim[];
}

/**
 * From the forms of a round to the dataset that analysis may see: the automatic part of R0 to R8 (domain D3).
 *
 * Pure and total: the same forms in any order, or listed twice, give the same dataset, and no form changes. Every
 * form of the round gets one decision with the rule that made it; every hospital of the frame gets a record, with
 * `no_reply` everywhere where no form counts for it.
 *
 * Automatic policy for a yes against a no: the lead is accepted, the other merged, the item's position `conflict`.
 */
export function resolveForms(forms: readonly Form[], options: ResolveOptions): AnalysisDataset {
  const frameCodes = new Set(options.frame.map(({ odsCode }) => odsCode));
  const decisions: FormDecision[] = [];

  const latest = latestRevisions(forms);
  for (const { responseId, odsCode } of latest.filter(isPartial)) {
    decisions.push({
      responseId,
      outcome: 'partial',
      rule: '',
      reason: '',
      odsCode,
      note: 'Never submitted.',
    });
  }
  const requests = oneFormPerRequest(latest.filter((form) => !isPartial(form)));
  decisions.push(...requests.decisions);

  const inScope: Form[] = [];
  for (const form of requests.kept) {
    const decision = screenForm(form, options.frame, frameCodes);
    if (decision === undefined) inScope.push(form);
    else decisions.push(decision);
  }

  const placements = inScope.flatMap((form) => splitByHospital(form, frameCodes));
  const sets = toDuplicateSets(placements, options.unitOfAnalysis).map(mergeSet);
  decisions.push(...decideInSets(inScope, sets));

  const setsOf = groupBy(sets, ({ odsCode }) => odsCode);
  const closed = closedItems(options.questions ?? []);
  const hospitals = options.frame.map(({ odsCode }) =>
    toHospitalRecord(odsCode, setsOf.get(odsCode) ?? [], closed, options.claims),
  );
  return {
    roundKind: options.roundKind,
    hospitals,
    ledger: countForms(decisions, hospitals.filter((hospital) => hospital.forms > 0).length),
    decisions: decisions.sort((a, b) => byText(a.responseId, b.responseId)),
    disagreements: sets.flatMap(({ disagreements }) => disagreements),
    perspectiveDifferences: [...setsOf].flatMap(([odsCode, own]) => findPerspectiveDifferences(odsCode, own)),
    commented: countComments(sets),
  };
}

function decideInSets(inScope: readonly Form[], sets: readonly ResolvedSet[]): readonly FormDecision[] {
  const setsOfForm = new Map<string, ResolvedSet[]>();
  for (const set of sets) {
    for (const { form } of set.placements) {
      const own = setsOfForm.get(form.responseId);
      if (own === undefined) setsOfForm.set(form.responseId, [set]);
      else own.push(set);
    }
  }
  const services = groupBy(sets, ({ odsCode, perspective }) => `${odsCode} ${perspective}`);
  return inScope.map((form) => {
    const own = setsOfForm.get(form.responseId) ?? [];
    const siblings = (services.get(`${form.odsCode} ${form.perspective}`)?.length ?? 1) - 1;
    return decideForm(form, own, siblings);
  });
}
