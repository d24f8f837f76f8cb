/**
 * What a round publishes under a hospital's name (domain, "Names"). Aggregates count every analysed hospital
 * whatever is set here; only names are held back.
 */
export interface PublicationSettings {
  /** Yes / no facts, of hospitals that consented. Without it no answer is published by name. */
  readonly nameFacts: boolean;
  /** That a team did not know, or that its respondents disagree: this describes people, not services. */
  readonly nameDontKnow: boolean;
  /** That nobody answered for a hospital. */
  readonly nameSilence: boolean;
}
