import type { Form } from '../fieldwork/response.js';
import type { CleanedForms } from './apply-decisions.js';
import { byText } from './by-text.js';
import { revisionKey } from './decision.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';
import type { SettledDecision } from './settle-decisions.js';

/** Look-ups over cleaned forms, made once: by form, and by hospital. */
export interface CleaningIndex {
  /** The set in which a form lies before a person; none for one that no rule compares with others. */
  setOf(responseId: string): ResolvedSet | undefined;
  /** Decisions about a form, those that confirm or reverse them included, in order. */
  decisionsOn(responseId: string): readonly SettledDecision[];
  /** Decisions about disagreements of a hospital and perspective. */
  resolutionsAt(odsCode: string, perspective: string): readonly SettledDecision[];
}

export function indexCleaned({ openSets, decisions }: CleanedForms): CleaningIndex {
  const setOf = new Map<string, ResolvedSet>();
  for (const set of openSets)
    for (const { form } of set.placements) if (!setOf.has(form.responseId)) setOf.set(form.responseId, set);
  const onForm = new Map<string, SettledDecision[]>();
  const atHospital = new Map<string, SettledDecision[]>();
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const put = (map: Map<string, SettledDecision[]>, key: string, decision: SettledDecision): void => {
    const own = map.get(key);
    if (own === undefined) map.set(key, [decision]);
    else own.push(decision);
  };
  for (const decision of decisions) {
    const about = decision.targetId === '' ? decision : byId.get(decision.targetId);
    if (about === undefined) continue;
    if (about.responseId !== '') put(onForm, about.responseId, decision);
    else put(atHospital, `${about.odsCode} ${about.perspective}`, decision);
  }
  return {
    setOf: (responseId) => setOf.get(responseId),
    decisionsOn: (responseId) => onForm.get(responseId) ?? [],
    resolutionsAt: (odsCode, perspective) => atHospital.get(`${odsCode} ${perspective}`) ?? [],
  };
}

/**
 * Stands for everything that somebody who decides about a form has before them: its revision, the revisions of the
 * others in its set, and every decision about any of them. A decision that carries another mark was made on something
 * that is no longer so. Equal states have equal marks.
 */
export const stateMark = (cleaned: CleanedForms, index: CleaningIndex, responseId: string): string =>
  stateMarks(cleaned, index)(responseId);

/** The marks of many forms of one state: what the forms of a set have in common is worked out once. */
export function stateMarks(cleaned: CleanedForms, index: CleaningIndex): (responseId: string) => string {
  const ofSets = new Map<ResolvedSet, Map<string, string>>();
  const common = (members: readonly Form[], { odsCode, perspective }: Form): string => {
    const revisions = members.map((each) => `${revisionKey(each)}:${each.state}`).sort(byText);
    const decisions = members.flatMap((each) => index.decisionsOn(each.responseId));
    const resolutions = index.resolutionsAt(odsCode, perspective);
    const numbers = [...new Set([...decisions, ...resolutions].map(({ number }) => number))].sort(
      (a, b) => a - b,
    );
    return `${numbers.length}.${fingerprint([...revisions, ...numbers].join(' '))}`;
  };
  return (responseId) => {
    const form = cleaned.forms.get(responseId);
    if (form === undefined) return '';
    const set = index.setOf(responseId);
    if (set === undefined) return `${form.revision}.${common([form], form)}`;
    const known = ofSets.get(set) ?? new Map<string, string>();
    ofSets.set(set, known);
    // A form for several hospitals lies in a set that is not its own hospital's, with forms that are of it.
    const place = `${form.odsCode} ${form.perspective}`;
    const shared =
      known.get(place) ??
      common(
        set.placements.map((placed) => placed.form),
        form,
      );
    known.set(place, shared);
    return `${form.revision}.${shared}`;
  };
}

/** FNV-1a over UTF-16 units, 32 bits in hex: tells states apart, keeps nothing secret. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
