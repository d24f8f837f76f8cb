import type { FormDecision, FormsLedger } from './analysis-dataset.js';
import type { CleanedForms } from './apply-decisions.js';
import { byText } from './by-text.js';
import type { CleaningSettings } from './cleaning-settings.js';
import { countForms } from './count-forms.js';
import { revisionKey } from './decision.js';

/** A form of a freeze: the revision that is meant, and where it stood. */
export interface FrozenForm {
  /** `responseId:revision`. */
  readonly revision: string;
  readonly outcome: FormDecision['outcome'];
  readonly rule: FormDecision['rule'];
  readonly reason: FormDecision['reason'];
  readonly odsCode: string;
}

/**
 * What a freeze says: exactly which revisions are in, where each form stood, and by which decisions and settings. Its
 * hash is taken over the canonical JSON of this. From it the same dataset can be made again at any time.
 */
export interface FreezeDocument {
  readonly roundId: string;
  readonly number: number;
  readonly at: string;
  readonly settings: CleaningSettings;
  readonly unitOfAnalysis: 'site' | 'service';
  readonly frameId: string;
  readonly forms: readonly FrozenForm[];
  /** Number of the last decision that counts, and the ids of those in force. */
  readonly lastDecision: number;
  readonly decisionIds: readonly string[];
  readonly ledger: FormsLedger;
}

/** Puts down where every submitted form stands. Forms in order of their id; equal states give equal documents. */
export function toFreezeDocument(
  cleaned: CleanedForms,
  own: Pick<
    FreezeDocument,
    'roundId' | 'number' | 'at' | 'settings' | 'unitOfAnalysis' | 'frameId' | 'lastDecision'
  >,
): FreezeDocument {
  const forms = [...cleaned.forms.values()]
    .sort((a, b) => byText(a.responseId, b.responseId))
    .flatMap((form): FrozenForm[] => {
      const standing = cleaned.standings.get(form.responseId);
      if (standing === undefined || standing.outcome === 'partial') return [];
      const { outcome, rule, reason, odsCode } = standing;
      return [{ revision: revisionKey(form), outcome, rule, reason, odsCode }];
    });
  const analysed = new Set(cleaned.sets.map(({ odsCode }) => odsCode)).size;
  return {
    ...own,
    forms,
    decisionIds: cleaned.decisions.filter(({ state }) => state === 'in_force').map(({ id }) => id),
    ledger: countForms([...cleaned.standings.values()], analysed),
  };
}

/**
 * Revisions of a freeze that cannot be made again as they were, because the team has taken its answers back since: what
 * is erased is erased. Empty = the freeze still stands for the same figures.
 */
export function lostSince(document: FreezeDocument, now: CleanedForms): readonly string[] {
  return document.forms
    .filter(({ revision, outcome }) => {
      const standing = now.standings.get(revision.slice(0, revision.lastIndexOf(':')));
      return standing?.outcome !== outcome;
    })
    .map(({ revision }) => revision);
}
