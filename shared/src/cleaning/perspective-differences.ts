import { PERSPECTIVES } from '../fieldwork/response.js';
import type { PerspectiveDifference } from './analysis-dataset.js';
import { chooseLead } from './choose-lead.js';
import { integrationScore } from './integration-score.js';
import { answersOfSet } from './hospital-record.js';
import { itemPosition } from './item-position.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';
import { YES_NO_ITEMS } from './yes-no-items.js';

const ANSWERED = ['yes', 'no', 'dont_know', 'conflict'];

/** The items on which the perspectives that answered see this hospital differently; scores by their leads. */
export function findPerspectiveDifferences(
  odsCode: string,
  sets: readonly ResolvedSet[],
): readonly PerspectiveDifference[] {
  if (new Set(sets.map(({ perspective }) => perspective)).size < 2) return [];
  const perspectives = PERSPECTIVES.map((perspective) => {
    const own = sets.filter((set) => set.perspective === perspective);
    return {
      perspective,
      own,
      lead: chooseLead(own.map((set) => set.lead)),
    };
  });
  const itemViews = YES_NO_ITEMS.map((variable) => ({
    variable,
    views: perspectives
      .map(({ perspective, own }) => ({
        perspective,
        value: itemPosition(own.flatMap((set) => answersOfSet(set, variable))).position,
      }))
      .filter(({ value }) => ANSWERED.includes(value)),
  }));
  const scoreViews = perspectives.flatMap(({ perspective, lead }) => {
    const score = lead === undefined ? { missing: 'no_lead' } : integrationScore(lead);
    return 'given' in score ? [{ perspective, value: String(score.given) }] : [];
  });
  return [...itemViews, { variable: 'integration', views: scoreViews }]
    .filter(({ views }) => new Set(views.map(({ value }) => value)).size > 1)
    .map(({ variable, views }) => ({ odsCode, variable, views }));
}
