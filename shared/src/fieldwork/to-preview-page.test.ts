import { describe, expect, it } from 'vitest';

import { EXAMPLE_SURVEY } from '../instrument/example-survey.js';
import type { Instrument } from '../instrument/instrument.js';
import { RESERVED_KEYS } from '../instrument/keys.js';
import { CONTROL_FIELDS } from './raw-from-form.js';
import { datePartField } from './respond-page.js';
import { type PreviewForm, type PreviewReply, toPreviewPage } from './to-preview-page.js';

const HOSPITALS = [{ odsCode: 'RTE03', name: 'An Infirmary' }];
const preview = (
  page: string,
  form: PreviewForm = {},
  instrument: Instrument = EXAMPLE_SURVEY,
): PreviewReply => toPreviewPage({ instrument, base: '/preview', hospitals: HOSPITALS }, page, form);

/** Follows the preview from an address, as a browser would. */
function follow(reply: PreviewReply): { readonly path: string; readonly form: PreviewForm } {
  if (!('redirect' in reply)) throw new Error(`a page instead of a redirect: ${JSON.stringify(reply)}`);
  const [path = '', query = ''] = reply.redirect.split('?');
  const fields = query === '' ? [] : query.split('&').map((field) => field.split('='));
  return {
    path: path.replace('/preview/', ''),
    form: Object.fromEntries(fields.map(([name = '', value = '']) => [name, [decodeURIComponent(value)]])),
  };
}
const shown = (reply: PreviewReply) => {
  if (!('page' in reply)) throw new Error(`a redirect instead of a page: ${reply.redirect}`);
  return reply.page;
};

describe('the preview of a questionnaire', () => {
  it('begins with the information, then the first page', () => {
    const start = follow(preview(''));
    expect(start.path).toBe('information');
    expect(shown(preview('information'))).toMatchObject({
      kind: 'information',
      nextHref: '/preview/hospital',
    });
  });

  it('goes where the answers lead, and carries them along', () => {
    const team = follow(preview('hospital', { going: ['1'], hospital: ['RTE03'] }));
    expect(team.path).toBe('team');
    const again = follow(preview('team', { ...team.form, going: ['1'], has_team: ['yes'] }));
    expect(again.path).toBe('team');
    const opened = shown(preview('team', again.form));
    expect(opened.kind === 'question' && opened.questions.map(({ question }) => question.variable)).toEqual([
      'has_team',
      'staff',
    ]);
    const hours = follow(preview('team', { ...again.form, going: ['1'], has_team: ['no'], staff: ['3'] }));
    expect(hours.path).toBe('hours');
    const page = shown(preview('hours', hours.form));
    expect(page.kind === 'question' && page.questions.map(({ question }) => question.variable)).toEqual([
      'name_of_team',
      'remarks',
    ]);
    const check = follow(preview('hours', { ...hours.form, going: ['1'], remarks: ['None.'] }));
    expect(check.path).toBe('check');
    const end = shown(preview('check', check.form));
    expect(end.kind === 'check' && end.rows.map(({ answer }) => answer)).toEqual([
      'An Infirmary',
      'No',
      'Not answered',
      'None.',
    ]);
  });

  it('refuses and reminds as the real form does', () => {
    const missing = shown(preview('team', { going: ['1'] }));
    expect(missing.kind === 'question' && missing.questions[0]?.problem?.code).toBe('REQUIRED');
    const open = {
      sofar: [JSON.stringify({ has_team: { given: ['yes'] } })],
      going: ['1'],
      has_team: ['yes'],
    };
    const wrong = shown(preview('team', { ...open, staff: ['many'] }));
    expect(wrong.kind === 'question' && wrong.questions[1]?.problem?.code).toBe('NOT_A_NUMBER');
    const left = shown(preview('team', open));
    expect(left.kind === 'question' && left.questions[1]?.problem?.code).toBe('LEFT_EMPTY');
  });

  it.each(['', 'nonsense', '{"has_team":{"given":["perhaps"]}}', '[]', '{"has_team":7}'])(
    'takes no harm from carried answers such as %j',
    (sofar) => {
      expect(shown(preview('team', { sofar: [sofar] }))).toMatchObject({ kind: 'question' });
    },
  );

  it('says what is wrong where a draft cannot be drawn yet', () => {
    const [first, ...rest] = EXAMPLE_SURVEY.pages;
    const twice = { ...EXAMPLE_SURVEY, pages: [first!, { ...first!, id: 'again' }, ...rest] };
    expect(shown(preview('', {}, twice))).toMatchObject({
      kind: 'trouble',
      message: expect.stringContaining('hospital') as string,
    });
  });

  it('is in the second language when asked for it', () => {
    const welsh: Instrument = {
      ...EXAMPLE_SURVEY,
      secondLanguage: 'cy',
      title: { en: 'Example survey', second: 'Arolwg enghreifftiol' },
    };
    expect(shown(preview('team', { lang: ['second'] }, welsh))).toMatchObject({
      surveyTitle: 'Arolwg enghreifftiol',
    });
  });
});

describe('the fields of the form', () => {
  it('of its own are no keys of questions', () => {
    const possible = CONTROL_FIELDS.filter((field) => /^[a-z_]+$/.test(field));
    expect(possible.filter((field) => !RESERVED_KEYS.includes(field))).toEqual([]);
  });

  it('of a date are the three boxes', () => {
    const boxes = (day: string, month: string, year: string): PreviewForm => ({
      sofar: [
        JSON.stringify({
          has_team: { given: ['yes'] },
          staff: { given: ['3'] },
          professions: { given: ['doctor'] },
          cover_day: { given: ['team'] },
        }),
      ],
      going: ['1'],
      reminded: ['1'],
      cover_day: ['team'],
      [datePartField('since', 'day')]: [day],
      [datePartField('since', 'month')]: [month],
      [datePartField('since', 'year')]: [year],
    });
    const { form } = follow(preview('hours', boxes('3', '4', '2019')));
    expect(form['sofar']?.[0]).toContain('"since":{"given":["2019-04-03"]}');
    const wrong = shown(preview('hours', boxes('31', '', '2019')));
    const view = wrong.kind === 'question' ? wrong.questions.find(({ problem }) => problem) : undefined;
    expect(view).toMatchObject({ values: ['2019--31'], problem: { code: 'NOT_A_DATE' } });
    expect(follow(preview('hours', boxes('', '', ''))).path).toBe('check');
  });
});
