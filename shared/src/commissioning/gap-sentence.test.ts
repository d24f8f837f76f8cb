import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ladderCode, publicLadderCode } from '../analysis/ladder.js';
import type { Position } from '../cleaning/analysis-dataset.js';
import { gapSentence, type AreaHospital, type AreaRound } from './gap-sentence.js';

const hospital = (
  name: string,
  provision: Position,
  inReach: Position,
  more: Partial<AreaHospital> = {},
): AreaHospital => ({
  name,
  mayBeNamed: true,
  provision,
  inReach,
  otherProvision: 'not_known',
  code: ladderCode({
    roundKind: 'live',
    named: true,
    answered: provision !== 'no_reply',
    provision,
    inReach,
    score: 'missing',
  }),
  ...more,
});

const area = (hospitals: readonly AreaHospital[], roundKind: AreaRound['roundKind'] = 'live'): AreaRound => ({
  area: 'Example ICB',
  roundKind,
  month: 'March 2026',
  hospitals,
});

describe('the sentence about an area', () => {
  it('says who answered, what they report and what is most frequent', () => {
    const hospitals = [
      hospital('Ash', 'yes', 'no'),
      hospital('Beech', 'dont_know', 'no'),
      hospital('Cedar', 'dont_know', 'no', { otherProvision: 'yes' }),
      hospital('Elm', 'yes', 'yes'),
      hospital('Fir', 'conflict', 'no'),
      hospital('Gorse', 'skipped', 'skipped'),
      hospital('Hazel', 'no_reply', 'no_reply'),
    ];
    expect(gapSentence(area(hospitals))).toBe(
      'Example ICB: 6 of 7 hospitals answered (March 2026). 2 report IAPT for LTC/MUS, 0 report none, ' +
        '2 did not know. In-reach reported at Elm. 1 gave conflicting answers, 1 skipped the question, ' +
        '1 did not reply. Most frequent reported situation: G01, no IAPT in-reach reported, IAPT provision not ' +
        'known (2 hospitals; other integrated service on site at 1, none at 0, not known at 1).',
    );
  });

  it('uses the singular for one hospital', () => {
    expect(gapSentence(area([hospital('Ash', 'no', 'no')]))).toBe(
      'Example ICB: 1 of 1 hospital answered (March 2026). 0 report IAPT for LTC/MUS, 1 reports none, ' +
        '0 did not know. In-reach reported at no hospital. 0 gave conflicting answers, 0 skipped the question, ' +
        '0 did not reply. Most frequent reported situation: G0, no IAPT provision for MUS/LTC reported ' +
        '(1 hospital; other integrated service on site at 0, none at 0, not known at 1).',
    );
  });

  it('names the hospitals with in-reach only when all of them may be named', () => {
    const [ash, beech, cedar] = ['Ash', 'Beech', 'Cedar'].map((name) => hospital(name, 'yes', 'yes')) as [
      AreaHospital,
      AreaHospital,
      AreaHospital,
    ];
    expect(gapSentence(area([cedar, ash, beech]))).toContain('In-reach reported at Ash, Beech and Cedar.');
    const unnamed = gapSentence(area([ash, { ...beech, mayBeNamed: false }]));
    expect(unnamed).toContain('In-reach reported at 2 hospitals.');
    expect(unnamed).not.toContain('Ash');
  });

  it('names both situations when they are equally frequent', () => {
    const sentence = gapSentence(area([hospital('Ash', 'no', 'no'), hospital('Beech', 'yes', 'no')]));
    expect(sentence).toContain('Most frequent reported situations: G0,');
    expect(sentence).toContain(
      'not known at 1); G1, IAPT treats MUS/LTC, no IAPT in-reach reported (1 hospital;',
    );
  });

  it('reports no absence where everybody was silent or did not know', () => {
    const sentence = gapSentence(
      area([hospital('Ash', 'no_reply', 'no_reply'), hospital('Beech', 'dont_know', 'dont_know')]),
    );
    expect(sentence).toContain('Whether provision is absent or weak where somebody answered is not known.');
    expect(sentence).toContain('In-reach reported at no hospital; at 1 that answered it is not known.');
  });

  it('does not give a weak score away through the public code', () => {
    const weak = hospital('Ash', 'yes', 'yes', { code: publicLadderCode('G2', false, false) });
    expect(gapSentence(area([weak]))).not.toContain('poorly');
  });

  it('says of a published-facts round, and of an area without hospitals, that there are no figures', () => {
    expect(gapSentence(area([hospital('Ash', 'yes', 'yes')], 'published_facts'))).toBe(
      'Example ICB: not published by area.',
    );
    expect(gapSentence(area([]))).toBe('Example ICB: no hospital of the frame lies in this area.');
  });

  it('has counts that add up to the hospitals of the area, and never writes "gap"', () => {
    const position = fc.constantFrom<Position>(
      'yes',
      'no',
      'dont_know',
      'skipped',
      'not_asked',
      'conflict',
      'no_reply',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(position, position), { minLength: 1, maxLength: 30 }), (positions) => {
        const hospitals = positions.map(([provision, inReach]) => hospital('Oak', provision, inReach));
        const sentence = gapSentence(area(hospitals));
        const number = (pattern: RegExp): number => Number(pattern.exec(sentence)?.[1] ?? 0);
        const noReply = number(/(\d+) did not reply/);
        const parts = [
          number(/(\d+) reports? IAPT/),
          number(/(\d+) reports? none/),
          number(/(\d+) did not know/),
          number(/(\d+) gave conflicting/),
          number(/(\d+) skipped/),
          number(/(\d+) (?:was|were) not asked/),
          noReply,
        ];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(hospitals.length);
        expect(number(/ICB: (\d+) of/)).toBe(hospitals.length - noReply);
        expect(sentence).not.toMatch(/\bgap\b/i);
      }),
    );
  });
});
