import { describe, expect, it } from 'vitest';

import { checkRelease } from './check-release.js';
import { exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import type { PublishedHospital, ReleaseDocument } from './release.js';

const frame = exampleFrame(6);
const codes = frame.map(({ odsCode }) => odsCode);
const sound = exampleRelease('live', frame, {
  RW603: { treats: 'yes', inReach: 'yes', score: 80 },
  RA301: { treats: 'no', inReach: 'no', otherService: 'no' },
});
const demo = exampleRelease('synthetic', frame, { RW603: { treats: 'yes', inReach: 'no' } });

const withHospital = (
  release: ReleaseDocument,
  odsCode: string,
  more: Partial<PublishedHospital>,
): ReleaseDocument => ({
  ...release,
  hospitals: release.hospitals.map((hospital) =>
    hospital.odsCode === odsCode ? { ...hospital, ...more } : hospital,
  ),
});
const withIndicator = (more: Partial<ReleaseDocument['indicators'][number]>): ReleaseDocument => ({
  ...sound,
  indicators: sound.indicators.map((found) => (found.id === 'iapt-in-reach' ? { ...found, ...more } : found)),
});
const found = (release: ReleaseDocument): readonly string[] =>
  checkRelease(release, codes).map(({ code }) => code);

describe('the checks before a release is stored', () => {
  it('let a sound release pass', () => {
    expect(found(sound)).toEqual([]);
    expect(found(demo)).toEqual([]);
  });

  it.each<[string, string, ReleaseDocument]>([
    ['a tally that does not add up to the frame', 'TALLY_SUM', withIndicator({ notKnown: 5 })],
    ['a negative count', 'TALLY_COUNT', withIndicator({ yes: -1, notKnown: 6 })],
    ['shares of another frame', 'TALLY_FRAME', withIndicator({ frame: 7, notKnown: 5 })],
    [
      'more answers than hospitals that answered',
      'TALLY_OVER_ANSWERED',
      withIndicator({ dontKnow: 1, notKnown: 3 }),
    ],
    ['rounded bounds', 'BOUNDS', withIndicator({ lower: 0.17 })],
    ['a share of something else', 'SHARE_AMONG_RESPONDENTS', withIndicator({ amongRespondents: 0.4 })],
    [
      'an interval beside its share',
      'INTERVAL',
      withIndicator({ interval: { method: 'wilson-fpc', low: 0.8, high: 0.9 } }),
    ],
    [
      'an indicator twice',
      'INDICATOR_ONCE',
      { ...sound, indicators: [...sound.indicators, ...sound.indicators] },
    ],
    ['no indicator', 'INDICATOR_ONCE', { ...sound, indicators: [] }],
    ['forms that went nowhere', 'LEDGER_SUM', { ...sound, forms: { ...sound.forms, received: 9 } }],
    [
      'more forms than were received, where the source leaves some open',
      'LEDGER_SUM',
      { ...sound, forms: { ...sound.forms, merged: null, excluded: 90 } },
    ],
    ['a broken count of forms', 'LEDGER_COUNT', { ...sound, forms: { ...sound.forms, partial: 0.5 } }],
    [
      'another number of hospitals that answered',
      'RESPONSE_RATE_BASE',
      { ...sound, forms: { ...sound.forms, analysed: 3 } },
    ],
    [
      'a wrong response rate',
      'RESPONSE_RATE',
      { ...sound, responseRate: { ...sound.responseRate, rate: 0.9 } },
    ],
    ['a hospital missing', 'HOSPITAL_MISSING', { ...sound, hospitals: sound.hospitals.slice(0, 5) }],
    [
      'a hospital twice',
      'HOSPITAL_TWICE',
      { ...sound, hospitals: [...sound.hospitals, ...sound.hospitals.slice(5)] },
    ],
    [
      'a hospital outside the frame',
      'HOSPITAL_OUTSIDE_FRAME',
      withHospital(sound, 'ZZ006', { odsCode: 'ZZ999' }),
    ],
    [
      'another number of listed hospitals',
      'FRAME_SIZE',
      { ...sound, frame: { ...sound.frame, listedSize: 5 } },
    ],
    ['a score without its band', 'SCORE_AND_CODE', withHospital(sound, 'RW603', { category: 'GP' })],
    ['a band without its score', 'SCORE_AND_CODE', withHospital(sound, 'RW603', { score: null })],
    ['150 of 100', 'SCORE_RANGE', withHospital(sound, 'RW603', { score: 150 })],
    [
      'a score that the list of scores lacks',
      'SCORES_DIFFER',
      { ...sound, scores: { ...sound.scores, values: [] } },
    ],
    [
      'a median over four scores, one of them hidden',
      'SCORES_DISCLOSIVE',
      { ...sound, scores: { ...sound.scores, n: 4, median: 50 } },
    ],
    [
      'a minimum over twelve scores, one of them hidden',
      'SCORES_DISCLOSIVE',
      { ...sound, scores: { ...sound.scores, n: 2, min: 1 } },
    ],
    [
      'an unmarked synthetic name',
      'SYNTHETIC_UNMARKED',
      withHospital(demo, 'RW603', { name: 'Royal Oldham Hospital' }),
    ],
    [
      'a real hospital marked synthetic',
      'REAL_MARKED_SYNTHETIC',
      withHospital(sound, 'ZZ006', { name: 'DEMO X' }),
    ],
    ['the word gap where nothing is known', 'GAP_WORD', withHospital(sound, 'ZZ006', { label: 'Gap' })],
    ['a gap beside another service', 'GAP', withHospital(sound, 'RA301', { otherProvision: 'yes' })],
    [
      'an answer beside a silent hospital',
      'SILENT_WITH_ANSWER',
      withHospital(sound, 'ZZ006', { otherProvision: 'yes' }),
    ],
    ['no label', 'LABEL', withHospital(sound, 'ZZ006', { label: '' })],
    [
      'latitude and longitude the wrong way',
      'PLACE',
      withHospital(sound, 'ZZ006', { longitude: 53, latitude: -1 }),
    ],
    [
      'more hospitals named than counted',
      'NAMED_OVER_TOTAL',
      withHospital(sound, 'ZZ006', { category: 'GU' }),
    ],
    ['an imported release of a live round', 'RELEASE_KIND', { ...sound, kind: 'imported' }],
    ['a local time', 'RELEASE_TIME', { ...sound, publishedAt: '2026-11-20 12:00' }],
    ['no moment', 'RELEASE_AS_AT', { ...sound, asAt: '' }],
    ['release 0', 'RELEASE_NUMBER', { ...sound, number: 0 }],
    [
      'area figures that the report does not give',
      'AREA_FIGURES_NOT_PUBLISHED',
      { ...sound, kind: 'imported', round: { ...sound.round, kind: 'published_facts' } },
    ],
    [
      'silence that the report does not give',
      'SILENCE_NOT_PUBLISHED',
      withHospital({ ...sound, round: { ...sound.round, kind: 'published_facts' } }, 'ZZ006', {
        category: 'NR',
      }),
    ],
  ])('stop %s', (_fault, code, release) => {
    expect(found(release)).toContain(code);
  });

  it('say where the fault lies and what to do', () => {
    expect(checkRelease(withHospital(sound, 'ZZ006', { label: '' }), codes)).toEqual([
      {
        code: 'LABEL',
        field: 'hospitals.ZZ006',
        message: 'ZZ006: there is no label.',
        mend: 'Do not store this release. Mend what made it, and compose it again.',
      },
    ]);
  });
});
