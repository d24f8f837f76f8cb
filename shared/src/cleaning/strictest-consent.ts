import type { Consent, Form } from '../fieldwork/response.js';
import { integrationScore } from './integration-score.js';

/**
 * What may be published under the hospital's name when several forms speak for it: each thing only if every form
 * that was asked allows it (domain, "Names"). Consent to the score is asked only of those who are asked for a score,
 * so a colleague who was not asked does not refuse it for the one who was. Superseded forms count: a second form
 * does not undo a refusal in the first. Nobody asked, no consent.
 */
export function strictestConsent(forms: readonly Form[]): Consent {
  const scoring = forms.filter((form) => {
    const score = integrationScore(form);
    return !('missing' in score && score.missing === 'not_asked');
  });
  return {
    nameFacts: forms.length > 0 && forms.every(({ consent }) => consent.nameFacts),
    nameScore: scoring.length > 0 && scoring.every(({ consent }) => consent.nameScore),
    quote: forms.length > 0 && forms.every(({ consent }) => consent.quote),
  };
}
