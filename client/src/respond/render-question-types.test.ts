import type { AnsweringView } from '@liaison-atlas/shared/fieldwork/answering-view';
import { toPreviewPage } from '@liaison-atlas/shared/fieldwork/to-preview-page';
import { toQuestionPage } from '@liaison-atlas/shared/fieldwork/to-respond-page';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { EXAMPLE_SURVEY } from '@liaison-atlas/shared/instrument/example-survey';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { describe, expect, it } from 'vitest';

import { renderRespondPage } from './render.js';

const assets = { css: '/respond-assets/a.css', js: '/respond-assets/a.js' };
const draft: Answers = {
  has_team: { given: 'yes' },
  staff: { given: 2.5 },
  professions: { given: ['doctor'] },
  cover_day: { given: 'team' },
  cover_night: { missing: 'dont_know' },
  since: { given: '2019-04-03' },
};
const view: AnsweringView = {
  round: { id: 'r', title: 'A round', kind: 'live', frameId: 'f', closesAt: null, correctionsUntil: null },
  hospital: { odsCode: 'RW603', name: 'A Hospital' },
  instrument: EXAMPLE_SURVEY,
  draft,
  draftRevision: 1,
  receipt: null,
  sent: null,
  mayAnswer: true,
};

function html(pageId: string, problems: readonly Problem[] = [], raw = {}): string {
  const attempt = problems.length > 0 ? { attempt: { raw, problems } } : {};
  const page = toQuestionPage(view, { base: '/respond/t0ken', hospitals: [] }, pageId, {
    returnToCheck: false,
    ...attempt,
  });
  if (page === undefined) throw new Error(`no page ${pageId}`);
  return renderRespondPage(page, assets);
}
const inputs = (text: string): string[] => text.match(/<input[^>]*>/g) ?? [];

describe('a matrix', () => {
  it('is a group for each row within a group for the whole, with the saved answers chosen', () => {
    const page = html('hours');
    expect(page.match(/<legend[^>]*>(Who sees patients\?|Weekdays|Nights)<\/legend>/g)).toHaveLength(3);
    expect(inputs(page).find((input) => /name="cover_day"/.test(input) && /checked/.test(input))).toContain(
      'value="team"',
    );
    expect(inputs(page).find((input) => /name="cover_night"/.test(input) && /checked/.test(input))).toContain(
      'value="dk"',
    );
  });

  it('has its help once, and a problem at the row that it is about', () => {
    const page = html('hours', [
      { code: 'LEFT_EMPTY', field: 'cover_night', message: 'Empty.', mend: 'Answer.' },
    ]);
    expect(page.match(/One answer a row\./g)).toHaveLength(1);
    expect(page).toContain('href="#cover_night"');
    expect(page).toMatch(/id="cover_night"[^>]*type="radio"/);
    expect(page.indexOf('id="cover_night-error"')).toBeGreaterThan(page.indexOf('>Nights</legend>'));
  });
});

describe('a date', () => {
  it('is three boxes with what is saved', () => {
    const boxes = inputs(html('hours')).filter((input) => /name="since\./.test(input));
    expect(boxes.map((box) => /name="([^"]*)".*value="([^"]*)"/.exec(box)?.slice(1))).toEqual([
      ['since.day', '03'],
      ['since.month', '04'],
      ['since.year', '2019'],
    ]);
  });

  it('that cannot be is shown again as it was typed, and its error leads to the first box', () => {
    const page = html(
      'hours',
      [{ code: 'NOT_A_DATE', field: 'since', message: 'No date.', mend: 'Write one.' }],
      {
        since: { given: ['2019--31'] },
      },
    );
    expect(inputs(page).find((input) => /name="since\.day"/.test(input))).toMatch(/id="since".*value="31"/);
    expect(inputs(page).find((input) => /name="since\.month"/.test(input))).toContain('value=""');
    expect(page).toContain('href="#since"');
  });
});

describe('a number', () => {
  it('shows its unit, which is read out with it, and asks telephones for a decimal point', () => {
    const box = inputs(html('team')).find((input) => /id="staff"/.test(input));
    expect(box).toContain('inputMode="decimal"');
    expect(box).toContain('value="2.5"');
    expect(box).toMatch(/aria-describedby="[^"]*staff-unit/);
    expect(html('team')).toContain('id="staff-unit">whole-time equivalents</div>');
  });
});

describe('a preview', () => {
  const preview = toPreviewPage({ instrument: EXAMPLE_SURVEY, base: '/preview', hospitals: [] }, 'team', {
    sofar: ['{"hospital":{"given":["RW603"]}}'],
  });
  const page = 'page' in preview ? renderRespondPage(preview.page, assets) : '';

  it('says what it is, sends by address, and carries the answers so far', () => {
    expect(page).toContain('PREVIEW.');
    expect(page).toMatch(/<form [^>]*action="\/preview\/team" method="get"/);
    expect(page).toContain(
      'name="sofar" value="{&quot;hospital&quot;:{&quot;given&quot;:[&quot;RW603&quot;]}}"',
    );
  });

  it('saves nothing, by itself or by button', () => {
    expect(page).not.toMatch(/data-autosave|expectedRevision|come back later/);
  });
});
