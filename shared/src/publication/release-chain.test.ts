import { describe, expect, it } from 'vitest';

import { citation, releasePage } from './citation.js';
import { parseDoi } from './doi.js';
import { type ChainedRelease, releaseChain, type ReleaseMark, standingRelease } from './release-chain.js';
import { stateAfterRelease } from './release-state.js';

const AT = '2026-03-01T10:00:00.000Z';
const release = (number: number, replaces: number | null = null): ChainedRelease => ({
  number,
  kind: replaces === null ? 'interim' : 'erratum',
  publishedAt: AT,
  replaces,
  note: replaces === null ? '' : `Corrects ${replaces}.`,
});
const mark = (number: number, kind: ReleaseMark['kind'], value = ''): ReleaseMark => ({
  number,
  kind,
  value,
  reason: kind === 'withdrawn' ? 'Wrong.' : '',
  at: AT,
});

describe('the chain of releases', () => {
  it('says who replaced whom, and why', () => {
    const [first, second] = releaseChain([release(2, 1), release(1)], []);
    expect(first).toMatchObject({ number: 1, replacedBy: { number: 2, why: 'Corrects 1.' }, stands: false });
    expect(second).toMatchObject({ number: 2, replaces: 1, replacedBy: null, stands: true });
  });

  it('lets a later release that replaces nothing leave the earlier ones standing', () => {
    const chain = releaseChain([release(1), release(2)], []);
    expect(chain.map(({ stands }) => stands)).toEqual([true, true]);
    expect(standingRelease(chain)).toBe(2);
  });

  it('falls back to the release before when the newest is withdrawn', () => {
    expect(standingRelease(releaseChain([release(1), release(2)], [mark(2, 'withdrawn')]))).toBe(1);
  });

  it('does not make right again what a withdrawn erratum had corrected', () => {
    expect(standingRelease(releaseChain([release(1), release(2, 1)], [mark(2, 'withdrawn')]))).toBeNull();
  });

  it('takes the latest DOI', () => {
    const marks = [mark(1, 'doi', '10.1234/a'), mark(1, 'doi', '10.1234/b')];
    expect(releaseChain([release(1)], marks)[0]).toMatchObject({ doi: '10.1234/b', stands: true });
  });

  it('is empty where nothing was released', () => {
    expect(standingRelease(releaseChain([], []))).toBeNull();
  });
});

describe('a DOI', () => {
  it.each([
    '10.1234/ABC',
    'doi:10.1234/abc',
    ' https://doi.org/10.1234/abc ',
    'http://dx.doi.org/10.1234/abc',
  ])('is read from %s', (text) => expect(parseDoi(text)).toEqual({ ok: true, value: '10.1234/abc' }));

  it.each([
    '',
    '10.12/abc',
    '11.1234/abc',
    '10.1234/',
    '10.1234/a b',
    '10.1234/<script>',
    'https://example.org/10.1234/abc',
  ])('is not %j', (text) =>
    expect(parseDoi(text)).toMatchObject({ ok: false, problems: [{ code: 'BAD_DOI' }] }),
  );
});

describe('the citation of a release', () => {
  const cited = {
    number: 1,
    kind: 'final',
    publishedAt: AT,
    asAt: AT,
    round: { title: 'Round', kind: 'live' },
  } as const;
  const [status] = releaseChain([release(1)], []);

  it('is what it was while nothing has become of it', () => {
    expect(citation(cited, 'a'.repeat(64), 'https://x.org', status)).toBe(
      citation(cited, 'a'.repeat(64), 'https://x.org'),
    );
  });

  it('has the DOI as its address', () => {
    const [withDoi] = releaseChain([release(1)], [mark(1, 'doi', '10.1234/a')]);
    const text = citation(cited, 'a'.repeat(64), 'https://x.org', withDoi);
    expect(text).toContain('https://doi.org/10.1234/a');
    expect(text).not.toContain('x.org');
  });

  it('says that it was replaced, and that it was withdrawn', () => {
    const [gone] = releaseChain([release(1), release(2, 1)], [mark(1, 'withdrawn')]);
    const page = releasePage('https://atlas.example', 'a round', 1);
    expect(citation(cited, 'a'.repeat(64), page, gone)).toMatch(
      / WITHDRAWN on 2026-03-01\. Replaced by release 2 on 2026-03-01\. https:\/\/atlas\.example\/rounds\/a%20round\?release=1$/,
    );
  });
});

describe('the round after a release', () => {
  it('is published by a final release of a frozen round, and by nothing else', () => {
    expect(stateAfterRelease('frozen', 'final')).toBe('published');
    expect(stateAfterRelease('frozen', 'interim')).toBe('frozen');
    expect(stateAfterRelease('open', 'final')).toBe('open');
    expect(stateAfterRelease('published', 'erratum')).toBe('published');
  });
});
