import { describe, expect, it } from 'vitest';

import { CASE_STUDIES, caseStudiesAt, caseStudiesByPriority, findCaseStudy } from './case-studies.js';
import { PHASE_WORDS, PROGRAMME_TIMELINE } from './programme-timeline.js';
import { sourceWords } from './source-documents.js';
import { toOpenCaseStudies } from './to-open-case-studies.js';

describe('the case-study library', () => {
  it('has A to J, each with a place, a provider, a model, enablers and its lines', () => {
    expect(CASE_STUDIES.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJ');
    expect(new Set(CASE_STUDIES.map(({ slug }) => slug)).size).toBe(10);
    for (const study of CASE_STUDIES) {
      for (const part of [study.places, study.providers, study.model, study.enablers, study.priorities])
        expect(part.length, study.slug).toBeGreaterThan(0);
      expect(study.source).toMatch(/^003:\d{4}-\d{4}$/);
    }
  });

  it('answers six of the ten priority areas and leaves four to be filled', () => {
    const letters = caseStudiesByPriority().map(({ studies }) =>
      studies.map(({ letter }) => letter).join(''),
    );
    expect(letters).toEqual(['', '', 'BC', 'G', 'AF', '', 'DE', 'HI', 'J', '']);
    const open = toOpenCaseStudies().priorityAreas.filter(({ caseStudies }) => caseStudies.length === 0);
    expect(open.map(({ number }) => number)).toEqual([1, 2, 6, 10]);
  });

  it('carries no address of a person', () => {
    expect(JSON.stringify(CASE_STUDIES)).not.toMatch(/@|\bDr\b|Professor|e-?mail/i);
  });

  it('is joined to hospitals by code: Hull and Castle Hill, the Devon maternity hospitals, and no other', () => {
    const at = (code: string) => caseStudiesAt(code).map(({ letter }) => letter);
    expect(at('RWA01')).toEqual(['E']);
    expect(at('RWA16')).toEqual(['E']);
    expect(at('RH801')).toEqual(['J']);
    // Royal Oldham's in-reach is another service than the town's pain pathway.
    expect(at('RW603')).toEqual([]);
    expect(at('')).toEqual([]);
  });

  it('says at Devon and at Oldham that the service is not the in-reach of the survey', () => {
    for (const slug of ['devon-perinatal', 'oldham-persistent-pain'])
      expect(JSON.stringify(findCaseStudy(slug)?.places)).toMatch(/not the IAPT in-reach/);
    expect(findCaseStudy('nobody')).toBeUndefined();
  });
});

describe('the timeline of the programme', () => {
  it('runs from 2011 to 2022 in order, each step with a source, through every phase', () => {
    const years = PROGRAMME_TIMELINE.map(({ year }) => year);
    expect([years[0], years.at(-1)]).toEqual([2011, 2022]);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    expect(new Set(PROGRAMME_TIMELINE.map(({ phase }) => phase))).toEqual(new Set(Object.keys(PHASE_WORDS)));
    for (const { source } of PROGRAMME_TIMELINE) expect(source).not.toBe('');
  });
});

describe('a quoted line', () => {
  it('names its document', () => {
    expect(sourceWords('001:565-567, 004:7')).toBe(
      'Full implementation guidance, 2018 (001:565-567); Course text, 2022 or later (004:7)',
    );
    expect(sourceWords('001:565-567, 002:25, 001:692')).toBe(
      'Full implementation guidance, 2018 (001:565-567, 692); Setting-up guide, about 2018 (002:25)',
    );
    expect(sourceWords('No source: yours.')).toBe('No source: yours.');
  });
});
