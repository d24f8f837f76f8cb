import { describe, expect, it } from 'vitest';

import { strictestConsent } from './strictest-consent.js';
import { aForm, answersV10 } from './synthetic/a-form.js';

const EVERYTHING = { nameFacts: true, nameScore: true, quote: true };
const scoring = answersV10({ inReach: 'yes', score: 60 });

describe('consent of a hospital with several forms', () => {
  it('is what every form allows', () => {
    const forms = [
      aForm({ responseId: 'a', answers: scoring, consent: EVERYTHING }),
      aForm({
        responseId: 'b',
        answers: scoring,
        consent: { nameFacts: true, nameScore: false, quote: true },
      }),
    ];
    expect(strictestConsent(forms)).toEqual({ nameFacts: true, nameScore: false, quote: true });
  });

  it('is none where nobody answered', () => {
    expect(strictestConsent([])).toEqual({ nameFacts: false, nameScore: false, quote: false });
  });

  it('to a score is not refused by a colleague who was never asked for one', () => {
    const forms = [
      aForm({ responseId: 'a', answers: scoring, consent: EVERYTHING }),
      aForm({
        responseId: 'b',
        answers: answersV10({ inReach: 'no' }),
        consent: { ...EVERYTHING, nameScore: false },
      }),
    ];
    expect(strictestConsent(forms)).toEqual(EVERYTHING);
  });

  it('to a score is not there where nobody was asked for one', () => {
    const form = aForm({ answers: answersV10({ inReach: 'no' }), consent: EVERYTHING });
    expect(strictestConsent([form]).nameScore).toBe(false);
  });
});
