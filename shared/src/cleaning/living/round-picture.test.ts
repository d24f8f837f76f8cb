import { describe, expect, it } from 'vitest';

import { DEFAULT_CLEANING } from '../cleaning-settings.js';
import { aForm } from '../synthetic/a-form.js';
import { RoundPicture } from './round-picture.js';

/** More forms than one slice takes, each of a hospital of its own. */
const CODES = Array.from({ length: 1_300 }, (_, at) => `H${at}`);
const rules = {
  options: {
    roundKind: 'live' as const,
    frame: CODES.map((odsCode) => ({ odsCode, name: `Hospital ${odsCode}`, town: odsCode })),
    unitOfAnalysis: 'site' as const,
    mode: 'review' as const,
  },
  settings: DEFAULT_CLEANING,
};
const forms = CODES.map((odsCode, at) => aForm({ responseId: `r${at}`, odsCode }));

describe('the picture of a large round', () => {
  it('is worked out in slices, says how far it is, and shows what it shows when made at once', () => {
    const picture = new RoundPicture(rules);
    const steps = [...picture.steps({ forms })];
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(steps.at(-1)).toEqual({ done: 1_000, total: 1_300 });
    const atOnce = new RoundPicture(rules);
    atOnce.apply({ forms });
    expect(picture.ledger).toEqual(atOnce.ledger);
    expect(picture.ledger).toMatchObject({ received: 1_300, pending: 1_300 });
    expect(picture.tasks.all()).toEqual(atOnce.tasks.all());
  });

  it('shows every form, also those whose group was not looked at lately', () => {
    const picture = new RoundPicture(rules);
    picture.apply({ forms });
    for (const turn of [1, 2])
      for (const { responseId } of forms)
        expect(picture.standing(responseId), `turn ${turn}`).toMatchObject({
          responseId,
          outcome: 'pending',
        });
  });
});
