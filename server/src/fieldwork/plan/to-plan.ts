import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { RawRoundPlan, RoundPlan } from '@liaison-atlas/shared/fieldwork/round-plan';
import { completeSettings } from '@liaison-atlas/shared/fieldwork/round-settings';

import { INSTRUMENT_KEY } from '../../instrument/instrument.service.js';
import type { Round } from '../round.entity.js';

/** The plan of a stored round. */
export function planOf(round: Round): RoundPlan {
  const { note, perspectives, unitOfAnalysis, nameFacts, nameDontKnow, nameSilence } = completeSettings(
    round.settings,
  );
  return {
    title: round.title,
    instrumentKey: round.instrumentKey ?? INSTRUMENT_KEY,
    instrumentVersion: round.instrumentVersion,
    frameId: round.frameId,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    correctionsUntil: round.correctionsUntil,
    perspectives,
    ...note,
    unitOfAnalysis,
    nameFacts,
    nameDontKnow,
    nameSilence,
  };
}

/** The columns of a round that its plan decides; never its state. */
export function columnsOf(
  plan: RoundPlan,
  { kind, fieldwork }: Pick<Round, 'kind' | 'fieldwork'>,
): Pick<
  Round,
  | 'title'
  | 'fieldwork'
  | 'instrumentKey'
  | 'instrumentVersion'
  | 'frameId'
  | 'opensAt'
  | 'closesAt'
  | 'correctionsUntil'
  | 'settings'
> {
  const { title, instrumentVersion, frameId, opensAt, closesAt, correctionsUntil } = plan;
  const { purpose, approval, legalBasis, legalBasisWhy, furtherWords } = plan;
  const { unitOfAnalysis, nameFacts, nameDontKnow, nameSilence, perspectives } = plan;
  return {
    title,
    // Nobody collected what was invented.
    fieldwork: kind === 'live' ? fieldworkWords(plan) : fieldwork,
    instrumentKey: plan.instrumentKey,
    instrumentVersion,
    frameId,
    opensAt,
    closesAt,
    correctionsUntil,
    settings: {
      unitOfAnalysis,
      nameFacts,
      nameDontKnow,
      nameSilence,
      perspectives,
      note: { purpose, approval, legalBasis, legalBasisWhy, furtherWords },
    },
  };
}

/** When answers are collected, in words, from the dates of the plan. */
export function fieldworkWords({ opensAt, closesAt }: Pick<RoundPlan, 'opensAt' | 'closesAt'>): string {
  if (opensAt !== null && closesAt !== null) return `${dayInWords(opensAt)} to ${dayInWords(closesAt)}`;
  if (closesAt !== null) return `until ${dayInWords(closesAt)}`;
  return opensAt === null ? 'dates not set yet' : `from ${dayInWords(opensAt)}`;
}

/** A plan as it would come in again. */
export const toRawPlan = (plan: RoundPlan): RawRoundPlan => ({
  ...plan,
  opensAt: plan.opensAt ?? '',
  closesAt: plan.closesAt ?? '',
  correctionsUntil: plan.correctionsUntil ?? '',
});
