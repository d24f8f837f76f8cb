import { describe, expect, it } from 'vitest';

import { exampleRelease } from '../example-dataset.js';
import { exampleFrame } from '../example-frame.js';
import { exampleFacts } from './example-report.js';
import { byFigureId, figureCatalogue } from './figure-catalogue.js';
import { partBlock, quotationsBlock, textBlock } from './make-block.js';
import { mergeReports } from './merge-reports.js';
import { parseReport } from './parse-report.js';
import { renderReport } from './render-report.js';
import type { ReportBlock } from './report-content.js';
import { flagsOf, holdsBack } from './report-flags.js';
import { reportHtml } from './report-html.js';
import { citableQuotations, fillQuotations, quotationsIn } from './report-quotations.js';

const release = exampleRelease('live', exampleFrame(12), {
  RW603: { treats: 'yes', inReach: 'yes', score: 80 },
  RA301: { treats: 'no', inReach: 'no' },
  ZZ007: { treats: 'yes', inReach: 'no', nameFacts: false },
});
const nameOf = (odsCode: string) => release.hospitals.find((each) => each.odsCode === odsCode)!.name;
const cleared = [
  { id: 'q-in-reach', revision: 2, odsCode: 'RW603', words: 'They sit  in our\nteam room.' },
  { id: 'q-without', revision: 1, odsCode: 'RA301', words: 'Nobody <comes> to us.' },
  { id: 'q-unnamed', revision: 4, odsCode: 'ZZ007', words: 'We asked twice.' },
];
const citable = citableQuotations(cleared, release, 3);

const storedWith = (...blocks: readonly ReportBlock[]) =>
  renderReport({
    content: { title: 'Report', blocks, cherries: [] },
    release,
    sha256: 'a',
    facts: exampleFacts(),
    quotations: citable,
  });
const leavingNow = (...withdrawn: readonly string[]) =>
  new Map(
    cleared
      .filter(({ id }) => !withdrawn.includes(id))
      .map((each) => [each.id, { ...each, hospital: nameOf(each.odsCode) }]),
  );
const quotes = (html: string) =>
  [...html.matchAll(/<figure class="quote">\n<blockquote><p>(.*?)<\/p>.*?\n(?:<figcaption>(.*?)<)?/g)].map(
    ([, words, by]) => `${words} – ${by ?? ''}`,
  );

describe('what may be quoted in a report', () => {
  it('stands under a name only where the release names the hospital', () => {
    expect(citable.map(({ id, hospital }) => [id, hospital])).toEqual([
      ['q-in-reach', nameOf('RW603')],
      ['q-without', nameOf('RA301')],
      ['q-unnamed', ''],
    ]);
  });

  it('stands without a name only among at least three hospitals that wrote', () => {
    expect(citableQuotations(cleared, release, 2).map(({ id }) => id)).toEqual(['q-in-reach', 'q-without']);
  });
});

describe('quotations in a report', () => {
  const block = quotationsBlock('said', 'On rooms:', ['q-in-reach', 'q-unnamed']);
  const profiles = { ...partBlock('p', 'profiles'), quotations: cleared.map(({ id }) => id) };

  it('have no words and no name in the report that is kept', () => {
    const kept = JSON.stringify(storedWith(block, partBlock('p', 'notes')));
    for (const { words } of cleared) expect(kept).not.toContain(words.slice(0, 8));
    expect(kept).not.toContain(nameOf('RW603'));
    expect(quotationsIn(storedWith(block)).map(({ id, revision }) => [id, revision])).toEqual([
      ['q-in-reach', 2],
      ['q-unnamed', 4],
    ]);
  });

  it('stand in their order and without names beneath the sentence of the author', () => {
    const html = reportHtml(fillQuotations(storedWith(block), leavingNow()));
    expect(html).toContain('<p>On rooms:</p>');
    expect(quotes(html)).toEqual([
      'They sit in our team room. – One of the hospitals that answered',
      'We asked twice. – One of the hospitals that answered',
    ]);
    expect(html).not.toContain(nameOf('RW603'));
    expect(html).not.toContain('withdrawn');
  });

  it('stand in the profiles under their hospital, and never where the release does not name it', () => {
    const html = reportHtml(fillQuotations(storedWith(profiles), leavingNow()));
    expect(quotes(html)).toEqual([
      'They sit in our team room. – ',
      `Nobody &lt;comes&gt; to us. – ${nameOf('RA301')}`,
    ]);
    expect(html.indexOf('They sit')).toBeGreaterThan(html.indexOf('profile-RW603'));
  });

  it('are gone once they are withdrawn: a note says that, and not whose', () => {
    const before = reportHtml(fillQuotations(storedWith(block, profiles), leavingNow()));
    const after = reportHtml(fillQuotations(storedWith(block, profiles), leavingNow('q-in-reach')));
    expect(before).toContain('They sit');
    expect(after).not.toContain('They sit');
    expect(after).toContain('A quotation was withdrawn after this report was released.');
    // Once where it stood among others, and not in the profile, where it would say whose.
    expect(after.match(/A quotation was withdrawn\.</g)).toHaveLength(1);
    const profile = after.slice(after.indexOf('id="profile-RW603"'));
    expect(profile.slice(0, profile.indexOf('<table'))).not.toContain('withdrawn');
    const all = leavingNow('q-in-reach', 'q-without', 'q-unnamed');
    const none = reportHtml(fillQuotations(storedWith(block, profiles), all));
    expect(none).toContain('3 quotations were withdrawn after this report was released.');
    expect(quotes(none)).toEqual([]);
  });

  it('are gone too when another part of the comment, or other masks, were confirmed since', () => {
    const changed = leavingNow();
    changed.set('q-unnamed', { ...changed.get('q-unnamed')!, revision: 5, words: 'Other words.' });
    const html = reportHtml(fillQuotations(storedWith(block), changed));
    expect(html).not.toContain('Other words.');
    expect(html).toContain('A quotation was withdrawn.');
  });

  it('are gone where their form was found to be of another hospital: nobody is quoted with words of others', () => {
    const moved = leavingNow();
    moved.set('q-in-reach', { ...moved.get('q-in-reach')!, odsCode: 'RA301', hospital: nameOf('RA301') });
    const html = reportHtml(fillQuotations(storedWith(profiles), moved));
    expect(html).not.toContain('They sit');
    expect(html).toContain('A quotation was withdrawn after this report was released.');
    const nameless = leavingNow();
    nameless.set('q-without', { ...nameless.get('q-without')!, odsCode: 'X', hospital: '' });
    expect(quotes(reportHtml(fillQuotations(storedWith(profiles), nameless)))).toEqual([
      'They sit in our team room. – ',
    ]);
  });

  it('leave nothing behind where none may stand', () => {
    const html = reportHtml(
      fillQuotations(storedWith(quotationsBlock('x', 'On nothing:', ['unknown'])), leavingNow()),
    );
    expect(html).not.toContain('On nothing:');
  });
});

describe('choosing quotations', () => {
  const read = (...blocks: readonly ReportBlock[]) =>
    parseReport({ title: 'Report', blocks, cherries: [] }, byFigureId(figureCatalogue(release)));

  it('is refused in a block that has no place for them, twice, and by no usable id', () => {
    for (const bad of [
      { ...textBlock('a', 'Words.'), quotations: ['q'] },
      { ...partBlock('a', 'notes'), quotations: ['q'] },
      quotationsBlock('a', '', ['q', 'q']),
      quotationsBlock('a', '', ['no id']),
      quotationsBlock(
        'a',
        '',
        Array.from({ length: 51 }, (_, at) => `q${at}`),
      ),
    ])
      expect(read(bad), JSON.stringify(bad)).toMatchObject({ problems: [{ code: 'BAD_QUOTATIONS' }] });
    expect(read(quotationsBlock('a', '', ['q'])).ok).toBe(true);
  });

  it('changes nothing of a block as long as none is chosen', () => {
    const block = partBlock('p', 'profiles');
    expect(read({ ...block, quotations: [] })).toMatchObject({ value: { blocks: [block] } });
  });

  it('by two people at once in one block is a conflict', () => {
    const of = (...chosen: string[]) => ({
      title: 'Report',
      cherries: [],
      blocks: [quotationsBlock('a', '', chosen)],
    });
    expect(mergeReports(of(), of('q1'), of('q2'))).toEqual({ ok: false, conflicts: ['a'] });
    expect(mergeReports(of(), of('q1'), of())).toMatchObject({ ok: true, content: of('q1') });
  });

  it('is flagged where one may not stand, and holds no release back', () => {
    const flagsFor = (...blocks: readonly ReportBlock[]) =>
      flagsOf({ title: 'Report', blocks, cherries: [] }, [], [], '', citable);
    const named = { ...partBlock('p', 'profiles'), quotations: ['q-unnamed'] };
    const flags = flagsFor(quotationsBlock('a', 'Of 7:', ['q-gone', 'q-unnamed']), named);
    expect(flags.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'BARE_NUMBER a',
      'QUOTATION_HELD a',
      'QUOTATION_HELD p',
    ]);
    expect(flags.filter(({ code }) => code === 'QUOTATION_HELD').some(holdsBack)).toBe(false);
    expect(flagsFor(quotationsBlock('a', '', ['q-unnamed']))).toEqual([]);
  });
});
