import type { Form } from '../../fieldwork/response.js';
import type { Disagreement, RuleId } from '../analysis-dataset.js';
import { chooseLead } from '../choose-lead.js';
import type { Decision } from '../decision.js';
import { splitSuperseded } from './r4-superseded.js';
import { settleBySite } from './r6-settle-by-site.js';
import type { DuplicateSet } from './r8-duplicate-set.js';

/** A set after R4 to R6: which form speaks for it, which stand beside it, which were replaced. */
export interface ResolvedSet extends DuplicateSet {
  readonly lead: Form;
  /** The lead and the forms of other respondents; all of them count for positions. */
  readonly standing: readonly Form[];
  /** Standing forms whose answer gave way to what the hospital answered when it was asked, by id. */
  readonly spoken: ReadonlyMap<string, Form>;
  /** By the id of an earlier form: the id of the form that replaced it. */
  readonly replacedBy: ReadonlyMap<string, string>;
  readonly disagreements: readonly Disagreement[];
  /** R6 where forms disagree, R5 where several agree, R4 where one replaced others, '' for a form on its own. */
  readonly rule: Extract<RuleId, 'R4' | 'R5' | 'R6'> | '';
}

/** What people decided about a set; nothing = the rules alone. */
export interface DecidedSet {
  /** Forms that a person made lead: accepted in review, or merged into. */
  readonly leads: ReadonlySet<string>;
  /** Decisions of kind `resolve` that are in force. */
  readonly resolutions: readonly Decision[];
}
const BY_RULE: DecidedSet = { leads: new Set(), resolutions: [] };

/**
 * R5 (and the automatic part of R6): one form leads the set and is accepted, the others are merged into it and keep
 * their say in positions, disagreements and comments. A yes against a no that nobody has resolved changes nothing
 * about this: the lead is accepted, and the hospital's position on that item is `conflict` (ladder CF, never NR).
 * Where a person said which form leads, that one does, unless its respondent has sent a later one (R4).
 */
export function mergeSet(set: DuplicateSet, decided: DecidedSet = BY_RULE): ResolvedSet {
  const [first] = set.placements;
  if (first === undefined) throw new RangeError('a set of duplicates has at least one form');
  if (decided.leads.size > 0 || decided.resolutions.length > 0) return merge(set, decided);
  const known = byRule.get(first.form);
  if (known !== undefined && isSameSet(known, set)) return known;
  const resolved = merge(set, BY_RULE);
  byRule.set(first.form, resolved);
  return resolved;
}

/**
 * What the rules alone made of a set, by its first form. After one reply to a round of a hundred thousand forms all other
 * sets have the very same forms as before, and are neither sorted nor compared again. It goes with that form.
 */
const byRule = new WeakMap<Form, ResolvedSet>();

const isSameSet = (a: DuplicateSet, b: DuplicateSet): boolean =>
  a.odsCode === b.odsCode &&
  a.perspective === b.perspective &&
  a.service === b.service &&
  a.placements.length === b.placements.length &&
  a.placements.every(({ form, clustered }, at) => {
    const other = b.placements[at];
    return form === other?.form && clustered === other.clustered;
  });

function merge(set: DuplicateSet, decided: DecidedSet): ResolvedSet {
  const { standing, superseded } = splitSuperseded(set.placements.map(({ form }) => form));
  const chosen = standing.filter(({ responseId }) => decided.leads.has(responseId));
  const lead = chooseLead(chosen.length > 0 ? chosen : standing);
  if (lead === undefined) throw new RangeError('a set of duplicates has at least one form');
  const { disagreements, spoken } = settleBySite(set.odsCode, standing, decided.resolutions);
  const several = standing.length > 1 ? (disagreements.length > 0 ? 'R6' : 'R5') : '';
  const { odsCode, perspective, service, placements } = set;
  // Field by field, as forms are (`form-from-response.ts`): there are nearly as many sets.
  return {
    odsCode,
    perspective,
    service,
    placements,
    lead,
    standing,
    spoken,
    replacedBy: new Map(superseded.map(({ form, by }) => [form.responseId, by])),
    disagreements,
    rule: several || (superseded.length > 0 ? 'R4' : ''),
  };
}
