import type { AnalysisDataset, HospitalRecord } from './analysis-dataset.js';
import type { FreezeDocument, FrozenForm } from './freeze-document.js';
import { idOfBasis } from './queue.js';

/** A hospital's value that is another in the later freeze. */
export interface ChangedValue {
  readonly odsCode: string;
  /** A yes / no item, or `integration`. */
  readonly variable: string;
  readonly from: string;
  readonly to: string;
}

/** A form that stands otherwise, or in another revision. */
export interface ChangedForm {
  readonly responseId: string;
  readonly odsCode: string;
  /** '' = the form was not there. */
  readonly from: string;
  readonly to: string;
}

/** A headline question whose counts over the frame are others in the later freeze. */
export interface ChangedFigure {
  /** Id of its indicator. */
  readonly id: string;
  /** Hospitals with yes, no, don't know, and not known (methods C1), in the earlier one. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The two headline questions, by the id of their indicator. */
const HEADLINES = {
  'iapt-treats-mus-ltc': 'iapt_treats_mus_ltc',
  'iapt-in-reach': 'iapt_inreach',
} as const;

/** What lies between two freezes of a round. */
export interface FreezeDifference {
  /** Forms that count in the later one only: accepted or merged there, and not in the earlier. */
  readonly formsIn: readonly ChangedForm[];
  readonly formsOut: readonly ChangedForm[];
  /** Forms that count in both, in another revision. */
  readonly corrected: readonly ChangedForm[];
  readonly values: readonly ChangedValue[];
  readonly figures: readonly ChangedFigure[];
}

interface Frozen {
  readonly document: FreezeDocument;
  readonly dataset: AnalysisDataset;
}

const counts = (form: FrozenForm | undefined): boolean =>
  form?.outcome === 'accepted' || form?.outcome === 'merged';
const words = (form: FrozenForm | undefined): string =>
  form === undefined
    ? ''
    : [form.outcome, form.reason, form.revision.slice(form.revision.lastIndexOf(':') + 1)]
        .filter(Boolean)
        .join(' ');

/** Compares two freezes: which forms came in or went out, which were corrected, and which values changed by it. */
export function compareFreezes(earlier: Frozen, later: Frozen): FreezeDifference {
  const before = byId(earlier.document);
  const after = byId(later.document);
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const formsIn: ChangedForm[] = [];
  const formsOut: ChangedForm[] = [];
  const corrected: ChangedForm[] = [];
  for (const responseId of ids) {
    const [from, to] = [before.get(responseId), after.get(responseId)];
    const odsCode = to?.odsCode || (from?.odsCode ?? '');
    const change = { responseId, odsCode, from: words(from), to: words(to) };
    if (!counts(from) && counts(to)) formsIn.push(change);
    else if (counts(from) && !counts(to)) formsOut.push(change);
    else if (counts(from) && from?.revision !== to?.revision) corrected.push(change);
  }
  return {
    formsIn,
    formsOut,
    corrected,
    values: changedValues(earlier.dataset, later.dataset),
    figures: changedFigures(earlier.dataset, later.dataset),
  };
}

const byId = ({ forms }: FreezeDocument): ReadonlyMap<string, FrozenForm> =>
  new Map(forms.map((form) => [idOfBasis(form.revision), form]));

function changedValues(earlier: AnalysisDataset, later: AnalysisDataset): readonly ChangedValue[] {
  const before = new Map(earlier.hospitals.map((record) => [record.odsCode, record]));
  return later.hospitals.flatMap((record) => {
    const { odsCode } = record;
    const old = valuesOf(before.get(odsCode));
    return [...valuesOf(record)].flatMap(([variable, to]) => {
      const from = old.get(variable) ?? 'no_reply';
      return from === to ? [] : [{ odsCode, variable, from, to }];
    });
  });
}

function valuesOf(record: HospitalRecord | undefined): ReadonlyMap<string, string> {
  if (record === undefined) return new Map();
  const { items, score } = record;
  return new Map([
    ...Object.entries(items).map(([variable, { position }]) => [variable, position as string] as const),
    ['integration', 'given' in score ? String(score.given) : score.missing] as const,
  ]);
}

function changedFigures(earlier: AnalysisDataset, later: AnalysisDataset): readonly ChangedFigure[] {
  return Object.entries(HEADLINES).flatMap(([id, item]) => {
    const [from, to] = [countsOf(earlier, item), countsOf(later, item)];
    return from.join() === to.join() ? [] : [{ id, from, to }];
  });
}

/** Yes, no, don't know, and what is none of them: no reply, skipped, not asked, conflict. */
function countsOf({ hospitals }: AnalysisDataset, item: string): readonly number[] {
  const known = (['yes', 'no', 'dont_know'] as const).map(
    (position) => hospitals.filter(({ items }) => items[item]?.position === position).length,
  );
  return [...known, hospitals.length - known.reduce((sum, count) => sum + count, 0)];
}
