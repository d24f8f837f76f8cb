import { describe, expect, it } from 'vitest';

import { copiedRuns } from '../report-comment-runs.js';
import { cherriesOf } from './cherries.js';
import { example2018, exampleFacts } from './example-report.js';
import { byFigureId, figureCatalogue } from './figure-catalogue.js';
import { parseReport } from './parse-report.js';
import { renderReport } from './render-report.js';
import { flagsOf, holdsBack } from './report-flags.js';
import { reportHtml } from './report-html.js';
import { fillQuotations } from './report-quotations.js';
import { standardReport } from './standard-report.js';

const release = example2018();
const content = standardReport(release);
const facts = exampleFacts();
const rendered = renderReport({ content, release, sha256: 'b'.repeat(64), facts, quotations: [] });
const html = reportHtml(fillQuotations(rendered, new Map()));

/** What stands in the page under a reference, each text once, the appendix with all references left out. */
const body = html.slice(0, html.indexOf('where-figures-come-from', html.indexOf('<main')));
const shown = (figure: string): readonly string[] => [
  ...new Set(
    [...body.matchAll(/<data value="([^"]*)">([^<]*)<\/data>/g)]
      .filter(([, id]) => id === figure)
      .map(([, , text = '']) => text),
  ),
];

/** Every figure of the survey of the seed (E1 to E3), by the reference under which the report shows it. */
const FIGURES: readonly (readonly [what: string, figure: string, text: string])[] = [
  ['E1 weeks of fieldwork', 'published.weeks', '6'],
  ['E1 mailing lists', 'published.mailingLists', '2'],
  ['E1 questions', 'published.questions', '7'],
  ['E1 questions asked where there is in-reach', 'published.followUps', '3'],
  ['E1 scale', 'published.scaleLow', '0'],
  ['E1 scale', 'published.scaleHigh', '100'],
  ['E2 forms completed', 'forms.received', '80'],
  ['E2 excluded', 'forms.excluded', '6'],
  ['E2 analysed', 'forms.analysed', '74'],
  ['E2 hospitals', 'frame.declared', '179'],
  ['E2 coverage', 'response.rate', '41%'],
  ['E2 Q2 yes', 'iapt-treats-mus-ltc.yes', '31'],
  ['E2 Q2 no', 'iapt-treats-mus-ltc.no', '18'],
  ['E2 Q2 don’t know', 'iapt-treats-mus-ltc.dontKnow', '25'],
  ['E2 Q2 yes', 'iapt-treats-mus-ltc.yesShare', '42%'],
  ['E2 Q2 no', 'iapt-treats-mus-ltc.noShare', '24%'],
  ['E2 Q2 don’t know', 'iapt-treats-mus-ltc.dontKnowShare', '34%'],
  ['E2 Q3 yes', 'iapt-in-reach.yes', '3'],
  ['E2 Q3 no', 'iapt-in-reach.no', '62'],
  ['E2 Q3 don’t know', 'iapt-in-reach.dontKnow', '9'],
  ['E2 Q3 yes', 'iapt-in-reach.yesShare', '4%'],
  ['E2 Q3 no', 'iapt-in-reach.noShare', '84%'],
  ['E2 Q3 don’t know', 'iapt-in-reach.dontKnowShare', '12%'],
  ['E2 in-reach hospitals', 'published.inReachHospitals', '3'],
  ['E2 Q4 Royal Oldham', 'score.RW603', '59 of 100'],
  ['E2 Q4 Royal Devon and Exeter', 'score.RH801', '42 of 100'],
  ['E2 Q4 Weston General', 'score.RA301', '11 of 100'],
  ['E2 Q5 answered', 'published.positivesGiven', '2 of 3'],
  ['E2 Q6 answered', 'published.improvementsGiven', '3 of 3'],
  ['E2 Q7 for the three', 'published.inReachComments', '3 of 3'],
  ['E2 additional comments', 'published.commented', '44 of 74'],
  ['E2 additional comments', 'published.commentedShare', '59.5%'],
  ['E2 LTC but not MUS', 'published.inReachWithoutMus', '1 of 3'],
  ['E2 integrated service', 'published.integratedServices', '1'],
  ['E3.1 exact coverage', 'response.rate', '41.3%'],
  ['E3.1 74 of 179', 'response.answered', '74 of 179'],
  ['E3.2 one quarter', 'iapt-treats-mus-ltc.no', '18 of 74'],
  ['E3.2 one quarter', 'iapt-treats-mus-ltc.noShare', '24.3%'],
  ['E3.2 among those who knew', 'iapt-treats-mus-ltc.noAmongKnown', '36.7%'],
  ['E3.2 those who knew', 'iapt-treats-mus-ltc.known', '49'],
  ['E3.3 unit', 'forms.analysed', '74'],
  ['E3.4 with a liaison service', 'published.withLiaison', '168'],
  ['E3.4 other denominator', 'published.rateOfLiaison', '44.0%'],
  ['E3 the list', 'frame.listed', '175'],
  ['E3.6 exclusions', 'forms.excluded', '6'],
  ['E3.12 comments', 'published.commented', '44'],
  ['E3.14 don’t know', 'iapt-treats-mus-ltc.dontKnowShare', '34%'],
];

describe('the report of 2017-18', () => {
  it.each(FIGURES)('%s: %s is %s', (_what, figure, text) => {
    expect(shown(figure)).toContain(text);
  });

  it('gives every theme, and no count to any', () => {
    for (const { code } of release.themes) expect(shown(`theme.${code}`)).toEqual(['not published']);
    expect(release.themes.map(({ code }) => code)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']);
  });

  it('names the hospitals and every question', () => {
    for (const words of [
      'Royal Oldham Hospital',
      'Royal Devon and Exeter Hospital',
      'Weston General Hospital',
    ])
      expect(html).toContain(`>${words}</h3>`);
    for (const { text } of facts.questions) expect(html).toContain(text.replaceAll("'", '&#39;'));
  });

  it('says where its wording and its figures differ', () => {
    const words = body.replace(/<[^>]+>/g, '');
    expect(words).toMatch(/&quot;41%&quot; in the results and &quot;40%&quot;.*74 of 179 is 41\.3%/);
    expect(words).toMatch(/&quot;one quarter&quot;.*18 of 74, 24\.3%, which is less.*36\.7% \(18 of 49\)/);
    expect(words).toContain('respondents about hospitals, not IAPT services');
  });

  it('holds no number that cannot be traced, and nothing that its own check refuses', () => {
    const flags = flagsOf(content, cherriesOf(release, facts), release.indicators);
    expect(flags.filter(holdsBack)).toEqual([]);
    const parsed = parseReport(content, byFigureId(figureCatalogue(release)));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(html).not.toContain('unknown figure');
  });

  it('flags what the source leaves open, and says so in the checklist', () => {
    const blank = flagsOf(content, cherriesOf(release, facts), release.indicators).map(({ field }) => field);
    expect(blank).toEqual(expect.arrayContaining(['cherries.ethics', 'cherries.incentives']));
    expect(html).toMatch(/<th scope="row">Incentives<\/th><td>Not recorded\.<\/td>/);
  });

  it('explains every number that it shows', () => {
    const appendix = html.slice(html.lastIndexOf('where-figures-come-from'));
    const ids = [...body.matchAll(/<data value="([^"]*)">/g)].map(([, id = '']) => id);
    for (const id of new Set(ids)) expect(appendix).toContain(`<th scope="row">${id}</th>`);
  });

  it('is in words of its own', () => {
    expect(copiedRuns(content.blocks.map(({ text }) => text).join('\n'))).toEqual([]);
  });
});
