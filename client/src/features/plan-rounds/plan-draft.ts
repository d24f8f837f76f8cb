import type { RawRoundPlan } from '@liaison-atlas/shared/fieldwork/round-plan';

import type { ShownPlan } from './plan-rounds.graphql.js';

/** What the form holds: the plan as it is sent, with mutable lists as GraphQL takes them. */
export type PlanDraft = Omit<RawRoundPlan, 'perspectives'> & { readonly perspectives: string[] };

/** The form of a stored plan. */
export const toDraft = (plan: ShownPlan): PlanDraft => ({
  title: plan.title,
  instrumentKey: plan.instrumentKey,
  instrumentVersion: plan.instrumentVersion,
  frameId: plan.frameId,
  opensAt: plan.opensAt,
  closesAt: plan.closesAt,
  correctionsUntil: plan.correctionsUntil,
  perspectives: [...plan.perspectives],
  purpose: plan.purpose,
  approval: plan.approval,
  legalBasis: plan.legalBasis,
  legalBasisWhy: plan.legalBasisWhy,
  furtherWords: plan.furtherWords,
  unitOfAnalysis: plan.unitOfAnalysis,
  nameFacts: plan.nameFacts,
  nameDontKnow: plan.nameDontKnow,
  nameSilence: plan.nameSilence,
});

/** Whether the form says anything else than what is stored. */
export const isChanged = (draft: PlanDraft, stored: ShownPlan): boolean =>
  JSON.stringify(draft) !== JSON.stringify(toDraft(stored));
