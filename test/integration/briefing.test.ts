import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { theSurveyLead } from '../support/people.js';
import { rawGet } from '../support/raw-get.js';
import { RegisterKeeper } from '../support/register-keeper.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Every box that an address can fill, so that the briefing is as long as it can be. */
const FULL =
  'from=OL1&p=2500000&op=900000&gp=9000000&ppl=50&s.W6=66/90&s.W18=80/90&s.A25=2000/9000&s.R50=45/90&s.RI=60/90&s.RR=40/90&s.D90=80/90&s.F6=66/90&s.F18=85/90';

/** Pages of a PDF as its own page tree says. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('the briefing of an area', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const text = async (path: string): Promise<string> => (await server.get(`/open/v1/areas/${path}`)).text();
  const refusal = async (path: string) => {
    const answer = await server.get(`/open/v1/areas/${path}`);
    return [answer.status, ((await answer.json()) as { code: string; field: string }).code];
  };

  it('says what is known of Greater Manchester in 2017-18, and calls nothing unknown "none"', async () => {
    const html = await text('QOP/briefing.html?round=2017-18&from=OL1&p=500000');
    expect(html).toContain('not published by area');
    expect(html).toContain('Not known, which is not “none”');
    expect(html).toMatch(/45,000<\/td><td>45,000<\/td><td>105,000/);
    expect(html).toMatch(/In a straight line from the middle of OL1/);
    expect(html).toContain('74 of 179 hospitals (41.3%)');
    expect(html).toMatch(/Not reported, which is not 0: Treatment within 6 weeks/);
    expect(html).toMatch(/Open Government Licence/);
    expect(html).not.toMatch(/<script|\bstyle="|src=/);
  });

  it('measures from a hospital, which is not near itself, as the page of the area does', async () => {
    const html = await text('QOP/briefing.html?round=2017-18&from=rw603');
    const [, near = ''] = /In a straight line from Royal Oldham Hospital: ([^<]*)/i.exec(html) ?? [];
    expect(near).toMatch(/ km; .* km; .* km\./);
    expect(near).not.toMatch(/Royal Oldham|\b0\.0 km/);
  });

  it('estimates the need of the residents where nobody typed a population, and does not call that a draft', async () => {
    const html = await text('QOP/briefing.html?round=2017-18');
    expect(html).toMatch(/P 2835686 \(residents of mid-2019, Office for National Statistics\)/);
    expect(html).toContain('850,706');
    expect(html).not.toContain('no population was given');
    expect(html).not.toContain('DRAFT');
  });

  it('stands under an address that names its release, and says the same there for ever', async () => {
    const html = await text('qop/briefing.html?p=500000');
    const [, address = ''] = /The same again: \/areas\/([^ ]+) /.exec(html.replaceAll('&amp;', '&')) ?? [];
    expect(address).toBe('QOP/briefing?round=2017-18&release=1&p=500000');
    expect(await text(address.replace('briefing?', 'briefing.html?'))).toBe(html);
    const first = await rawGet(`${server.url}/open/v1/areas/QOP/briefing.pdf?round=2017-18`);
    const again = await rawGet(`${server.url}/open/v1/areas/QOP/briefing.pdf?round=2017-18`, {
      'if-none-match': first.headers.etag ?? '',
    });
    expect([first.headers['content-disposition'], again.status]).toEqual([
      'attachment; filename="liaison-atlas_2017-18_release-1_briefing-QOP.pdf"',
      304,
    ]);
  });

  it('marks invented answers on both pages and in the name of the file', async () => {
    const html = await text('Y62/briefing.html?round=demo-2026');
    expect(html.match(/class="notice"/g)).toHaveLength(2);
    const { headers } = await server.get('/open/v1/areas/Y62/briefing.docx?round=demo-2026');
    expect(headers.get('content-disposition')).toContain('SYNTHETIC_');
  });

  it('is two pages for every area, however much is filled in', { timeout: 600_000 }, async () => {
    const areas = (await (await server.get('/open/v1/areas')).json()) as {
      code: string;
      level: string;
      hospitals: number;
    }[];
    // Every region and ICB; of the 2018 CCGs those with most hospitals, and one without any.
    const ccgs = areas.filter(({ level }) => level === 'ccg').toSorted((a, b) => b.hospitals - a.hospitals);
    const chosen = [...areas.filter(({ level }) => level !== 'ccg'), ...ccgs.slice(0, 4), ...ccgs.slice(-1)];
    for (const { code } of chosen) {
      const pdf = await rawGet(`${server.url}/open/v1/areas/${code}/briefing.pdf?round=demo-2026&${FULL}`, {
        'accept-encoding': 'identity',
      });
      expect([code, pdf.status, pagesOf(pdf.body)]).toEqual([code, 200, 2]);
    }
    const least = await rawGet(`${server.url}/open/v1/areas/${ccgs.at(-1)?.code}/briefing.pdf`, {
      'accept-encoding': 'identity',
    });
    expect(pagesOf(least.body)).toBe(2);
  });

  it.each([
    ['england', 'The whole country E92000001', '31 report IAPT'],
    ['RW6', 'NHS trust of February 2018 RW6', 'not published by area'],
  ])('is written of %s too', async (code, level, said) => {
    const html = await text(`${code}/briefing.html?round=2017-18`);
    expect(html).toContain(level);
    expect(html).toContain(said);
    expect(html).toMatch(code === 'RW6' ? /no population was given/ : /residents of mid-2019/);
    const pdf = await rawGet(`${server.url}/open/v1/areas/${code}/briefing.pdf?round=demo-2026&${FULL}`, {
      'accept-encoding': 'identity',
    });
    expect([pdf.status, pagesOf(pdf.body)]).toEqual([200, 2]);
  });

  it('is a tagged PDF whose pictures are described, and a Word document with two sheets', async () => {
    const pdf = await rawGet(`${server.url}/open/v1/areas/Y62/briefing.pdf?round=demo-2026`, {
      'accept-encoding': 'identity',
    });
    const words = pdf.body.toString('latin1');
    expect(words).toContain('/MarkInfo');
    expect(words.match(/\/S \/Figure/g)?.length).toBe(3);
    const docx = await rawGet(`${server.url}/open/v1/areas/Y62/briefing.docx?round=demo-2026`, {
      'accept-encoding': 'identity',
    });
    const document = strFromU8(unzipSync(new Uint8Array(docx.body))['word/document.xml']!);
    expect(document.match(/w:pageBreakBefore/g)).toHaveLength(1);
    expect(document).toContain('Map: outline and hospitals of North West');
  });

  it('holds back small numbers of people and says so', async () => {
    const html = await text('QOP/briefing.html?s.W6=3/90');
    expect(html).toContain('Cannot tell: small numbers are held back.');
    expect(html).not.toContain('3 of 90');
  });

  it('marks what a reader typed as a draft', async () => {
    expect(await text('QOP/briefing.html')).not.toContain('DRAFT');
    expect(await text('QOP/briefing.html?p=500000')).toContain('DRAFT in part');
  });

  it('names the services of the register, closed ones left out, and stays on two pages', async () => {
    const keeper = new RegisterKeeper(await theSurveyLead(server));
    const name = (at: number): string =>
      `Unreal service ${at} ${'with a name as long as names get '.repeat(6)}`.slice(0, 190);
    for (let at = 1; at <= 9; at += 1) await keeper.save({ name: name(at), status: 'not_known' });
    await keeper.save({ name: 'Unreal closed service', status: 'closed' });
    const html = await text('QOP/briefing.html');
    expect(html).not.toContain('no service is registered here');
    expect(html).toMatch(
      /Unreal service 1 [^<]*…: [^<]*not known whether it still runs; 1 hospital; last confirmed 2 January 2026/,
    );
    expect(html).toContain('and 1 more; the area’s page lists them.');
    expect(html).not.toContain('Unreal closed service');
    const pdf = await rawGet(`${server.url}/open/v1/areas/QOP/briefing.pdf?round=demo-2026&${FULL}`, {
      'accept-encoding': 'identity',
    });
    expect([pdf.status, pagesOf(pdf.body)]).toEqual([200, 2]);
  });

  it.each([
    ['ZZZ/briefing.html', 404, 'NOT_FOUND'],
    ['QOP/briefing.pdf?round=nowhere', 404, 'NOT_RELEASED'],
    ['QOP/briefing.docx?round=2017-18&release=99', 404, 'NOT_RELEASED'],
    ['QOP/briefing.html?release=one', 400, 'BAD_INPUT'],
    ['QOP/briefing.html?from=nowhere', 400, 'BAD_INPUT'],
    ['QOP/briefing.json?p=many', 400, 'BAD_INPUT'],
    ['QOP/briefing.json?s.W6=90/66', 400, 'BAD_INPUT'],
    ['QOP/briefing.json?p=1&p=2', 400, 'BAD_INPUT'],
  ])('%s is refused with %s %s', async (path, status, code) => {
    expect(await refusal(path)).toEqual([status, code]);
  });
});
