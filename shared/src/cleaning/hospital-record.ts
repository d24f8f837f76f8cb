import { PERSPECTIVES } from '../fieldwork/response.js';
import type { HospitalRecord, ItemRecord } from './analysis-dataset.js';
import { byText } from './by-text.js';
import type { ClosedItem } from './closed-items.js';
import { closedRecords } from './closed-record.js';
import { chooseLead } from './choose-lead.js';
import { integrationScore } from './integration-score.js';
import { type ItemAnswer, itemPosition } from './item-position.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';
import { strictestConsent } from './strictest-consent.js';
import { answerOn, YES_NO_ITEMS, type YesNoItem } from './yes-no-items.js';

/**
 * The record of one hospital from its sets; without sets, the record of a hospital nobody answered for.
 *
 * Positions come from the liaison team's forms; only where there is none, from the first perspective that has a form
 * in the order IAPT, psychology, acute trust: perspectives are never mixed into one position. The score is the
 * liaison lead's and nobody else's, since it is published "as judged by the liaison team" (methods C2); scores of
 * all other standing forms stand beside it.
 */
export function toHospitalRecord(
  odsCode: string,
  sets: readonly ResolvedSet[],
  closed: readonly ClosedItem[] = [],
): HospitalRecord {
  const perspective = PERSPECTIVES.find((one) => sets.some((set) => set.perspective === one));
  const speaking = sets.filter((set) => set.perspective === perspective);
  const lead = chooseLead(speaking.map((set) => set.lead));
  const isScored = lead !== undefined && lead.perspective === 'liaison';
  const others = sets
    .flatMap((set) => set.standing)
    .filter((form) => !isScored || form.responseId !== lead.responseId)
    .map(integrationScore);
  const placements = sets.flatMap((set) => set.placements);
  return {
    odsCode,
    forms: new Set(placements.map(({ form }) => form.responseId)).size,
    leadResponseId: lead?.responseId ?? '',
    items: Object.fromEntries(
      YES_NO_ITEMS.map((item): [string, ItemRecord] => [
        item,
        itemPosition(speaking.flatMap((set) => answersOfSet(set, item))),
      ]),
    ),
    ...(closed.length > 0 ? { closed: closedRecords(closed, sets) } : {}),
    score: isScored ? integrationScore(lead) : { missing: 'no_lead' },
    otherScores: others.flatMap((score) => ('given' in score ? [score.given] : [])).sort((a, b) => a - b),
    consent: strictestConsent(placements.map(({ form }) => form)),
    clustered: placements.some(({ clustered }) => clustered),
    lastSubmittedAt:
      placements
        .map(({ form }) => form.submittedAt)
        .sort(byText)
        .at(-1) ?? '',
  };
}

/** What the standing forms of a set say on an item; where the hospital was asked, what it answered. */
export const answersOfSet = (set: ResolvedSet, item: YesNoItem): readonly ItemAnswer[] =>
  set.standing.map((form) => {
    const { responseId } = form;
    const spoken = set.spoken.get(responseId);
    const own = answerOn(form, item);
    return spoken === undefined
      ? { responseId, answer: own }
      : { responseId, answer: answerOn(spoken, item), own };
  });
