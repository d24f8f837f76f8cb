import { describe, expect, it } from 'vitest';

import { checkRelease } from './check-release.js';
import { exampleFrame } from './example-frame.js';
import { composeImported2018 } from './import-2018.js';
import { copiedRuns } from './report-comment-runs.js';

const context = {
  publishedAt: '2026-11-20T12:00:00.000Z',
  instrument: { key: 'iapt-liaison', version: '1.0', contentHash: 'c'.repeat(64) },
  codeVersion: 'test',
  frame: {
    id: 'acute-ed-2018',
    title: 'General hospitals with an emergency department',
    source: 'test frame',
    asOf: '2018-02',
    hash: 'a'.repeat(64),
  },
};
const frame = exampleFrame(175);
const release = composeImported2018(frame, context);
const hospital = (odsCode: string) => release.hospitals.find((candidate) => candidate.odsCode === odsCode);
const percent = (share: number | null | undefined): string => ((share ?? Number.NaN) * 100).toFixed(1);

describe('the release of 2017-18', () => {
  it.each([
    ['iapt-treats-mus-ltc', [31, 18, 25, 105, 179], ['17.3', '89.9'], '41.9', ['33.6', '50.6']],
    ['iapt-in-reach', [3, 62, 9, 105, 179], ['1.7', '65.4'], '4.1', ['1.8', '9.1']],
  ] as const)('gives %s number for number', (id, counts, bounds, share, interval) => {
    const found = release.indicators.find((indicator) => indicator.id === id);
    expect([found?.yes, found?.no, found?.dontKnow, found?.notKnown, found?.frame]).toEqual(counts);
    expect([percent(found?.lower), percent(found?.upper)]).toEqual(bounds);
    expect(percent(found?.amongRespondents)).toBe(share);
    expect([percent(found?.interval?.low), percent(found?.interval?.high)]).toEqual(interval);
    expect(found?.interval?.method).toBe('wilson-fpc');
  });

  it('counts 80 forms, 6 left out and 74 analysed, and leaves open what the report does not say', () => {
    expect(release.forms).toEqual({
      received: 80,
      accepted: null,
      merged: null,
      excluded: 6,
      withdrawn: null,
      pending: null,
      partial: null,
      analysed: 74,
    });
    expect(percent(release.responseRate.rate)).toBe('41.3');
  });

  it('shares of the 179 declared, lists 175, and never calls one the other', () => {
    expect([release.frame.declaredSize, release.frame.listedSize]).toEqual([179, 175]);
    expect(release.hospitals).toHaveLength(175);
  });

  it('shows three hospitals with codes, 172 as not published and none as silent', () => {
    const codes = release.hospitals.map(({ category }) => category);
    expect(codes.filter((code) => code === 'NP')).toHaveLength(172);
    expect(codes).not.toContain('NR');
    expect(
      ['RW603', 'RH801', 'RA301'].map((code) => [hospital(code)?.category, hospital(code)?.score]),
    ).toEqual([
      ['G3', 59],
      ['G2', 42],
      ['G2', 11],
    ]);
  });

  it('gives all three scores, since they are published already', () => {
    const { n, median, min, max, values } = release.scores;
    expect([n, median, min, max]).toEqual([3, 42, 11, 59]);
    expect(values.map(({ name, score }) => [name, score])).toEqual([
      ['Royal Oldham Hospital', 59],
      ['Royal Devon and Exeter Hospital (Wonford)', 42],
      ['Weston General Hospital', 11],
    ]);
  });

  it('says beside each score whose view it is and that the trust may have changed', () => {
    for (const { score, marker } of release.hospitals.filter((candidate) => candidate.score !== null)) {
      expect(marker).toContain(`${score} of 100`);
      expect(marker).toContain("one respondent's view, December 2017 to January 2018");
      expect(marker).toContain('the parent trust may have changed since');
    }
  });

  it('marks Hull as the integrated example, not published and never a gap', () => {
    expect(hospital('RWA01')).toMatchObject({
      category: 'NP',
      isGap: false,
      otherProvision: 'not_known',
      score: null,
    });
    expect(hospital('RWA01')?.marker).toContain('integrated service in Hull');
    expect(hospital('RWA01')?.label).not.toMatch(/gap/i);
  });

  it('calls nothing a gap, since nobody was asked about other services', () => {
    expect(release.hospitals.filter(({ isGap, label }) => isGap || /\bgap\b/i.test(label))).toEqual([]);
  });

  it('marks no hospital but the three and Hull', () => {
    const marked = release.hospitals.filter(({ marker }) => marker !== '').map(({ odsCode }) => odsCode);
    expect(marked.toSorted()).toEqual(['RA301', 'RH801', 'RW603', 'RWA01']);
  });

  it('has no figures by area', () => {
    expect(release.areaFigures).toBe(false);
  });

  it('copies no sentence of the report', () => {
    const texts = JSON.stringify(release).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(texts.flatMap(copiedRuns)).toEqual([]);
  });

  it('passes the checks before storing', () => {
    expect(
      checkRelease(
        release,
        frame.map(({ odsCode }) => odsCode),
      ),
    ).toEqual([]);
  });

  it('leaves sites outside the listed frame out', () => {
    const childrens = frame.map((site) =>
      site.odsCode === 'ZZ005' ? { ...site, siteCategory: 'childrens_ed' as const } : site,
    );
    expect(composeImported2018(childrens, context).hospitals).toHaveLength(174);
  });

  it('stops when a hospital that the report names is missing from the frame', () => {
    expect(() => composeImported2018(frame.slice(1), context)).toThrow('RW603');
  });
});
