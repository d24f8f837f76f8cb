import type { Consent, Perspective } from '../fieldwork/response.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { ClosedPosition } from './closed-position.js';

export type { Perspective };

/** What the position of a hospital on a yes / no question is, derived from all its forms (methods C1). */
export type Position = 'yes' | 'no' | 'dont_know' | 'skipped' | 'not_asked' | 'conflict' | 'no_reply';

/** The rules of domain D3 that decide about a form, by id. */
export type RuleId = 'R0' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8';

/**
 * Why a form is left out. The first five a rule can find by itself; `not_in_frame` and `not_usable` are a person's
 * words for what no rule sees, and `not_usable` says why in its note.
 */
export const EXCLUSION_REASONS = [
  'test',
  'blank',
  'out_of_scope_population',
  'out_of_scope_country',
  'repeated_request',
  'not_in_frame',
  'not_usable',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/**
 * What the automatic rules made of one form. `pending` waits for a person: an unmatched hospital, one outside the
 * frame, a form under review or queried. (`open_conflict` is for rounds whose stated policy holds a set back; the
 * automatic policy accepts it and marks the hospital `conflict` instead.)
 */
export interface FormDecision {
  readonly responseId: string;
  readonly outcome: 'accepted' | 'merged' | 'excluded' | 'withdrawn' | 'pending' | 'partial';
  readonly rule: RuleId | '';
  readonly reason:
    | ExclusionReason
    | 'unmatched_hospital'
    | 'outside_frame'
    | 'under_review'
    | 'open_conflict'
    /** In a round that a person reviews form by form: nobody has decided yet. */
    | 'awaiting_decision'
    | '';
  /** The hospital the form counts for, or '' while it is not matched. */
  readonly odsCode: string;
  readonly note: string;
  /** The decision of a person that the outcome rests on; absent where a rule decided. */
  readonly decisionId?: string;
}

/** Two or more forms of one hospital and perspective that differ on an item; kept and shown, never averaged away. */
export interface Disagreement {
  readonly odsCode: string;
  readonly perspective: Perspective;
  readonly variable: string;
  readonly values: readonly { readonly responseId: string; readonly value: string }[];
  /**
   * `rule` a substantive answer beat "don't know"; `lead` the lead's score; `unresolved` yes against no; `site` the
   * hospital was asked and answered.
   */
  readonly resolution: 'rule' | 'lead' | 'unresolved' | 'site';
  /** What the hospital answered, where it did; absent otherwise. */
  readonly settled?: 'yes' | 'no';
  /** True when a person closed it as unresolved: nobody waits for it any more, and the hospital is in conflict (CF). */
  readonly closed?: boolean;
}

/**
 * An item on which perspectives (liaison team, IAPT, …) see one hospital differently. Reported, never a conflict:
 * they look from different places (domain D3, R4).
 */
export interface PerspectiveDifference {
  readonly odsCode: string;
  readonly variable: string;
  /** A position per perspective, or the score of the perspective's lead as text for `integration`. */
  readonly views: readonly { readonly perspective: Perspective; readonly value: string }[];
}

/** A yes / no item of a hospital: the position, and how many forms stand behind it. */
export interface ItemRecord {
  readonly position: Position;
  /** Forms that gave this position / forms asked. */
  readonly agreeing: number;
  readonly asked: number;
  /** True when the position is one of several: others did not know. */
  readonly oneOfSeveral: boolean;
  readonly responseIds: readonly string[];
}

/** What one perspective (liaison team, IAPT, …) says of a hospital on one closed question. */
export interface ClosedView {
  readonly position: ClosedPosition;
  /** Standing forms with an answer, "I don't know" among them. */
  readonly answers: number;
  /** Two of these forms do not say the same. */
  readonly differing: boolean;
}

/** A closed question of any questionnaire: the position of the hospital, and each perspective's own. */
export interface ClosedRecord {
  readonly position: ClosedPosition;
  readonly views: Readonly<Partial<Record<Perspective, ClosedView>>>;
}

/**
 * One record per hospital of the frame and round, derived from accepted and merged forms (domain SiteRecord).
 * A hospital nobody answered for has `forms: 0` and every position `no_reply`.
 */
export interface HospitalRecord {
  readonly odsCode: string;
  readonly forms: number;
  readonly leadResponseId: string;
  /** Keys: `iapt_treats_mus_ltc`, `iapt_inreach`, their parts `iapt_treats_mus`, …, and the closed items. */
  readonly items: Readonly<Record<string, ItemRecord>>;
  /** Every closed question of the round's questionnaire, by `ClosedItem.key`; absent = the maker was given none. */
  readonly closed?: Readonly<Record<string, ClosedRecord>>;
  /** The lead's integration score, or the stated absence. Never a mean or median of raters. */
  readonly score:
    { readonly given: number } | { readonly missing: 'not_asked' | 'skipped' | 'dont_know' | 'no_lead' };
  /** The other raters' scores, shown beside the lead's. */
  readonly otherScores: readonly number[];
  /** Strictest choice over all forms of the hospital. */
  readonly consent: Consent;
  readonly clustered: boolean;
  readonly lastSubmittedAt: string;
}

/** Where every form of a round went; received = accepted + merged + excluded + withdrawn + pending (domain D3). */
export interface FormsLedger {
  readonly received: number;
  readonly accepted: number;
  readonly merged: number;
  readonly excluded: number;
  readonly withdrawn: number;
  readonly pending: number;
  /** Never submitted; outside `received`. */
  readonly partial: number;
  /** Hospital records with at least one accepted form. */
  readonly analysed: number;
  readonly excludedByReason: Readonly<Partial<Record<ExclusionReason, number>>>;
}

/** Everything analysis may see of a round: no raw form, so an excluded form cannot reach a figure. */
export interface AnalysisDataset {
  readonly roundKind: RoundKind;
  readonly hospitals: readonly HospitalRecord[];
  readonly ledger: FormsLedger;
  readonly decisions: readonly FormDecision[];
  readonly disagreements: readonly Disagreement[];
  /** Absent = the maker of the dataset did not compare perspectives; `resolveForms` always does. */
  readonly perspectiveDifferences?: readonly PerspectiveDifference[];
  /** Accepted or merged forms with a comment; the same text twice from one hospital counts once. */
  readonly commented: number;
}
