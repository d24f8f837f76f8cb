import type { EditedService, FactsInput, StampInput } from './manage-register.graphql.js';

/** A hospital in the form, with its name for people. */
export interface DraftDelivery {
  readonly odsCode: string;
  readonly hospital: string;
  readonly how: FactsInput['deliveries'][number]['how'];
}

/** What stands in the form: staff as it was typed, hospitals with their names. */
export type ServiceDraft = Omit<FactsInput, 'wte' | 'deliveries'> & {
  readonly wte: string;
  readonly deliveries: readonly DraftDelivery[];
};

/** A form in which nothing is known yet. */
export const EMPTY_DRAFT: ServiceDraft = {
  kind: 'liaison_team',
  name: '',
  provider: '',
  tier: 'not_known',
  status: 'not_known',
  what: '',
  hours: 'not_known',
  referral: '',
  outcomes: '',
  wte: '',
  resources: '',
  conditions: [],
  settings: [],
  complexity: [],
  deliveries: [],
};

/** The form of a stored service. */
export function toDraft({
  id: _id,
  revision: _revision,
  knownFacts: _known,
  fadedFacts: _faded,
  wte,
  hospitals,
  ...facts
}: EditedService): ServiceDraft {
  return { ...facts, wte: wte === null ? '' : String(wte), deliveries: hospitals };
}

/** What is sent: an empty box is "not known", a number that is none goes out as one that is refused. */
export function toFacts({ wte, deliveries, ...draft }: ServiceDraft): FactsInput {
  const typed = wte.trim().replace(',', '.');
  const number = Number(typed);
  return {
    ...draft,
    tier: draft.kind === 'liaison_team' ? draft.tier : 'not_known',
    wte: typed === '' ? null : Number.isFinite(number) ? number : -1,
    deliveries: deliveries.map(({ odsCode, how }) => ({ odsCode, how })),
  };
}

/** @param today YYYY-MM-DD */
export const emptyStamp = (today: string): StampInput => ({
  confirmedOn: today,
  confirmer: 'survey_team',
  organisation: '',
  source: 'provider',
  reference: '',
});
