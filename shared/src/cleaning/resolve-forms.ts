import type { Form } from '../fieldwork/response.js';
import type { AnalysisDataset, FormDecision, PerspectiveDifference } from './analysis-dataset.js';
import { applyDecisions, type CleanedForms, type ResolveOptions } from './apply-decisions.js';
import { closedItems } from './closed-items.js';
import { countComments } from './count-comments.js';
import { countForms } from './count-forms.js';
import { groupBy } from '../kernel/group-by.js';
import { toHospitalRecord } from './hospital-record.js';
import { findPerspectiveDifferences } from './perspective-differences.js';
import { RecordMemory } from './record-memory.js';

/**
 * From the forms of a round to the dataset that analysis may see, by the rules alone: the automatic part of R0 to R8
 * (domain D3), without any decision of a person.
 *
 * Automatic policy for a yes against a no: the lead is accepted, the other merged, the item's position `conflict`.
 */
export const resolveForms = (forms: readonly Form[], options: ResolveOptions): AnalysisDataset =>
  toDataset(applyDecisions(forms, [], options), options);

/**
 * What analysis may see of cleaned forms: a record for each hospital of the frame, with `no_reply` everywhere where no
 * form counts for it, and nothing of a form that was left out, withdrawn, or that nobody has decided about.
 * @param memory records made before, under the same questions
 */
export function toDataset(
  cleaned: CleanedForms,
  options: ResolveOptions,
  memory = new RecordMemory(),
): AnalysisDataset {
  const { sets } = cleaned;
  const decisions: FormDecision[] = [];
  // In the order of the forms, which is that of their ids.
  for (const id of cleaned.forms.keys()) {
    const standing = cleaned.standings.get(id);
    if (standing !== undefined) decisions.push(standing);
  }
  const setsOf = groupBy(sets, ({ odsCode }) => odsCode);
  const closed = closedItems(options.questions ?? []);
  const differences = new Map<string, readonly PerspectiveDifference[]>();
  const hospitals = options.frame.map(({ odsCode }) => {
    const own = setsOf.get(odsCode) ?? [];
    const seen = memory.of(odsCode, own, () => ({
      record: toHospitalRecord(odsCode, own, closed),
      differences: findPerspectiveDifferences(odsCode, own),
    }));
    differences.set(odsCode, seen.differences);
    return seen.record;
  });
  return {
    roundKind: options.roundKind,
    hospitals,
    ledger: countForms(decisions, hospitals.filter((hospital) => hospital.forms > 0).length),
    decisions,
    disagreements: sets.flatMap(({ disagreements }) => disagreements),
    perspectiveDifferences: [...setsOf].flatMap(
      ([odsCode, own]) => differences.get(odsCode) ?? findPerspectiveDifferences(odsCode, own),
    ),
    commented: countComments(sets),
  };
}
