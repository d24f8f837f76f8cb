import { describe, expect, it } from 'vitest';

import { FRAME_2018_FIXTURE, forms2018, SPLITS_OF_SIX } from '../cleaning/fixtures-2018.js';
import { resolveForms } from '../cleaning/resolve-forms.js';
import { coverageBounds } from './coverage.js';
import { proportionInterval } from './interval.js';
import { tallyPositions } from './tally.js';

/** The size that the report states (`000:168`); the listed frame of the fixture has 175 of them. */
const DECLARED = 179;

describe.each(SPLITS_OF_SIX)(
  '2018 with $duplicates duplicates and $childOnly child-only forms among the six left out',
  (split) => {
    const forms = forms2018(split);
    const dataset = resolveForms(forms, {
      roundKind: 'synthetic',
      frame: FRAME_2018_FIXTURE,
      unitOfAnalysis: 'site',
    });
    const tally = (item: string) =>
      tallyPositions(
        dataset.hospitals.map((hospital) => hospital.items[item]?.position ?? 'no_reply'),
        DECLARED,
      );

    it('comes from 80 forms and analyses 74 hospitals of the list', () => {
      expect(forms).toHaveLength(80);
      expect(dataset.ledger).toEqual({
        received: 80,
        accepted: 74,
        merged: split.duplicates,
        excluded: split.childOnly,
        withdrawn: 0,
        pending: 0,
        partial: 0,
        analysed: 74,
        excludedByReason: split.childOnly === 0 ? {} : { out_of_scope_population: split.childOnly },
      });
      expect(dataset.hospitals).toHaveLength(175);
      expect(dataset.hospitals.filter(({ forms: count }) => count > 0)).toHaveLength(74);
    });

    it('finds 31, 18 and 25 on provision and 3, 62 and 9 on in-reach', () => {
      expect(tally('iapt_treats_mus_ltc')).toEqual({
        yes: 31,
        no: 18,
        dontKnow: 25,
        notKnown: 105,
        frame: 179,
      });
      expect(tally('iapt_inreach')).toEqual({ yes: 3, no: 62, dontKnow: 9, notKnown: 105, frame: 179 });
    });

    it('keeps the scores 59, 42 and 11 of the three hospitals with in-reach, and no other', () => {
      const scores = dataset.hospitals.flatMap(({ odsCode, score }) =>
        'given' in score ? [[odsCode, score.given]] : [],
      );
      expect(scores).toEqual([
        ['RW603', 59],
        ['RH801', 42],
        ['RA301', 11],
      ]);
    });

    it('counts 44 comments', () => {
      expect(dataset.commented).toBe(44);
    });

    it('bounds provision between 17.3 and 89.9 % and in-reach between 1.7 and 65.4 %', () => {
      const provision = coverageBounds(tally('iapt_treats_mus_ltc'));
      const inReach = coverageBounds(tally('iapt_inreach'));
      expect([provision.lower, provision.upper].map(percent)).toEqual(['17.3', '89.9']);
      expect([inReach.lower, inReach.upper].map(percent)).toEqual(['1.7', '65.4']);
    });

    it('gives the Wilson intervals with finite-population correction: 33.6 to 50.6 % and 1.8 to 9.1 %', () => {
      const interval = (item: string) => {
        const { yes, no, dontKnow, frame } = tally(item);
        return proportionInterval({ x: yes, n: yes + no + dontKnow, frame });
      };
      const provision = interval('iapt_treats_mus_ltc');
      const inReach = interval('iapt_inreach');
      expect(provision.method).toBe('wilson-fpc');
      expect(inReach.method).toBe('wilson-fpc');
      expect([provision.low, provision.high].map(percent)).toEqual(['33.6', '50.6']);
      expect([inReach.low, inReach.high].map(percent)).toEqual(['1.8', '9.1']);
    });
  },
);

const percent = (proportion: number): string => (100 * proportion).toFixed(1);
