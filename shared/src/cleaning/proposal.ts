import type { Disagreement } from './analysis-dataset.js';
import type { CleanedForms } from './apply-decisions.js';
import type { CleaningSettings } from './cleaning-settings.js';
import type { Decision } from './decision.js';
import { isAbout, isOpen } from './queue.js';
import type { AskedSite } from './site-query.js';

/** What a person wants to decide; what it rests on is filled in from the state that it was checked against. */
export type Proposal = Pick<
  Decision,
  'kind' | 'responseId' | 'odsCode' | 'perspective' | 'variable' | 'reason' | 'note' | 'value' | 'targetId'
>;

/** A proposal with everything that it does not say left empty. */
export const proposal = (said: Pick<Proposal, 'kind'> & Partial<Proposal>): Proposal => ({
  responseId: '',
  odsCode: '',
  perspective: '',
  variable: '',
  reason: '',
  note: '',
  value: '',
  targetId: '',
  ...said,
});

/** What decisions are made in: the round's settings, its questions to sites, and whether it is frozen. */
export interface DecisionContext {
  readonly settings: CleaningSettings;
  readonly queries: readonly AskedSite[];
  readonly frozen: boolean;
}

/** The open disagreement that a resolution or a question to the site is about. */
export const openDisagreement = (
  { openSets }: CleanedForms,
  about: Pick<Proposal, 'odsCode' | 'perspective' | 'variable'>,
): Disagreement | undefined =>
  openSets
    .flatMap(({ disagreements }) => disagreements)
    .find(
      (one) =>
        isOpen(one) && about.perspective !== '' && isAbout({ ...about, perspective: about.perspective }, one),
    );
