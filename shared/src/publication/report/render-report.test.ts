import { describe, expect, it } from 'vitest';

import { INSTRUMENT_V1_1 } from '../../instrument/instruments/v1-1.js';
import { exampleRelease } from '../example-dataset.js';
import { exampleFrame } from '../example-frame.js';
import { cherriesOf } from './cherries.js';
import { exampleFacts } from './example-report.js';
import { byFigureId, figureCatalogue } from './figure-catalogue.js';
import { chartBlock, partBlock, textBlock } from './make-block.js';
import { parseReport } from './parse-report.js';
import { renderReport } from './render-report.js';
import type { ReportBlock, ReportContent } from './report-content.js';
import { flagsOf, holdsBack } from './report-flags.js';
import { reportHtml } from './report-html.js';
import { fillQuotations } from './report-quotations.js';
import { standardReport } from './standard-report.js';

const answers = {
  RW603: { treats: 'yes', inReach: 'yes', score: 80 },
  RH801: { treats: 'yes', inReach: 'yes', score: 12, nameScore: false },
  RA301: { treats: 'no', inReach: 'no', otherService: 'no' },
  ZZ007: { treats: 'yes', inReach: 'no', nameFacts: false, otherService: 'no' },
} as const;
const release = exampleRelease('live', exampleFrame(12), answers);
const facts = exampleFacts({}, INSTRUMENT_V1_1);
const pageOf = (content: ReportContent, of = release): string =>
  reportHtml(
    fillQuotations(renderReport({ content, release: of, sha256: '', facts, quotations: [] }), new Map()),
  );
const htmlOf = (...blocks: readonly ReportBlock[]): string =>
  pageOf({ title: 'A & B', blocks, cherries: [] });

describe('the standard report of a round', () => {
  const content = standardReport(release);

  it('has no number that cannot be traced, and is accepted by its own check', () => {
    const flags = flagsOf(content, cherriesOf(release, facts), release.indicators);
    expect(flags.filter(holdsBack)).toEqual([]);
    expect(parseReport(content, byFigureId(figureCatalogue(release))).ok).toBe(true);
  });

  it('may bear a number that is part of the name of its round, and no other', () => {
    const named = { ...release, round: { ...release.round, title: 'Eighty hospitals, wave 3' } };
    const flagged = (title: string) =>
      flagsOf({ ...standardReport(named), title }, [], release.indicators, named.round.title)
        .filter(holdsBack)
        .map(({ text }) => text);
    expect(flagged(standardReport(named).title)).toEqual([]);
    expect(flagged('Eighty hospitals, wave 3: 42 replied')).toEqual(['42']);
  });

  it('leaves to people what only they can write, and says so when it is not written', () => {
    const waiting = flagsOf(content, [], release.indicators)
      .filter(({ code }) => code === 'NOT_WRITTEN')
      .map(({ field }) => field);
    expect(waiting).toEqual(['summary-meaning', 'introduction-why', 'recommendations-text']);
    expect(htmlOf(textBlock('a', ''))).toContain('The survey team has not written this part.');
  });

  it('shows of hospitals what the release shows: no score without consent, no name without', () => {
    const html = htmlOf(partBlock('p', 'profiles'));
    expect(html).toContain('<data value="score.RW603">80 of 100</data>');
    expect(html).toContain('IAPT in-reach, score not published');
    expect(html).not.toContain('12 of 100');
    expect(html).not.toContain('Example Hospital 7');
  });
});

describe('a page', () => {
  it('takes what people write as text, never as a part of the page', () => {
    const html = htmlOf(textBlock('a', '<script>alert("x")</script>'));
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(html).not.toContain('<script');
    expect(html).toContain('<title>A &amp; B');
  });

  it('says of a report that is not released that it is a preview', () => {
    expect(htmlOf()).toContain('PREVIEW: not released');
  });

  it('says of invented answers in title, head and foot that they are', () => {
    const synthetic = exampleRelease('synthetic', exampleFrame(12), answers);
    const html = pageOf(standardReport(synthetic), synthetic);
    expect(html).toMatch(/<title>SYNTHETIC: /);
    expect(html.match(/<p class="notice">/g)).toHaveLength(2);
  });

  it('has beside each picture its title, what it shows, and the numbers as a table', () => {
    const html = htmlOf(chartBlock('c', 'iapt-in-reach'));
    const picture = /<svg[^>]*aria-labelledby="c-title c-desc">[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
    expect(picture).toMatch(/<title id="c-title">IAPT in-reach.*<desc id="c-desc">Bars of hospitals: /s);
    expect(html).toMatch(/IAPT in-reach reported<\/th><td><data value="iapt-in-reach\.yes">2<\/data><\/td>/);
  });

  it('writes a reference that there is not as unknown, and never leaves it out', () => {
    expect(htmlOf(textBlock('a', 'So {{nowhere}}.'))).toContain('So [unknown figure nowhere].');
  });

  it('flags a chart of an indicator that the release does not have', () => {
    const content = { title: 'Report', cherries: [], blocks: [chartBlock('c', 'nothing')] };
    expect(flagsOf(content, [], release.indicators).map(({ code }) => code)).toEqual(['UNKNOWN_CHART']);
  });
});

describe('the CHERRIES checklist', () => {
  const answer = (id: string, rest: Parameters<typeof exampleFacts>[0] = {}): string | undefined =>
    cherriesOf(release, exampleFacts(rest, INSTRUMENT_V1_1)).find((item) => item.id === id)?.answer;

  it('is filled from mailings, links, plan and questionnaire', () => {
    const mailings = [
      { kind: 'invitation', recipients: 30, day: '2027-01-10' },
      { kind: 'reminder', recipients: 12, day: '2027-01-20' },
    ] as const;
    expect(answer('contact', { mailings })).toBe(
      'By e-mail: 30 people on 2027-01-10 invited, 1 reminders (12 people on 2027-01-20).',
    );
    expect(answer('openness', { openLinks: ['the faculty'] })).toContain('open links for the faculty');
    expect(answer('dates', { opensAt: '2027-01-10', closesAt: '2027-02-10' })).toContain(
      'Opened 2027-01-10; closed 2027-02-10',
    );
    expect(answer('consent')).toContain('consent_facts');
    expect(answer('ethics', { note: { purpose: 'research', approval: 'X1', legalBasis: '' } })).toBe(
      'Approval X1.',
    );
  });

  it('leaves blank what nobody has said', () => {
    for (const id of ['ethics', 'protection', 'contact', 'incentives', 'development'])
      expect(answer(id), id).toBe('');
  });

  it('takes what the team writes where the system knows nothing', () => {
    const cherries = [{ item: 'incentives', text: 'None were offered.', notFigures: [] }];
    const content = { title: 'Report', blocks: [partBlock('p', 'cherries')], cherries };
    expect(pageOf(content)).toContain(
      '<th scope="row">Incentives</th><td>None were offered.</td><td>survey team</td>',
    );
    const flags = flagsOf(content, cherriesOf(release, facts), release.indicators);
    expect(flags.map(({ field }) => field)).not.toContain('cherries.incentives');
  });
});
