import { describe, expect, it } from 'vitest';

import { projectFiles, textOf } from './repository.js';

const MAX_LINES = 300;
const code = projectFiles().filter(
  (path) => /\.(ts|tsx|mjs|cjs|scss)$/.test(path) && !path.endsWith('.d.ts'),
);

/** What the browser gets: the client's sources without tests and build scripts, and what it shares with the server. */
const browserSources = projectFiles().filter(
  (path) =>
    (/^client\/(src|public)\//.test(path) ||
      path === 'client/index.html' ||
      path.startsWith('shared/src/')) &&
    /\.(ts|tsx|scss|css|html|svg)$/.test(path) &&
    !/\.test\.tsx?$|\.d\.ts$/.test(path),
);

/**
 * Settings are read in one place; beside it stand only what starts the product, builds it or tests it, and what tells a library
 * something that it takes in no other way.
 */
const MAY_READ_ENVIRONMENT =
  /^server\/src\/platform\/(config|bucket\/quiet-library)\.ts$|^server\/src\/main\.ts$|^server\/src\/cli\/|^(server|client)\/[^/]+\.(mjs|ts)$|^(server|client)\/scripts\/|^test\//;

/** Ways in which a text becomes markup or a program. */
const MAKES_CODE =
  /\b(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|\bnew Function\(|\bvm\.run/;

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1');

/** Addresses of other hosts in a text. Names of XML vocabularies and the targets of links fetch nothing. */
const otherHostsIn = (text: string): string[] =>
  [
    ...withoutComments(text).matchAll(
      /(<a\b[^>]*\bhref=\{?)?["'`(]\s*((?:https?:|wss?:)?\/\/[\w-]+\.[\w.-]+)/g,
    ),
  ]
    .filter(([, link, address = '']) => link === undefined && !/^http:\/\/www\.w3\.org$/.test(address))
    .map(([, , address = '']) => address);

/** Hosts whose name in browser code can only mean a request to them. */
const THIRD_PARTIES =
  /googleapis|gstatic|google-analytics|googletagmanager|cloudflare|jsdelivr|unpkg|cdnjs|mapbox|openstreetmap|arcgis|carto(?:cdn|db)|assets\.nhs\.uk|sentry\.io|plausible\.io|hotjar/i;

describe('the sources', () => {
  it('no file has more than 300 lines that say something', () => {
    const long = code
      .map((path) => ({
        path,
        lines: withoutComments(textOf(path))
          .split('\n')
          .filter((line) => line.trim() !== '').length,
      }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(code.length).toBeGreaterThan(300);
    expect(long).toEqual([]);
  });

  it('settings are read from the environment in one place', () => {
    const readers = code.filter(
      (path) =>
        !MAY_READ_ENVIRONMENT.test(path) &&
        /\bprocess\s*\.\s*env\b|\bprocess\[/.test(withoutComments(textOf(path))),
    );
    expect(readers).toEqual([]);
  });

  it('the clock and chance stay out of the rules', () => {
    const impure = code.filter(
      (path) =>
        path.startsWith('shared/src/') &&
        !path.endsWith('.test.ts') &&
        /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bcrypto\.|\bperformance\.now\(/.test(
          withoutComments(textOf(path)),
        ),
    );
    expect(impure).toEqual([]);
  });

  it.each([
    ['el.innerHTML = text', true],
    ['<p dangerouslySetInnerHTML={{ __html: text }} />', true],
    ['eval(text)', true],
    ['new Function(text)', true],
    ['await import(pathToFileURL(file).href)', false],
    ['evaluate(text)', false],
  ])('%s turns a text into markup or code: %s', (text, does) => expect(MAKES_CODE.test(text)).toBe(does));

  it('no text becomes markup or code while the product runs', () => {
    const running = code.filter(
      (path) => /^(server|client|shared)\/src\//.test(path) && !/\.test\.tsx?$/.test(path),
    );
    expect(running.length).toBeGreaterThan(500);
    expect(running.filter((path) => MAKES_CODE.test(withoutComments(textOf(path))))).toEqual([]);
  });

  it('there is no barrel and no drawer', () => {
    const drawers = code.filter((path) => /(^|\/)(index|utils|helpers|types)\.tsx?$/.test(path));
    expect(drawers).toEqual([]);
  });
});

describe('the page asks nobody but its own server', () => {
  it.each([
    ['fetch("https://example.org/x")', 1],
    ["<img src='//example.org/x.png' />", 1],
    ['url(https://example.org/f.woff2)', 1],
    ['<a className="x" href="https://example.org/about">', 0],
    ['xmlns="http://www.w3.org/2000/svg"', 0],
    ['// see https://example.org', 0],
  ])('in %s there are %i other hosts', (text, count) => expect(otherHostsIn(text)).toHaveLength(count));

  it('no source of the client holds the address of another host, except as a link to follow', () => {
    const client = browserSources.filter((path) => path.startsWith('client/'));
    expect(client.length).toBeGreaterThan(120);
    expect(client.flatMap((path) => otherHostsIn(textOf(path)).map((found) => `${path}: ${found}`))).toEqual(
      [],
    );
  });

  it('no source names a host that serves tiles, fonts, scripts or statistics', () => {
    const named = browserSources.filter((path) => THIRD_PARTIES.test(withoutComments(textOf(path))));
    expect(named).toEqual([]);
  });
});
