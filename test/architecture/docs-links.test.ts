import { dirname, join, normalize } from 'node:path/posix';

import { describe, expect, it } from 'vitest';

import { anchorsOf, linksOf } from './markdown.js';
import { kindOf, projectFiles, textOf } from './repository.js';

const documents = projectFiles().filter((path) => path.endsWith('.md'));

/** What is wrong with a link, or '' when it leads somewhere. */
function faultOf(document: string, target: string): string {
  if (/^(https?|mailto):/.test(target)) return '';
  const [path = '', anchor = ''] = decodeURIComponent(target).split('#');
  const place = path === '' ? document : normalize(join(dirname(document), path));
  if (place.startsWith('..')) return 'leaves the project';
  const kind = kindOf(place.replace(/\/$/, ''));
  if (kind === 'nothing') return 'leads nowhere';
  if (anchor === '' || !place.endsWith('.md')) return '';
  return anchorsOf(textOf(place)).has(anchor) ? '' : 'leads to a heading that is not there';
}

describe('the documents', () => {
  it('are all read by this test', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/methods.md', 'shared/README.md']));
  });

  it.each(documents)('%s has no dead link', (document) => {
    const dead = linksOf(textOf(document))
      .map(({ target, line }) => ({ target, line, fault: faultOf(document, target) }))
      .filter(({ fault }) => fault !== '')
      .map(({ target, line, fault }) => `line ${line}: ${target} ${fault}`);
    expect(dead).toEqual([]);
  });

  it.each([
    ['a file that is not there', './nowhere.md', 'leads nowhere'],
    ['a heading that is not there', 'methods.md#c9-nothing', 'leads to a heading that is not there'],
    ['a heading that is', 'methods.md#c1-what-is-counted', ''],
    ['a place outside', '../../elsewhere', 'leaves the project'],
  ])('would be told of %s', (_case, target, fault) => {
    expect(faultOf('docs/glossary.md', target)).toBe(fault);
  });
});
